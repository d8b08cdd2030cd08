import type { Outcome } from '../risk/outcome/outcome.ts';
import type { AuditResult, AuditStore } from './ports/audit-store.ts';
import type { TopicRecord } from './record-assessments.ts';

export interface OutcomeDeps {
  readonly decode: (bytes: Buffer) => Outcome;
  readonly store: Pick<AuditStore, 'recordOutcomes'>;
  readonly observe: (report: AuditResult) => void;
}

/** Writes what inspections found, and counts hits in the traders' histories, once a declaration. */
export function createOutcomeRecorder({ decode, store, observe }: OutcomeDeps): (records: readonly TopicRecord[]) => Promise<void> {
  return async function recordOutcomes(records) {
    const outcomes = records.flatMap((record) => (record.value ? [decode(record.value)] : []));
    if (outcomes.length > 0) observe(await store.recordOutcomes(outcomes));
  };
}
