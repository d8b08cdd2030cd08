import { hashPair } from '../../../statistics/hash.ts';
/** Hashes of descriptions that are on the list of vague ones, ascending: the list itself is not kept. */
export type ListedTerms = Uint32Array;

/** @param stems hashes of the stems of a description's words, in order */
export function isListed(terms: ListedTerms, stems: readonly number[]): boolean {
  const hash = termHash(stems);
  let [low, high] = [0, terms.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (terms[middle]! < hash) low = middle + 1;
    else high = middle;
  }
  return terms[low] === hash;
}

export const termHash = (stems: readonly number[]): number => stems.reduce(hashPair, 0);
