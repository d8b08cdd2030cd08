import { TidewaiterError } from '../../../../risk/failure/tidewaiter-error.ts';
import { asTidewaiterError } from '../../../exit/report-error.ts';

/** `warn`: works, but somebody should see to it. `fail`: declarations cannot be judged like this. */
export type Health = 'ok' | 'warn' | 'fail';

/** What one check found. */
export interface Diagnosis {
  readonly status: Health;
  readonly says: string;
  /** What to do, where there is something. */
  readonly todo?: string;
}

/** One thing that has to be right. */
export interface Check {
  readonly name: string;
  /** May throw: what is thrown is the diagnosis. */
  readonly examine: () => Promise<Diagnosis>;
}

export type Checked = Diagnosis & { readonly name: string };

/** Longest that a check may take, milliseconds: doctor has to answer where nothing else does. */
const PATIENCE = 20_000;

/** Makes a check; it never throws. */
export async function runCheck({ name, examine }: Check): Promise<Checked> {
  try {
    return { name, ...(await within(PATIENCE, examine())) };
  } catch (thrown) {
    const error = asTidewaiterError(thrown);
    return { name, status: 'fail', says: `${error.code}: ${error.message}`, todo: error.todo };
  }
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new TidewaiterError('TDW_DOCTOR_TIMEOUT', `no answer within ${milliseconds / 1000} s`)),
      milliseconds,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

export const fine = (says: string): Diagnosis => ({ status: 'ok', says });
export const warning = (says: string, todo: string): Diagnosis => ({ status: 'warn', says, todo });
export const failure = (says: string, todo: string): Diagnosis => ({ status: 'fail', says, todo });
