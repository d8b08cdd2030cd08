import { firstCells } from '../../../../services/csv/read-table.ts';
import { TidewaiterError } from '../../../../services/risk/failure/tidewaiter-error.ts';
import type { SourceFile } from '../../../../services/source-files/source-file.ts';
import { hashText } from '../../../statistics/hash.ts';
import type { Rng } from '../../../statistics/rng.ts';
import { splitKey } from '../data/split.ts';
import type { CodedText } from './count-words.ts';

/** What the classifier is trained on. */
export interface VaguenessMaterial {
  /** Descriptions that do not tell what the goods are. */
  readonly vague: readonly string[];
  /** Descriptions in traders' words that do, those as in trade among them. */
  readonly telling: readonly CodedText[];
  /** Texts of tariffs: telling too, but in the law's words. */
  readonly tariff: readonly CodedText[];
  /** Descriptions as in trade: goods, and behind a comma a size, packing or make ("14 inch", "retail packed"). */
  readonly traded: readonly CodedText[];
}

/** A description of which it is known whether it tells what the goods are. */
export interface VaguenessExample {
  readonly description: string;
  readonly isVague: boolean;
  /** How much it counts; 1 where nothing speaks against it. */
  readonly weight: number;
}

/** All tariff texts together count as much as so many descriptions in traders' words. */
const TARIFF_COUNTS_AS = 2000;
const LONGEST_TARIFF_TEXT = 80;
/** More telling descriptions than so many teach little and take long: the lowest by their hash are used. */
const MOST_TELLING = 9000;
/** The same for the long descriptions made of others. */
const LONG_COUNT_AS = 4000;
/** The same for goods with a detail behind them. */
const DETAILED_COUNT_AS = 4000;
const JOINED_BY = [
  'made of',
  'for',
  'with',
  'used as',
  'used for',
  'designed for',
  'consisting of',
  'and',
  'from',
  'manufactured in China, of',
  'imported for',
];

/** Vague descriptions, one a row, without a header. */
export function vagueTexts({ body }: SourceFile): readonly string[] {
  if (body.kind !== 'text') return [];
  return firstCells(
    body.text,
    ({ line, what }) =>
      new TidewaiterError('TDW_MODEL_DATA', `The list of vague descriptions cannot be read: ${what}.`, {
        location: { ...(line === undefined ? {} : { line }) },
      }),
  );
}

/**
 * The list of vague texts is no ground truth: what is a description in traders' words or a code's own text counts as telling. Each text once.
 * @param traded descriptions as in trade: telling too
 */
export function vaguenessMaterial(
  vague: readonly string[],
  references: readonly CodedText[],
  tariff: readonly CodedText[],
  traded: readonly CodedText[] = [],
): VaguenessMaterial {
  const telling = [...references, ...traded];
  const once = <T>(items: readonly T[], text: (item: T) => string): T[] => [
    ...new Map(items.map((item) => [splitKey(text(item)), item])).values(),
  ];
  const told = new Set([...telling, ...tariff].map(({ description }) => splitKey(description)));
  return {
    vague: once(vague, (text) => text).filter((text) => !told.has(splitKey(text))),
    telling: thinnedOut(once(telling, ({ description }) => description)),
    tariff: once(tariff, ({ description }) => description),
    traded: once(traded, ({ description }) => description),
  };
}

const thinnedOut = (texts: readonly CodedText[]): readonly CodedText[] =>
  texts.length <= MOST_TELLING
    ? texts
    : texts
        .map((text) => ({ text, hash: hashText(splitKey(text.description), 3) }))
        .sort((a, b) => a.hash - b.hash)
        .slice(0, MOST_TELLING)
        .map(({ text }) => text);

/** Examples of all that is known of telling and vague. The same material and chance give the same ones. */
export function vaguenessExamples(
  { vague, telling, tariff, traded }: VaguenessMaterial,
  rng: Rng,
): readonly VaguenessExample[] {
  const short = tariff.filter(({ description }) => description.length <= LONGEST_TARIFF_TEXT);
  const long = longDescriptions({ vague, telling, tariff: short }, rng);
  const detailed = withDetails([...telling, ...short.filter(() => rng() < telling.length / short.length)], traded, rng);
  return [
    ...vague.map((description) => ({ description, isVague: true, weight: 1 })),
    ...telling.map(({ description }) => ({ description, isVague: false, weight: 1 })),
    ...short.map(({ description }) => ({
      description,
      isVague: false,
      weight: Math.min(1, TARIFF_COUNTS_AS / short.length),
    })),
    ...long.map((description) => ({ description, isVague: false, weight: Math.min(1, LONG_COUNT_AS / long.length) })),
    ...detailed.map((description) => ({
      description,
      isVague: false,
      weight: Math.min(1, DETAILED_COUNT_AS / detailed.length),
    })),
  ];
}

/**
 * Descriptions as long as officers write them, which no list holds: words that alone would be vague, the goods, what they are made of or for.
 * Goods that are told stay told, whatever stands beside them.
 */
function longDescriptions({ vague, telling, tariff }: Omit<VaguenessMaterial, 'traded'>, rng: Rng): readonly string[] {
  const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(rng() * items.length)];
  return telling.map(({ description }) => {
    const beside = (pick(vague) ?? '')
      .split(/\s+/)
      .slice(0, 1 + Math.floor(rng() * 4))
      .join(' ');
    return [beside, description, pick(JOINED_BY), pick(tariff)?.description ?? '']
      .slice(rng() < 0.5 ? 0 : 1, rng() < 0.7 ? 4 : 2)
      .join(' ');
  });
}

/** Goods with a detail of traded ones behind them, which tells nothing of them and takes nothing away: "ball valves, 14 inch". */
function withDetails(goods: readonly CodedText[], traded: readonly CodedText[], rng: Rng): readonly string[] {
  const details = [...new Set(traded.flatMap(({ description }) => description.split(', ').slice(1).join(', ') || []))];
  return details.length === 0
    ? []
    : goods.map(({ description }) => `${description}, ${details[Math.floor(rng() * details.length)]!}`);
}
