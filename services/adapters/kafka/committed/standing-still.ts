/** A partition whose last stable offset stands below its high watermark, and since when it has been seen at this place. */
export interface Standstill {
  readonly stable: bigint;
  /** Milliseconds since the epoch. */
  readonly since: number;
}

export type Standstills = ReadonlyMap<number, Standstill>;

type Offsets = ReadonlyMap<number, bigint>;

/**
 * What stands still after one more look. A transaction under way moves on with the next one, a hanging one does not; a partition
 * whose two offsets are the same, or that one of the looks does not name, holds nothing open.
 */
export function standstills(before: Standstills, stable: Offsets, high: Offsets, now: number): Standstills {
  const open = [...stable].filter(([partition, offset]) => offset < (high.get(partition) ?? offset));
  return new Map(
    open.map(([partition, offset]) => [
      partition,
      seenBefore(before.get(partition), offset) ?? { stable: offset, since: now },
    ]),
  );
}

const seenBefore = (before: Standstill | undefined, offset: bigint): Standstill | undefined =>
  before?.stable === offset ? before : undefined;

/** For how long the one that stands longest has been standing, milliseconds. */
export function longestStandstill(of: Standstills, now: number): number {
  return Math.max(0, ...[...of.values()].map(({ since }) => now - since));
}
