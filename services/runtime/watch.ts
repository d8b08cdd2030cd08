import type { ConsumerEvent } from '../adapters/kafka/stream/consumer-events.ts';
import type { AuditResult } from '../audit/ports/audit-store.ts';
import type { OutcomeReport } from '../audit/record-outcomes.ts';
import type { ModelEvent } from '../scoring/models/model-event.ts';
import type { BatchReport } from '../scoring/processor/processor.ts';

export type ServiceName = 'scoring' | 'audit';
export const SERVICES = ['scoring', 'audit'] as const satisfies readonly ServiceName[];

/** Everything that the services tell of themselves; turned into metrics, log events and readiness in one place. */
export interface Watch {
  consumer(service: ServiceName, event: ConsumerEvent): void;
  batch(report: BatchReport): void;
  audited(report: AuditResult & { readonly records: number; readonly lagSeconds: number }): void;
  outcomes(report: OutcomeReport): void;
  model(event: ModelEvent): void;
  /** The reference topic cannot be followed for now: what is in force stays so. */
  activationsUnread(error: unknown): void;
}

/** Tells two watches of everything. */
export function both(first: Watch, second: Watch): Watch {
  return {
    consumer: (service, event) => [first, second].forEach((watch) => watch.consumer(service, event)),
    batch: (report) => [first, second].forEach((watch) => watch.batch(report)),
    audited: (report) => [first, second].forEach((watch) => watch.audited(report)),
    outcomes: (report) => [first, second].forEach((watch) => watch.outcomes(report)),
    model: (event) => [first, second].forEach((watch) => watch.model(event)),
    activationsUnread: (error) => [first, second].forEach((watch) => watch.activationsUnread(error)),
  };
}
