import type { z } from 'zod';
import { TidewaiterError } from '../../../../services/risk/failure/tidewaiter-error.ts';

/** Why a row of a table is none: its line and the column in its own words. @param index of the row under the header, from 0 */
export function rowRefusal({ issues }: z.ZodError, file: string, index: number): TidewaiterError {
  const [{ path, message } = { path: [], message: 'is no row' }] = issues;
  const [line, element] = [index + 2, path.join('.')];
  return new TidewaiterError('TDW_MODEL_DATA', `${file}, line ${String(line)}, ${element}: ${message}.`, {
    location: { file, line, element },
  });
}

/** Whether a line of a table has the column and states nothing in it. */
export function isBlank(line: unknown, column: string): boolean {
  return typeof line === 'object' && line !== null && (line as Readonly<Record<string, unknown>>)[column] === '';
}
