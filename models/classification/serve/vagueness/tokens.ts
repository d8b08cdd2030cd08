import { plainLetters } from '../text/plain-text.ts';

const TOKEN = /[a-z0-9]+/g;
const LETTER = /[a-z]/;
const DIGIT = /\d/;
const BRACKETS = /[[\]()&*!+]/;
const LONGEST = 24;
const MOST_TOKENS = 60;

/** The words of a description as the classifier reads it: nothing is dropped, because what stands beside the goods tells that they are not told. */
export interface Tokens {
  /** Of 2 to 24 letters and digits, with a letter; in order, 60 at most. */
  readonly words: readonly string[];
  /** Numbers, single letters and the like. */
  readonly others: number;
  /** Words of letters and digits together: sizes and article numbers. */
  readonly mixed: number;
  /** Words of two letters. */
  readonly short: number;
  readonly hasBrackets: boolean;
}

export function tokensOf(description: string): Tokens {
  const plain = plainLetters(description);
  const words: string[] = [];
  let [others, mixed, short] = [0, 0, 0];
  for (const token of (plain.match(TOKEN) ?? []).slice(0, MOST_TOKENS)) {
    if (token.length < 2 || token.length > LONGEST || !LETTER.test(token)) others += 1;
    else {
      words.push(token);
      if (token.length === 2) short += 1;
      if (DIGIT.test(token)) mixed += 1;
    }
  }
  return { words, others, mixed, short, hasBrackets: BRACKETS.test(plain) };
}
