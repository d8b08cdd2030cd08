import { closest, distance } from 'fastest-levenshtein';

/** " Did you mean kafka.groupId?" where a known name is close enough to be a slip of the pen, else nothing. */
export function didYouMean(written: string, known: readonly string[]): string {
  if (known.length === 0) return '';
  const nearest = closest(written, known);
  return distance(written, nearest) <= Math.max(2, Math.floor(written.length / 4)) ? ` Did you mean ${nearest}?` : '';
}
