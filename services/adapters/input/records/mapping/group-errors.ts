import { TidewaiterError } from '../../../../risk/failure/tidewaiter-error.ts';

/** For a declaration beside a row that cannot be read and may be of it. */
export function besideGap(line: number): TidewaiterError {
  return new TidewaiterError(
    'TDW_CSV_MALFORMED',
    'A row that may be one of the goods items of this declaration cannot be read.',
    { location: { line } },
  );
}

/** For two rows of one declaration that differ in a column of it. */
export function contradicting(column: string, [first, second]: readonly [number, number]): TidewaiterError {
  const location = { location: { line: second, element: column } };
  return new TidewaiterError(
    'TDW_CSV_GROUP',
    `Lines ${String(first)} and ${String(second)} are rows of one declaration and differ in ` +
      `${JSON.stringify(column)}, which it has once.`,
    location,
  );
}

/** For a row that cannot be put to a declaration. */
export function groupError(line: number, what: string): TidewaiterError {
  return new TidewaiterError('TDW_CSV_GROUP', what, { location: { line } });
}

/** For a declaration that stood further up already. */
export function comesAgain(line: number, before: number): TidewaiterError {
  const what = `The declaration of this row stands on line ${String(before)} already, with others between`;
  return groupError(line, `${what}; what stands here is an event of its own, partial.`);
}
