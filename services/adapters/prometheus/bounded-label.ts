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
