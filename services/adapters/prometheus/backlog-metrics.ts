import { Gauge, type Registry } from 'prom-client';
import type { ConsumerEvent } from '../kafka/consumer-events.ts';
import type { GroupPosition } from '../kafka/watch-position.ts';
import { Backlog } from './backlog.ts';

export interface BacklogMetrics {
  follow(service: string, event: ConsumerEvent): void;
  locate(service: string, position: GroupPosition): void;
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
  new Gauge({
    name: 'tidewaiter_oldest_unanswered_seconds',
    help: 'Time since the arrival of the oldest record that has no committed answer; 0 where none waits.',
    labelNames: ['service'] as const,
    registers,
    collect() {
      for (const [service, backlog] of backlogs) this.set({ service }, Math.max(0, now() - (backlog.oldest() ?? now())) / 1000);
    },
  });
  return {
    follow: (service, event) => backlogs.get(service)?.follow(event),
    locate: (service, position) => backlogs.get(service)?.locate(position),
  };
}
