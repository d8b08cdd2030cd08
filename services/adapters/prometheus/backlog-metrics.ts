import { Gauge, type Registry } from 'prom-client';
import type { GroupProgress } from '../kafka/progress/read-progress.ts';
import type { Standstill } from '../kafka/progress/standstills.ts';
import type { WatchedProgress } from '../kafka/progress/watch-progress.ts';
import type { ConsumerEvent } from '../kafka/stream/consumer-events.ts';

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

type GroupPosition = Pick<GroupProgress, 'records' | 'oldest'>;

interface Standing {
  readonly records: number;
  /** Arrival of the oldest record at hand that is not answered, milliseconds since the epoch. */
  readonly oldest: number | undefined;
}

/** What waits before one service, as far as this process can tell: from what it holds, and from the brokers' own books. */
export class Backlog {
  readonly #held = new Map<string, Standing>();
  #position: GroupPosition | undefined;

  follow(event: ConsumerEvent): void {
    if (event.kind === 'joined') this.#held.clear();
    if (event.kind !== 'lag' && event.kind !== 'answered') return;
    const key = `${event.topic}/${event.partition}`;
    const before = this.#held.get(key)?.records ?? 0;
    const records = event.kind === 'lag' ? event.records : Math.max(0, before - event.records);
    this.#held.set(key, { records, oldest: event.oldest });
  }

  /** The brokers know of partitions too that nobody reads, and of what happened since the last batch. */
  locate(position: GroupPosition): void {
    this.#position = position;
  }

  records(): number {
    return this.#position?.records ?? [...this.#held.values()].reduce((sum, { records }) => sum + records, 0);
  }

  /** Arrival of the oldest unanswered record known; undefined where none waits. */
  oldest(): number | undefined {
    const arrivals = [this.#position?.oldest, ...[...this.#held.values()].map(({ oldest }) => oldest)].filter(
      (arrival) => arrival !== undefined,
    );
    return arrivals.length === 0 ? undefined : Math.min(...arrivals);
  }
}
