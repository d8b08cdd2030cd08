import type { Counter } from 'prom-client';

/** Counts by value. A batch is tallied first, so that a counter is touched once a batch and not once an item. */
export type Tally = Map<string, number>;

export function count<T>(tally: Map<T, number>, value: T, times = 1): void {
  tally.set(value, (tally.get(value) ?? 0) + times);
}

/** Counts by the labels of a counter. */
export class LabelTally<L extends string> {
  readonly #counts = new Map<string, { readonly labels: Readonly<Record<L, string>>; times: number }>();

  add(labels: Readonly<Record<L, string>>, times = 1): void {
    const key = Object.values(labels).join('\n');
    const known = this.#counts.get(key);
    if (known === undefined) this.#counts.set(key, { labels, times });
    else known.times += times;
  }

  addTo(counter: Counter<L>): void {
    for (const { labels, times } of this.#counts.values())
      counter.inc(labels as Parameters<Counter<L>['inc']>[0] & object, times);
  }
}
