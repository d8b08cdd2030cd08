import { firstProblem, type RowProblem } from '../rows.ts';

/** Level, code, ratio ("USD/KGM", "KGM/NAR"), median and MAD of the natural logarithm, observations. */
export type UsualRow = readonly [code: string, unit: string, medianLog: number, madLog: number, count: number];

export interface UsualRatiosContent {
  /** Currency of the unit values, and the day whose money it is. */
  readonly currency: string;
  readonly minimumCount: number;
  readonly rows: readonly UsualRow[];
}

export function usualProblem({ rows }: UsualRatiosContent): RowProblem | undefined {
  return firstProblem('rows', rows, wantedInstead);
}

function wantedInstead([code, unit, medianLog, madLog, count]: UsualRow): string | undefined {
  const fine =
    /^\d{2}(\d{2}){0,3}$/.test(code) &&
    /^[A-Z0-9]{2,3}\/[A-Z0-9]{2,3}$/.test(unit) &&
    Number.isFinite(medianLog) &&
    Number.isFinite(madLog) &&
    madLog >= 0 &&
    Number.isInteger(count) &&
    count > 0;
  return fine ? undefined : 'a code of an even number of digits, a ratio of units, median, spread and count';
}
