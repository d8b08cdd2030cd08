import type { Tokens } from './tokens.ts';
import type { WordFeatures } from './word-features.ts';

/** Widest spread there is, for words that no tariff text has: ln of the number of chapters. */
const WIDEST = Math.log(97);

/** Numbers about a description as a whole, in this order. */
export const TEXT_FEATURES = [
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
export function textFeatures(
  tokens: Tokens,
  words: readonly WordFeatures[],
  agreement: number,
  into: Float32Array,
  start: number,
): void {
  const { unknown, unseen, frequency, rarest, commonest, least, greatest, spreads } = summaryOf(words);
  const count = words.length;
  const seen = count - unseen;
  const all = count + tokens.others;
  const per = (some: number): number => some / Math.max(1, count);
  const rare = seen === 0 ? 0 : rarest;
  into.set(
    [
      Math.log1p(count),
      Math.log1p(tokens.others),
      flag(count === 0),
      flag(count === 1),
      flag(count === 2),
      flag(count >= 5),
      per(unknown),
      flag(unknown > 0),
      per(unseen),
      flag(unseen > 0),
      flag(seen === 0),
      all === 0 ? 0 : tokens.others / all,
      per(tokens.mixed),
      per(tokens.short),
      flag(tokens.hasBrackets),
      rare,
      flag(rare < Math.log1p(5)),
      commonest,
      frequency / Math.max(1, seen),
      least,
      greatest,
      seen === 0 ? WIDEST : spreads / seen,
      flag(least > 2),
      agreement,
    ],
    start,
  );
}

/** Counts, sums and extremes over the words of a text. */
function summaryOf(words: readonly WordFeatures[]): Summary {
  const rarest = Number.POSITIVE_INFINITY;
  const of = { unknown: 0, unseen: 0, frequency: 0, rarest, commonest: 0, least: WIDEST, greatest: 0, spreads: 0 };
  for (const { isKnown, occurrences, spread } of words) {
    if (!isKnown) of.unknown += 1;
    if (spread === undefined) {
      of.unseen += 1;
      continue;
    }
    of.frequency += occurrences;
    of.spreads += spread;
    of.rarest = Math.min(of.rarest, occurrences);
    of.commonest = Math.max(of.commonest, occurrences);
    of.least = Math.min(of.least, spread);
    of.greatest = Math.max(of.greatest, spread);
  }
  return of;
}

interface Summary {
  readonly unknown: number;
  readonly unseen: number;
  /** Sum, least and greatest of the words that tariff texts have; the same of their spreads. */
  readonly frequency: number;
  readonly rarest: number;
  readonly commonest: number;
  readonly spreads: number;
  readonly least: number;
  readonly greatest: number;
}

const flag = (holds: boolean): number => (holds ? 1 : 0);
