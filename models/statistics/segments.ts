import { type ConformalTable, conformalTable, tablePValue } from './conformal.ts';

/** Calibration per segment: a table for each segment that had enough scores. */
export interface SegmentTables {
  /** By segment name: "HS4 8471", "long texts"; the one for all goods is `ALL`. */
  readonly tables: ReadonlyMap<string, ConformalTable>;
  /** Fewer scores than this make no table. */
  readonly minimum: number;
}

/** The segment that everything belongs to. */
export const ALL = '*';

/** A p-value and which segment it was read from. */
export interface SegmentPValue {
  readonly pValue: number;
  readonly segment: string;
  /** Calibration scores of that segment. */
  readonly count: number;
}

/**
 * One table for every segment with at least `minimum` scores, and one for all.
 * @param segmentsOf the segments of a score, by its index, in any order; `ALL` need not be named
 */
export function calibrateSegments(
  scores: ArrayLike<number>,
  segmentsOf: (index: number) => readonly string[],
  minimum: number,
): SegmentTables {
  const bySegment = new Map<string, number[]>([[ALL, []]]);
  for (let index = 0; index < scores.length; index += 1) {
    for (const segment of new Set([ALL, ...segmentsOf(index)])) {
      const members = bySegment.get(segment);
      if (members === undefined) bySegment.set(segment, [scores[index] ?? 0]);
      else members.push(scores[index] ?? 0);
    }
  }
  const enough = [...bySegment].filter(([segment, members]) => segment === ALL || members.length >= minimum);
  return { tables: new Map(enough.map(([segment, members]) => [segment, conformalTable(members)])), minimum };
}

/** The table of the first of the segments (narrowest first) that has one, else that of all goods. */
export function segmentTable(
  { tables }: SegmentTables,
  segments: readonly string[],
): { readonly segment: string; readonly table: ConformalTable } {
  const segment = segments.find((one) => tables.has(one)) ?? ALL;
  const table = tables.get(segment);
  if (table === undefined) throw new RangeError('calibration has no table for all goods');
  return { segment, table };
}

/** The p-value by that table. */
export function segmentPValue(of: SegmentTables, segments: readonly string[], score: number): SegmentPValue {
  const { segment, table } = segmentTable(of, segments);
  return { pValue: tablePValue(table, score), segment, count: table.count };
}
