import type { StoredAssessment } from '../../../adapters/postgres/recorded-assessments.ts';
import { TidewaiterError } from '../../../risk/failure/tidewaiter-error.ts';
import { type Difference, replayWith } from '../../../risk/record/replay.ts';
import type { ReadRecord, RecordReader } from '../../../runtime/editions/read-records.ts';
import type { ReplayedAnswer, ReplayModels } from './replay-models.ts';

/** What one recorded assessment came to when it was made again. */
export type Verdict =
  | { readonly kind: 'equal' }
  /** The facts are not those whose hash was recorded. */
  | { readonly kind: 'factsAltered' }
  | { readonly kind: 'differs'; readonly difference: Difference };

export interface ReplayedRow {
  readonly verdict: Verdict;
  /** What the models say now; none where they are not asked. */
  readonly answers: readonly ReplayedAnswer[];
}

/** Makes recorded assessments again, each from its own facts and policy. @param askModels asks their models again, too */
export function createRowReplay(
  read: RecordReader,
  askModels: ReplayModels | undefined,
): (row: StoredAssessment) => Promise<ReplayedRow> {
  return async (row) => {
    const record = await readUnaltered(row, read);
    if (record === undefined) return { verdict: { kind: 'factsAltered' }, answers: [] };
    return { verdict: verdictOn(record), answers: (await askModels?.(record.facts)) ?? [] };
  };
}

async function readUnaltered(row: StoredAssessment, read: RecordReader): Promise<ReadRecord | undefined> {
  try {
    return await read(row);
  } catch (error) {
    if (error instanceof TidewaiterError && error.code === 'TDW_RECORD_ALTERED') return undefined;
    throw error;
  }
}

function verdictOn({ facts, assessment, policy }: ReadRecord): Verdict {
  const result = replayWith({ facts, assessment }, policy);
  return result.equal ? { kind: 'equal' } : { kind: 'differs', difference: result.firstDifference };
}
