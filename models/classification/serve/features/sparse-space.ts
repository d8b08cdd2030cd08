/** Buckets that words, pairs of neighbours and character n-grams are hashed into; a power of two. */
export const SPARSE_BUCKETS = 2 ** 16;
