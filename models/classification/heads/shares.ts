/** What each head's probabilities count in their mean. */
export const SPARSE_SHARE = 0.5;
export const DENSE_SHARE = 1 - SPARSE_SHARE;
