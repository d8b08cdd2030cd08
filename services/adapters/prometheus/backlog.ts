import type { GroupProgress } from '../kafka/progress/read-progress.ts';
import type { ConsumerEvent } from '../kafka/stream/consumer-events.ts';

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
