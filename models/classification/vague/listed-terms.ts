import { hashPair, hashText } from '../text/hash.ts';
import { stem } from '../text/stem.ts';
import type { GateMaterial } from './gate-material.ts';
import { gateTokens } from './gate-tokens.ts';

/** Hashes of descriptions that are on the list of vague ones, ascending: the list itself is not kept. */
export type ListedTerms = Uint32Array;

/** Terms of the list by the stems of their words; none that is, folded so, a telling description ("Tires" is on the list, "tyres" is a code's own text). */
export function listedTerms({ vague, telling, tariff }: GateMaterial): ListedTerms {
  const told = new Set([...telling, ...tariff].map(({ description }) => hashOf(description)));
  return Uint32Array.from(new Set(vague.map(hashOf).filter((hash) => !told.has(hash)))).sort();
}

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

const hashOf = (description: string): number =>
  termHash(gateTokens(description).words.map((word) => hashText(stem(word))));
const termHash = (stems: readonly number[]): number => stems.reduce(hashPair, 0);
