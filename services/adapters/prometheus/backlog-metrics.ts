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
  const backlogs = new Map(services.map((service) => [service, new Backlog()]));
  const standing = new Map<string, readonly Standstill[]>(services.map((service) => [service, []]));
  const add = (name: string, help: string, valueOf: (service: string) => number): void =>
    addServiceGauge(registry, services, { name, help, valueOf });
  add('tidewaiter_consumer_lag_records', 'Records that wait for an answer.', (service) =>
    backlogs.get(service)!.records(),
  );
  add(
    'tidewaiter_partitions_standing_still',
    'Partitions with unanswered records that do not move, whoever reads them.',
    (service) => standing.get(service)!.length,
  );
  add(
    'tidewaiter_standstill_seconds',
    'For how long the partition that stands still the longest has not moved; 0 where none stands still.',
    (service) => secondsSince(standing.get(service)![0]?.since, now()),
  );
  add(
    'tidewaiter_oldest_unanswered_seconds',
    'Time since the arrival of the oldest record that has no committed answer; 0 where none waits.',
    (service) => secondsSince(backlogs.get(service)!.oldest(), now()),
  );
  return {
    follow: (service, event) => backlogs.get(service)?.follow(event),
    locate: (service, progress) => {
      backlogs.get(service)?.locate(progress);
      standing.set(service, progress.standing);
    },
  };
}

interface ServiceGauge {
  readonly name: string;
  readonly help: string;
  readonly valueOf: (service: string) => number;
}

/** A gauge with a value for each service, asked for as it is read. */
function addServiceGauge(registry: Registry, services: readonly string[], { name, help, valueOf }: ServiceGauge): void {
  new Gauge({
    ...{ name, help, registers: [registry] },
    labelNames: ['service'] as const,
    collect() {
      for (const service of services) this.set({ service }, valueOf(service));
    },
  });
}

/** Both in milliseconds since the epoch; 0 where there is no such moment, or it is to come by another clock. */
const secondsSince = (moment: number | undefined, now: number): number => Math.max(0, now - (moment ?? now)) / 1000;

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
