import { distance } from 'fastest-levenshtein';
import { remembered, whenAsked } from '../cache/remembered.ts';

/** Shorter words have too many neighbours that mean something else. */
const SHORTEST = 5;
/** From this length on two letters may be wrong. */
const LONG = 9;
/** Corrections kept. */
const MOST_KEPT = 100_000;
const WORDS = /(?<![\p{L}\p{N}])[a-z]{5,}(?![\p{L}\p{N}])/giu;

/** A description with the spelling errors mended that are beyond doubt; all else is as it was written. */
export type Spelling = (description: string) => string;

/**
 * Mends words that nobody knows: the nearest known word with the same first letter takes their place where one letter is wrong,
 * missing, doubled or too many (two in words of nine letters and more). Names that no word is near to stay.
 * @param words known words, in small letters
 * @param isKnown whether a word, or a form of it, is known
 */
export function createSpelling(words: readonly string[], isKnown: (word: string) => boolean): Spelling {
  const known = whenAsked(() => byStart(words.filter((word) => word.length >= SHORTEST)));
  const mended = remembered(
    (word) => (isKnown(word) ? word : (nearest(word, known().get(startOf(word)) ?? []) ?? word)),
    MOST_KEPT,
  );
  return (description) =>
    description.replace(WORDS, (written) => {
      const word = written.toLowerCase();
      const right = mended(word);
      return right === word ? written : right;
    });
}

const startOf = (word: string): string => word.slice(0, 1);

function byStart(words: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const word of words) {
    const group = groups.get(startOf(word));
    if (group === undefined) groups.set(startOf(word), [word]);
    else group.push(word);
  }
  return groups;
}

/** Of words equally near the one that agrees longest from the start, then the longer one, then the first by alphabet. */
function nearest(word: string, candidates: readonly string[]): string | undefined {
  let [best, least] = [undefined as string | undefined, word.length >= LONG ? 2 : 1];
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > least) continue;
    const far = distance(word, candidate);
    if (far < least || (far === least && (best === undefined || agrees(word, candidate) > agrees(word, best))))
      [best, least] = [candidate, far];
  }
  return best;
}

/** How many letters two words share from the start; the longer candidate counts a little more. */
function agrees(word: string, candidate: string): number {
  let shared = 0;
  while (shared < word.length && word[shared] === candidate[shared]) shared += 1;
  return shared + candidate.length / 100;
}
