import type { ConsumerEvent } from '../adapters/kafka/stream/consumer-events.ts';
import type { AuditResult } from '../audit/ports/audit-store.ts';
import type { OutcomeReport } from '../audit/record-outcomes.ts';
import type { ModelEvent } from '../scoring/models/model-event.ts';
import type { BatchReport } from '../scoring/processor/processor.ts';
import type { ServiceName } from './compose/consumer.ts';
import type { EditionEvent } from './editions/follow-editions.ts';

/** What audit did with a batch of assessments. */
export interface AuditReport extends AuditResult {
  readonly records: number;
  readonly lagSeconds: number;
}

/** Everything that the services of a process say of themselves; observers turn it into metrics, log lines and readiness. */
export type ServiceEvent =
  | { readonly kind: 'consumer'; readonly service: ServiceName; readonly event: ConsumerEvent }
  | { readonly kind: 'batch'; readonly report: BatchReport }
  | { readonly kind: 'audited'; readonly report: AuditReport }
  | { readonly kind: 'outcomes'; readonly report: OutcomeReport }
  | { readonly kind: 'model'; readonly event: ModelEvent }
  | EditionEvent
  /** The reference topic cannot be followed for now: what is in force stays so. */
  | { readonly kind: 'referenceUnread'; readonly error: unknown };

export type Observe = (event: ServiceEvent) => void;

/** Tells several observers of everything, in their order. */
export const toAll =
  (observers: readonly Observe[]): Observe =>
  (event) =>
    observers.forEach((observe) => observe(event));
