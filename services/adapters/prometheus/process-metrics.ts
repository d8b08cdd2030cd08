import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Readiness } from '../readiness/readiness.ts';

/** A registry of its own, with the metrics of the process (CPU, memory, event loop, garbage collection) in it. */
export function createRegistry(): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return registry;
}

export interface Build {
  /** Of package.json. */
  readonly version: string;
  /** Version of the judgement itself. */
  readonly engine: string;
  /** Of the runtime, "v20.19.0". */
  readonly node: string;
}

/** What runs here. @returns to be told of the policy in use, where the process judges */
export function buildMetrics(registry: Registry, { version, engine, node }: Build): (policyHash: string) => void {
  const info = new Gauge({
    name: 'tidewaiter_build_info',
    help: 'What runs here; always 1.',
    labelNames: ['version', 'engine', 'policy', 'node'] as const,
    registers: [registry],
  });
  const use = (policy: string): void => {
    info.reset();
    info.set({ version, engine, policy, node }, 1);
  };
  use('none');
  return (policyHash) => use(policyHash.slice(0, 12));
}

/** Each named check as a number, worked out when asked. */
export function readinessMetrics(registry: Registry, readiness: Pick<Readiness, 'state'>): void {
  new Gauge({
    name: 'tidewaiter_ready',
    help: 'Whether everything that the services of this process need is there.',
    registers: [registry],
    collect() {
      this.set(readiness.state().ready ? 1 : 0);
    },
  });
  new Gauge({
    name: 'tidewaiter_check_ready',
    help: 'Whether a named check finds what it looks for.',
    labelNames: ['check'] as const,
    registers: [registry],
    collect() {
      for (const { check, status } of readiness.state().checks) this.set({ check }, status === 'failing' ? 0 : 1);
    },
  });
}

/** How long the topics of each service keep their records: what waits longer leaves them unanswered. @param kept milliseconds, the shortest of a service's topics */
export function retentionMetrics(registry: Registry, kept: ReadonlyMap<string, number>): void {
  const gauge = new Gauge({
    name: 'tidewaiter_retention_seconds',
    help: 'Shortest time that a topic of the service keeps its records, by the settings.',
    labelNames: ['service'] as const,
    registers: [registry],
  });
  for (const [service, milliseconds] of kept) gauge.set({ service }, milliseconds / 1000);
}

const SECOND = 1_000;

/** Whether a transaction hangs in a topic that answers leave to. @param transactionTimeout after which brokers abort one, milliseconds */
export function stableOffsetMetrics(
  registry: Registry,
  transactionTimeout: number,
): (topic: string, standing: number) => void {
  const registers = [registry];
  const stands = new Gauge({
    name: 'tidewaiter_stable_offset_stands_seconds',
    help: 'For how long the last stable offset of a partition has stood still below the high watermark, the longest of the topic; 0 where none does.',
    labelNames: ['topic'] as const,
    registers,
  });
  new Gauge({
    name: 'tidewaiter_transaction_timeout_seconds',
    help: 'How long a transaction may stay open before the brokers abort it.',
    registers,
  }).set(transactionTimeout / SECOND);
  return (topic, standing) => stands.set({ topic }, standing / SECOND);
}
