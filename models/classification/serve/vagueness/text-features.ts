import type { GateTokens } from './tokens.ts';
import type { GateWord } from './word-features.ts';

/** Widest spread there is, for words that no tariff text has: ln of the number of chapters. */
const WIDEST = Math.log(97);

/** Numbers about a description as a whole, in this order. */
export const DENSE_FEATURES = [
  'words',
  'other tokens',
  'no word',
  'one word',
  'two words',
  'five words or more',
  'share of unknown words',
  'an unknown word',
  'share of words that no tariff text has',
  'such a word',
  'no word that a tariff text has',
  'share of other tokens',
  'share of mixed words',
  'share of short words',
  'brackets',
  'rarest word',
  'rarest word below 5 texts',
  'most frequent word',
  'mean frequency',
  'least spread',
  'greatest spread',
  'mean spread',
  'least spread above 2 nats',
  'agreement of the words',
] as const;

/** Writes the numbers into `into` from `start` on. @param agreement length of the sum of the words' vectors over the sum of their lengths, 0 to 1 */
export function denseFeatures(
  tokens: GateTokens,
  words: readonly GateWord[],
  agreement: number,
  into: Float32Array,
  start: number,
): void {
  const count = words.length;
  const per = (some: number): number => some / Math.max(1, count);
  let [unknown, unseen, frequency, rarest, commonest, least, greatest, spreads] = [
    0,
    0,
    0,
    Number.POSITIVE_INFINITY,
    0,
    WIDEST,
    0,
    0,
  ];
  for (const { isKnown, occurrences, spread } of words) {
    if (!isKnown) unknown += 1;
    if (spread === undefined) {
      unseen += 1;
      continue;
    }
    frequency += occurrences;
    spreads += spread;
    rarest = Math.min(rarest, occurrences);
    commonest = Math.max(commonest, occurrences);
    least = Math.min(least, spread);
    greatest = Math.max(greatest, spread);
  }
  const seen = count - unseen;
  const all = count + tokens.others;
  const rare = seen === 0 ? 0 : rarest;
  let at = start;
  const add = (feature: number): void => {
    into[at] = feature;
    at += 1;
  };
  add(Math.log1p(count));
  add(Math.log1p(tokens.others));
  add(flag(count === 0));
  add(flag(count === 1));
  add(flag(count === 2));
  add(flag(count >= 5));
  add(per(unknown));
  add(flag(unknown > 0));
  add(per(unseen));
  add(flag(unseen > 0));
  add(flag(seen === 0));
  add(all === 0 ? 0 : tokens.others / all);
  add(per(tokens.mixed));
  add(per(tokens.short));
  add(flag(tokens.hasBrackets));
  add(rare);
  add(flag(rare < Math.log1p(5)));
  add(commonest);
  add(frequency / Math.max(1, seen));
  add(least);
  add(greatest);
  add(seen === 0 ? WIDEST : spreads / seen);
  add(flag(least > 2));
  add(agreement);
}

const flag = (holds: boolean): number => (holds ? 1 : 0);
