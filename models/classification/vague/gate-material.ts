import { parse } from 'csv-parse/sync';
import type { SourceFile } from '../../../services/reference/importing/source-file.ts';
import type { Chance } from '../training/chance.ts';
import { splitKey } from '../training/split.ts';
import type { CodedText } from './word-statistics.ts';

/** What the gate is trained on. */
export interface GateMaterial {
  /** Descriptions that do not tell what the goods are. */
  readonly vague: readonly string[];
  /** Descriptions in traders' words that do. */
  readonly telling: readonly CodedText[];
  /** Texts of tariffs: telling too, but in the law's words. */
  readonly tariff: readonly CodedText[];
}

/** A description of which it is known whether it tells what the goods are. */
export interface GateExample {
  readonly description: string;
  readonly isVague: boolean;
  /** How much it counts; 1 where nothing speaks against it. */
  readonly weight: number;
}

/** All tariff texts together count as much as so many descriptions in traders' words. */
const TARIFF_COUNTS_AS = 2000;
const LONGEST_TARIFF_TEXT = 80;
/** The same for the long descriptions made of others. */
const LONG_COUNT_AS = 4000;
const JOINED_BY = ['made of', 'for', 'with', 'used as', 'used for', 'designed for', 'consisting of', 'and', 'from', 'manufactured in China, of', 'imported for'];

/** Vague descriptions, one a row, without a header. */
export function vagueTexts({ body }: SourceFile): readonly string[] {
  if (body.kind !== 'text') return [];
  return parse(body.text, { bom: true, relax_column_count: true, skip_empty_lines: true }).flatMap(([text]) => (text === undefined || text.trim() === '' ? [] : [text]));
}

/**
 * The list of vague texts is no ground truth: what is a description in traders' words or a code's own text counts as telling. Each text once.
 */
export function gateMaterial(vague: readonly string[], telling: readonly CodedText[], tariff: readonly CodedText[]): GateMaterial {
  const once = <T>(items: readonly T[], text: (item: T) => string): T[] => [...new Map(items.map((item) => [splitKey(text(item)), item])).values()];
  const told = new Set([...telling, ...tariff].map(({ description }) => splitKey(description)));
  return {
    vague: once(vague, (text) => text).filter((text) => !told.has(splitKey(text))),
    telling: once(telling, ({ description }) => description),
    tariff: once(tariff, ({ description }) => description),
  };
}

/** Examples of all that is known of telling and vague. The same material and chance give the same ones. */
export function gateExamples({ vague, telling, tariff }: GateMaterial, chance: Chance): readonly GateExample[] {
  const short = tariff.filter(({ description }) => description.length <= LONGEST_TARIFF_TEXT);
  const long = longDescriptions({ vague, telling, tariff: short }, chance);
  return [
    ...vague.map((description) => ({ description, isVague: true, weight: 1 })),
    ...telling.map(({ description }) => ({ description, isVague: false, weight: 1 })),
    ...short.map(({ description }) => ({ description, isVague: false, weight: Math.min(1, TARIFF_COUNTS_AS / short.length) })),
    ...long.map((description) => ({ description, isVague: false, weight: Math.min(1, LONG_COUNT_AS / long.length) })),
  ];
}

/**
 * Descriptions as long as officers write them, which no list holds: words that alone would be vague, the goods, what they are made of or for.
 * Goods that are told stay told, whatever stands beside them.
 */
function longDescriptions({ vague, telling, tariff }: GateMaterial, chance: Chance): readonly string[] {
  const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(chance() * items.length)];
  return telling.map(({ description }) => {
    const beside = (pick(vague) ?? '').split(/\s+/).slice(0, 1 + Math.floor(chance() * 4)).join(' ');
    return [beside, description, pick(JOINED_BY), pick(tariff)?.description ?? ''].slice(chance() < 0.5 ? 0 : 1, chance() < 0.7 ? 4 : 2).join(' ');
  });
}
