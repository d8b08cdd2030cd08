/** Counts by value. A batch is tallied first, so that a counter is touched once a batch and not once an item. */
export type Tally = Map<string, number>;

export function count<T>(tally: Map<T, number>, value: T, times = 1): void {
  tally.set(value, (tally.get(value) ?? 0) + times);
}
