import { problemsOf } from '../risk/declaration/validate.ts';
import type { ErrorCode } from '../risk/failure/error-codes.ts';
import { TidewaiterError } from '../risk/failure/tidewaiter-error.ts';
import type { Outcome } from '../risk/messages/outcome.ts';
import { OUTCOME } from '../risk/messages/outcome-fields.ts';
import type { AuditStore, OutcomesResult } from './ports/audit-store.ts';
import type { TopicRecord } from './record-assessments.ts';

/** A record that is no outcome, by what is wrong and where it stands. */
export interface RefusedRecord {
  readonly code: ErrorCode;
  readonly partition: number;
  readonly offset: bigint;
}

export interface OutcomeReport extends OutcomesResult {
  readonly refused: readonly RefusedRecord[];
}

export interface OutcomeDeps {
  readonly decode: (bytes: Buffer) => Outcome;
  readonly store: Pick<AuditStore, 'recordOutcomes'>;
  readonly observe: (report: OutcomeReport) => void;
}

const NOTHING: OutcomesResult = { written: 0, repeated: 0, conflicting: [], findings: [], declarations: [] };

/**
 * Writes what inspections found, and counts hits in the traders' histories, once a declaration. Outcomes come from the inspectors' own
 * systems: a record that is none is told and passed over, so that it does not hold up those behind it; it stays on its topic.
 */
export function createOutcomeRecorder({
  decode,
  store,
  observe,
}: OutcomeDeps): (records: readonly TopicRecord[]) => Promise<void> {
  return async function recordOutcomes(records) {
    const read = records.flatMap((record) => (record.value ? [outcomeIn(record, record.value, decode)] : []));
    const outcomes = read.filter((one) => 'outcomeId' in one);
    const refused = read.filter((one) => 'offset' in one);
    if (read.length > 0)
      observe({ ...(outcomes.length > 0 ? await store.recordOutcomes(outcomes) : NOTHING), refused });
  };
}

function outcomeIn(
  { partition, offset }: TopicRecord,
  value: Buffer,
  decode: OutcomeDeps['decode'],
): Outcome | RefusedRecord {
  try {
    const outcome = decode(value);
    return problemsOf(outcome, OUTCOME).length === 0 ? outcome : { code: 'TDW_OUTCOMES_MALFORMED', partition, offset };
  } catch (error) {
    if (error instanceof TidewaiterError && error.failureClass === 'input')
      return { code: error.code, partition, offset };
    throw error;
  }
}
