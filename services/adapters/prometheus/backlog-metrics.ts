import { Gauge, type Registry } from 'prom-client';
import type { Standstill } from '../kafka/progress/standstills.ts';
import type { WatchedProgress } from '../kafka/progress/watch-progress.ts';
import type { ConsumerEvent } from '../kafka/stream/consumer-events.ts';
import { Backlog } from './backlog.ts';

export interface BacklogMetrics {
  follow(service: string, event: ConsumerEvent): void;
  locate(service: string, progress: WatchedProgress): void;
}

export interface BacklogOptions {
  readonly services: readonly string[];
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** How much waits, and how long the oldest of it has waited: worked out when asked, so that it grows while nothing moves. */
export function backlogMetrics(registry: Registry, { services, now }: BacklogOptions): BacklogMetrics {
  const registers = [registry];
  const backlogs = new Map(services.map((service) => [service, new Backlog()]));
  new Gauge({
    name: 'tidewaiter_consumer_lag_records',
    help: 'Records that wait for an answer.',
    labelNames: ['service'] as const,
    registers,
    collect() {
      for (const [service, backlog] of backlogs) this.set({ service }, backlog.records());
    },
  });
  const standing = new Map<string, readonly Standstill[]>(services.map((service) => [service, []]));
  new Gauge({
    name: 'tidewaiter_partitions_standing_still',
    help: 'Partitions with unanswered records that do not move, whoever reads them.',
    labelNames: ['service'] as const,
    registers,
    collect() {
      for (const [service, stills] of standing) this.set({ service }, stills.length);
    },
  });
  new Gauge({
    name: 'tidewaiter_standstill_seconds',
    help: 'For how long the partition that stands still the longest has not moved; 0 where none stands still.',
    labelNames: ['service'] as const,
    registers,
    collect() {
      for (const [service, [longest]] of standing)
        this.set({ service }, longest ? Math.max(0, now() - longest.since) / 1000 : 0);
    },
  });
  new Gauge({
    name: 'tidewaiter_oldest_unanswered_seconds',
    help: 'Time since the arrival of the oldest record that has no committed answer; 0 where none waits.',
    labelNames: ['service'] as const,
    registers,
    collect() {
      for (const [service, backlog] of backlogs)
        this.set({ service }, Math.max(0, now() - (backlog.oldest() ?? now())) / 1000);
    },
  });
  return {
    follow: (service, event) => backlogs.get(service)?.follow(event),
    locate: (service, progress) => {
      backlogs.get(service)?.locate(progress);
      standing.set(service, progress.standing);
    },
  };
}
