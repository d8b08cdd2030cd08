import type { Counter } from 'prom-client';

/** What a label says of every value that it has no room for. */
export const OTHER = 'other';

/** Maps a value from outside to a label's value, of which there are never more than a fixed number. */
export type BoundedLabel = (value: string) => string;

/** Only the values that are known beforehand. */
export function oneOf(known: Iterable<string>): BoundedLabel {
  const values = new Set(known);
  return (value) => (values.has(value) ? value : OTHER);
}

/** The first so many well-formed values that come by: for what is few in practice, but nowhere listed. */
export function firstOf(limit: number, form: RegExp): BoundedLabel {
  const values = new Set<string>();
  return (value) => {
    if (values.has(value)) return value;
    if (values.size >= limit || !form.test(value)) return OTHER;
    values.add(value);
    return value;
  };
}

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
