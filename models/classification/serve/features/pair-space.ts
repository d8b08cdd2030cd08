/** Places for the weights of (word or pair, subheading): a power of two. */
export const SUBHEADING_BUCKETS = 2 ** 21;

/** Place of the weight by which a bucket of the sparse space speaks for a subheading. */
export function subheadingBucket(bucket: number, subheading: number): number {
  const hash = Math.imul(Math.imul(bucket, 0x9e3779b1) ^ (subheading + 0x7f4a7c15), 0x85ebca6b);
  return (hash ^ (hash >>> 15)) & (SUBHEADING_BUCKETS - 1);
}
