import { knownDay } from '../../../risk/declaration/day.ts';
import { TidewaiterError } from '../../../risk/failure/tidewaiter-error.ts';
import { isNationalChapter } from '../commodity-digits.ts';
import { type Assembled, type Assembling, piecesOf, type ReadPiece } from '../format.ts';
import type { NomenclatureContent, NomenclatureEdition } from './content.ts';
import type { Correlation } from './hs-correlation.ts';
import type { NomenclatureOfFile } from './hs-nomenclature.ts';

/** First and last day of each edition: the Harmonized System is revised every five or six years, the next edition enters into force on 2028-01-01. */
const IN_FORCE = {
  '2017': { validFrom: knownDay('2017-01-01'), validTo: knownDay('2021-12-31') },
  '2022': { validFrom: knownDay('2022-01-01'), validTo: knownDay('2027-12-31') },
} as const;
/** A new subheading that takes a little from more old ones than this (e-waste takes from a thousand) moved from nowhere in particular. */
const MOST_CORRELATED = 30;
const LONGEST_TITLE = 80;

/** The nomenclature in both editions. The correlation brings both lists of codes; the nomenclature's own file brings the titles. */
export function assembleNomenclature(
  pieces: readonly ReadPiece<NomenclatureOfFile | Correlation>[],
  { inForce }: Assembling<NomenclatureContent>,
): readonly Assembled<NomenclatureContent>[] {
  const [titles] = piecesOf(pieces, 'nomenclature');
  const [correlation] = piecesOf(pieces, 'correlation');
  const before = inForce();
  if (titles === undefined && correlation === undefined) return [];
  if (correlation === undefined && before === undefined) {
    throw new TidewaiterError(
      'TDW_REFERENCE_INCOMPLETE',
      `${titles!.file.name} has one edition only; the correlation with HS 2017 is not among the files.`,
      { location: { file: titles!.file.name } },
    );
  }
  const { editions, moves } = correlation === undefined ? before! : correlated(correlation.piece.pairs);
  const content: NomenclatureContent = {
    editions:
      titles === undefined
        ? editions
        : editions.map((edition) =>
            edition.edition === '2022' ? toEdition('2022', titles.piece.subheadings) : edition,
          ),
    moves,
    chapterTitles: titles === undefined ? (before?.chapterTitles ?? {}) : shortened(titles.piece.chapterTitles),
    headingTitles: titles === undefined ? (before?.headingTitles ?? {}) : shortened(titles.piece.headingTitles),
  };
  return [{ content, from: [titles, correlation].filter((piece) => piece !== undefined) }];
}

function correlated(pairs: readonly (readonly [string, string])[]): Pick<NomenclatureContent, 'editions' | 'moves'> {
  const [newer, older] = [new Set(pairs.map(([code]) => code)), new Set(pairs.map(([, code]) => code))];
  const sources = countBy(pairs.map(([now]) => now));
  const moves = new Map<string, Set<string>>();
  const move = (from: string, to: string): void => void moves.set(from, (moves.get(from) ?? new Set()).add(to));
  for (const [now, then] of pairs) {
    if (sources.get(now)! > MOST_CORRELATED) continue;
    if (!newer.has(then)) move(then, now);
    if (!older.has(now)) move(now, then);
  }
  const entries = [...moves].map(([code, codes]) => [code, [...codes].sort().join(' ')] as const);
  return {
    editions: [toEdition('2017', [...older]), toEdition('2022', [...newer])],
    moves: Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

function countBy(codes: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

function toEdition(edition: '2017' | '2022', codes: readonly string[]): NomenclatureEdition {
  const chapters = new Map<string, string[]>();
  for (const code of [...codes].filter((code) => !isNationalChapter(code)).sort()) {
    const chapter = code.slice(0, 2);
    chapters.set(chapter, [...(chapters.get(chapter) ?? []), code.slice(2)]);
  }
  return {
    edition,
    ...IN_FORCE[edition],
    subheadings: Object.fromEntries([...chapters].map(([chapter, rest]) => [chapter, rest.join(' ')])),
  };
}

function shortened(titles: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(titles).map(([code, title]) => [code, shorten(title)]));
}

/** Cuts a long title at its last clause or word that fits. */
function shorten(title: string): string {
  if (title.length <= LONGEST_TITLE) return title;
  const cut = title.slice(0, LONGEST_TITLE);
  const end = Math.max(cut.lastIndexOf(';'), cut.lastIndexOf(','), cut.lastIndexOf(' ', LONGEST_TITLE - 2));
  return `${cut.slice(0, end).replace(/[;,\s]+$/, '')} …`;
}
