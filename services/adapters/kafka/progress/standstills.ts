import type { PartitionProgress } from './read-progress.ts';

/** A partition with unanswered records that has not moved for longer than it may. */
export interface Standstill {
  readonly topic: string;
  readonly partition: number;
  readonly unanswered: number;
  /** When it was first seen where it stands, milliseconds since the epoch. */
  readonly since: number;
}

/** Compares look with look, partition by partition: others that go on hide nothing. */
export class Standstills {
  readonly #afterMs: number;
  readonly #seen = new Map<string, { readonly next: bigint; readonly since: number }>();

  constructor(afterMs: number) {
    this.#afterMs = afterMs;
  }

  /** Those that stand still by now, the longest first. */
  look(partitions: readonly PartitionProgress[], now: number): readonly Standstill[] {
    const waiting = partitions.filter(({ unanswered }) => unanswered > 0);
    const before = new Map(this.#seen);
    this.#seen.clear();
    return waiting
      .map(({ topic, partition, next, unanswered }) => {
        const key = `${topic}/${partition}`;
        const seen = before.get(key);
        const since = seen?.next === next ? seen.since : now;
        this.#seen.set(key, { next, since });
        return { topic, partition, unanswered, since };
      })
      .filter(({ since }) => now - since >= this.#afterMs)
      .sort((a, b) => a.since - b.since);
  }
}
