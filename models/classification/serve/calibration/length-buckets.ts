/** The bucket of a text by its number of telling words. */
export function lengthBucket(words: number): LengthBucket {
  return words <= 5 ? 'up to five words' : 'six words or more';
}

export const LENGTH_BUCKETS = ['up to five words', 'six words or more'] as const;
export type LengthBucket = (typeof LENGTH_BUCKETS)[number];
