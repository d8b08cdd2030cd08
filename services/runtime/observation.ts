import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { topicNames } from '../../config/topic-names.ts';
import { projectRoot } from '../adapters/config/project-root.ts';
import { ACL_ROLES } from '../adapters/kafka/admin/acl-roles.ts';
import { type StableOffsetWatch, watchStableOffsets } from '../adapters/kafka/committed/watch-stable-offsets.ts';
import { type ProgressWatch, watchProgress } from '../adapters/kafka/progress/watch-progress.ts';
import type { Log } from '../adapters/logging/create-log.ts';
import { errorFields } from '../adapters/logging/error-fields.ts';
import { createPostgresModelBaselines } from '../adapters/postgres/model-baselines.ts';
import { createMetrics, type Metrics } from '../adapters/prometheus/metrics.ts';
import {
  createRegistry,
  readinessMetrics,
  retentionMetrics,
  stableOffsetMetrics,
} from '../adapters/prometheus/process-metrics.ts';
import { progressStatus } from '../adapters/readiness/consumer-check.ts';
import { startHealthServer } from '../adapters/readiness/health-server.ts';
import { type WatchedReadiness, watchReadiness } from '../adapters/readiness/watch-readiness.ts';
import { ENGINE } from '../risk/assess/assess.ts';
import type { ServiceName } from './compose/consumer.ts';
import { groupOf, READS } from './compose/consumer.ts';
import { REQUIRED_SETS } from './compose/reference.ts';
import type { Parts } from './parts.ts';
import type { Observe, ServiceEvent } from './service-events.ts';

/** A process seen from outside: its metrics, whether it is ready, and the server that tells both. */
export interface Observation {
  readonly observe: Observe;
  readonly port: number;
  stop(): Promise<void>;
}

/** How often things are looked at, and how long an answer may take, milliseconds. */
const PROBES = { everyMs: 2_000, timeoutMs: 3_000 };
const STABLE_OFFSETS_EVERY_MS = 10_000;
const PROGRESS_EVERY_MS = 5_000;

/** Starts looking after the parts of a process and serves /livez, /readyz and /metrics. */
export async function startObservation(parts: Parts, now: () => number, log: Log): Promise<Observation> {
  const registry = createRegistry();
  const metrics = createMetrics(registry, metricsOptions(parts, now));
  const readiness = await startReadiness(parts, metrics, now);
  readinessMetrics(registry, readiness);
  const stable = await startStableOffsets(
    parts,
    stableOffsetMetrics(registry, parts.settings.kafka.transactionTimeout),
    now,
    log,
  );
  retentionMetrics(registry, retentionOf(parts));
  const progress = await Promise.all(
    parts.only.map((service) => startProgress(service, parts, { metrics, readiness, now, log })),
  );
  const server = await startHealthServer({
    ...parts.settings.http,
    registry,
    livez: () => true,
    readyz: () => readiness.state(),
  });
  return {
    port: server.port,
    observe: (event) => {
      if (event.kind === 'consumer') readiness.consumer(event.service, event.event);
      count(metrics, event);
    },
    stop: async () => {
      await Promise.all([...progress.map((watch) => watch.stop()), stable?.stop(), readiness.stop()]);
      await server.stop();
    },
  };
}

/** Turns what the services say into metrics. */
function count(metrics: Metrics, event: ServiceEvent): void {
  switch (event.kind) {
    case 'consumer':
      return metrics.consumer(event.service, event.event);
    case 'batch':
      return metrics.batch(event.report);
    case 'audited':
      return metrics.audited(event.report);
    case 'outcomes':
      return metrics.outcomes(event.report);
    case 'model':
      return metrics.model(event.event);
    case 'editionInForce':
      if (event.before) metrics.editionChanged();
      return metrics.edition(event.edition);
    case 'editionUnusable':
      return metrics.editionUnusable();
    case 'editionPrepared':
    case 'referenceUnread':
      return undefined;
  }
}

function metricsOptions(
  { settings, only, database, editions }: Parts,
  now: () => number,
): Parameters<typeof createMetrics>[1] {
  const { version } = JSON.parse(readFileSync(join(projectRoot(), 'package.json'), 'utf8')) as { version: string };
  return {
    services: only,
    build: { version, engine: ENGINE, node: process.version },
    models: () => editions?.follower.current.models ?? [],
    editionOverdueSince: () => editions?.follower.state().wanted?.since,
    oldAfter: settings.reference.oldAfter,
    deadlines: settings.deadlines,
    baselines: createPostgresModelBaselines(database),
    now,
  };
}

async function startReadiness(
  { settings, only, database, migrations, kafka, editions }: Parts,
  metrics: Metrics,
  now: () => number,
): Promise<WatchedReadiness> {
  const admin = kafka.admin();
  await admin.connect();
  const readiness = watchReadiness({
    services: only,
    database,
    migrations,
    admin,
    topics: topicsOf(only, settings),
    reported: only.map(progressCheck),
    ...(editions && {
      judging: {
        edition: () => editions.follower.state(),
        reference: () => editions.follower.current.reference,
        requiredSets: REQUIRED_SETS,
        settings: settings.reference,
        models: () => editions.follower.current.models,
        onStoredSources: (sources) => metrics.reference.stored(sources),
      },
    }),
    healthChecks: PROBES,
    now,
  });
  return {
    ...readiness,
    stop: async () => {
      await readiness.stop();
      await admin.disconnect();
    },
  };
}

/** What the services' accounts may see of the topics: the brokers do not tell an account of the others. */
function topicsOf(only: Parts['only'], { kafka }: Parts['settings']): readonly string[] {
  const names = topicNames(kafka.topics);
  const keys = ACL_ROLES.filter(({ account }) => only.some((service) => service === account)).flatMap(
    ({ reads, writes }) => [...reads, ...writes],
  );
  return [...new Set(keys)].map((key) => names[key]);
}

/** The shortest retention of what each service reads, milliseconds. */
function retentionOf({ only, settings: { retention } }: Parts): ReadonlyMap<string, number> {
  return new Map(only.map((service) => [service, Math.min(...READS[service].map((topic) => retention.topics[topic]))]));
}

const progressCheck = (service: ServiceName): string => `${service}-progress`;

interface ProgressListeners {
  readonly metrics: Metrics;
  readonly readiness: WatchedReadiness;
  readonly now: () => number;
  readonly log: Log;
}

/** The whole group's progress, partition by partition: every process tells of it, also where others hold the partitions, or nobody does. */
async function startProgress(
  service: ServiceName,
  { settings: { kafka: settings }, kafka }: Parts,
  { metrics, readiness, now, log }: ProgressListeners,
): Promise<ProgressWatch> {
  const watched = {
    ...groupOf(service, settings),
    everyMs: PROGRESS_EVERY_MS,
    standstillAfterMs: settings.consumer.standstillAfter,
    now,
  };
  return watchProgress(
    kafka,
    watched,
    (progress) => {
      metrics.progress(service, progress);
      readiness.report(progressCheck(service), progressStatus(progress.standing));
    },
    (error) => log('position.unread', { part: service, ...errorFields(error) }),
  );
}

/** Where scoring's transactions write to: one that hangs there keeps every reader of committed records waiting. */
async function startStableOffsets(
  { settings, kafka, editions }: Parts,
  observe: ReturnType<typeof stableOffsetMetrics>,
  now: () => number,
  log: Log,
): Promise<StableOffsetWatch | undefined> {
  if (!editions) return undefined;
  const names = topicNames(settings.kafka.topics);
  const topics = ACL_ROLES.filter(({ account }) => account === 'scoring').flatMap(({ writes }) =>
    writes.map((key) => names[key]),
  );
  return watchStableOffsets(kafka, { topics, everyMs: STABLE_OFFSETS_EVERY_MS, now }, observe, (error) =>
    log('stableOffsets.unread', errorFields(error)),
  );
}
