import type { Registry } from 'prom-client';
import type { DeadlineSettings, ReferenceSettings } from '../../../config/settings.ts';
import type { AuditResult } from '../../audit/ports/audit-store.ts';
import type { OutcomeReport } from '../../audit/record-outcomes.ts';
import type { ReferenceData } from '../../risk/look-up/reference-data.ts';
import type { Policy } from '../../risk/policy/policy.ts';
import type { ModelEvent } from '../../scoring/models/model-event.ts';
import type { ModelBaselines } from '../../scoring/ports/model-baselines.ts';
import type { BatchReport } from '../../scoring/processor/processor.ts';
import type { WatchedProgress } from '../kafka/progress/watch-progress.ts';
import type { ConsumerEvent } from '../kafka/stream/consumer-events.ts';
import { answerTimeMetrics } from './answer-time-metrics.ts';
import { auditMetrics } from './audit-metrics.ts';
import { backlogMetrics } from './backlog-metrics.ts';
import { batchMetrics, endedMetrics, referralMetrics } from './batch-metrics.ts';
import { committedBatches, type Read } from './committed-batches.ts';
import { consumerMetrics } from './consumer-metrics.ts';
import { deadlineMetrics } from './deadline-metrics.ts';
import { declarationMetrics, officeMetrics } from './declaration-metrics.ts';
import { editionMetrics, type EditionName } from './edition-metrics.ts';
import { elementMetrics, factMetrics, type FindingMetrics, findingMetrics } from './finding-metrics.ts';
import { type ModelMetrics, modelMetrics } from './model-metrics.ts';
import type { ModelName } from './model-service-metrics.ts';
import { type Build, buildMetrics } from './process-metrics.ts';
import { type ReferenceMetrics, referenceMetrics } from './reference-metrics.ts';
import { transactionMetrics } from './transaction-metrics.ts';

export interface MetricsOptions {
  /** The services of this process: "scoring", "audit". */
  readonly services: readonly string[];
  readonly build: Build;
  /** Those in use; none in a process that does not judge. */
  readonly models: () => readonly ModelName[];
  /** See edition-metrics. */
  readonly editionOverdueSince: () => number | undefined;
  readonly oldAfter: ReferenceSettings['oldAfter'];
  readonly deadlines: DeadlineSettings;
  /** What is usual of each model's numbers here. */
  readonly baselines: ModelBaselines;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** Takes in what the services tell of themselves and turns it into metrics; the services know nothing of them. */
export interface Metrics {
  consumer(service: string, event: ConsumerEvent): void;
  /** Counted once its transaction is committed, which `consumer` tells. */
  batch(report: BatchReport): void;
  progress(service: string, progress: WatchedProgress): void;
  audited(report: AuditResult & { readonly records: number; readonly lagSeconds: number }): void;
  outcomes(report: OutcomeReport): void;
  model(event: ModelEvent): void;
  readonly reference: Pick<ReferenceMetrics, 'stored'>;
  /** What judges from now on. */
  edition(edition: JudgingEdition): void;
  editionChanged(): void;
  editionUnusable(): void;
}

/** An edition as metrics see it. */
export interface JudgingEdition extends EditionName {
  readonly policy: Pick<Policy, 'hash' | 'rules'>;
  readonly reference: Pick<ReferenceData, 'versions' | 'sourceDays'>;
}

/** Every metric of the services, declared in `registry`. Labels are bounded: none carries a partition, a declaration or a trader. */
export function createMetrics(
  registry: Registry,
  { services, build, models, editionOverdueSince, oldAfter, deadlines, baselines, now }: MetricsOptions,
): Metrics {
  const [worked, asked, findings] = [
    batchMetrics(registry),
    modelMetrics(registry, models, baselines),
    findingMetrics(registry),
  ];
  const [consumers, transactions] = [consumerMetrics(registry, services), transactionMetrics(registry)];
  const backlog = backlogMetrics(registry, { services, now });
  const audit = auditMetrics(registry);
  const batches = committedBatches(answerMetrics(registry, { asked, findings, deadlines }), now);
  const [usePolicy, editions] = [buildMetrics(registry, build), editionMetrics(registry, editionOverdueSince, now)];
  const reference = referenceMetrics(registry, oldAfter, now);
  return {
    consumer: (service, event) => {
      consumers(service, event);
      transactions(event);
      backlog.follow(service, event);
      if (service === 'scoring') batches.follow(event);
    },
    batch: (report) => {
      worked(report);
      batches.hold(report);
    },
    progress: (service, progress) => backlog.locate(service, progress),
    audited: (report) => audit.assessments(report),
    outcomes: (report) => audit.outcomes(report),
    model: (event) => asked.event(event),
    reference,
    edition: (edition) => {
      editions.use(edition);
      usePolicy(edition.policy.hash);
      reference.use(edition.reference);
      const ids = edition.policy.rules.map(({ document }) => document.id);
      findings.use([...ids, ...models().map(({ name }) => name)]);
      audit.use(ids);
    },
    editionChanged: () => editions.changed(),
    editionUnusable: () => editions.unusable(),
  };
}

/** What is counted of a batch's answers once they are committed. */
function answerMetrics(
  registry: Registry,
  {
    asked,
    findings,
    deadlines,
  }: {
    readonly asked: ModelMetrics;
    readonly findings: FindingMetrics;
    readonly deadlines: DeadlineSettings;
  },
): Read<BatchReport> {
  const [ended, referred] = [endedMetrics(registry), referralMetrics(registry)];
  const answered = [
    declarationMetrics(registry),
    officeMetrics(registry),
    findings.answered,
    factMetrics(registry),
    elementMetrics(registry),
    answerTimeMetrics(registry),
    deadlineMetrics(registry, deadlines),
    asked.answered,
  ];
  return (report) => {
    const counts = [...answered.map((read) => read(report.good)), ended(report.ended), referred(report.referrals)];
    return (committedAt) => counts.forEach((count) => count(committedAt));
  };
}
