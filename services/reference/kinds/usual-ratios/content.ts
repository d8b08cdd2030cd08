import { firstProblem, isText, type RowProblem } from '../rows.ts';

/**
 * Code, ratio ("USD/KGM", "KGM/NAR", "USD/NAR"), median and MAD of its natural logarithm, and from how many goods. What was learned from
 * declarations on record ends here; what comes from statistics names its source and the logarithms of the 10th and 90th percentile, by
 * which it is judged instead of the MAD.
 */
export type UsualRow = readonly [
  code: string,
  unit: string,
  medianLog: number,
  madLog: number,
  count: number,
  source?: string,
  lowLog?: number,
  highLog?: number,
];

/** Statistics of trade elsewhere, which hold until one's own record says something of a code. */
export interface UsualSource {
  /** Behind a range and the number of lines, for inspectors: "old import statistics, scaled". */
  readonly inWords: string;
  /** Standard deviation of the logarithm by which the middle of such a row may lie beside the trade of today. */
  readonly uncertainty: number;
}

export interface UsualRatiosContent {
  /** Currency of the unit values, and the day whose money it is. */
  readonly currency: string;
  readonly minimumCount: number;
  readonly rows: readonly UsualRow[];
  /** By the name that rows give. */
  readonly sources?: Readonly<Record<string, UsualSource>>;
}

export function usualProblem({ rows, sources = {} }: UsualRatiosContent): RowProblem | undefined {
  const unclear = Object.keys(sources).find(
    (name) => !isText(sources[name]!.inWords) || !(sources[name]!.uncertainty >= 0),
  );
  if (unclear !== undefined) return { path: `sources.${unclear}`, what: 'is to have words and an uncertainty' };
  return firstProblem('rows', rows, (row) => wantedInstead(row, sources));
}

function wantedInstead(
  [code, unit, medianLog, madLog, count, source, lowLog, highLog]: UsualRow,
  sources: Readonly<Record<string, UsualSource>>,
): string | undefined {
  const fine =
    /^\d{2}(\d{2}){0,3}$/.test(code) &&
    /^[A-Z0-9]{2,3}\/[A-Z0-9]{2,3}$/.test(unit) &&
    Number.isFinite(medianLog) &&
    Number.isFinite(madLog) &&
    madLog >= 0 &&
    Number.isInteger(count) &&
    count > 0;
  if (!fine) return 'a code of an even number of digits, a ratio of units, median, spread and count';
  const placed = source === undefined || (source in sources && lowLog! <= medianLog && medianLog <= highLog!);
  return placed ? undefined : 'a source that is described, and percentiles on both sides of the median';
}
