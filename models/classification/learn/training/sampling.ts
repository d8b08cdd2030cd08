import type { Rng } from '../../../statistics/rng.ts';
import type { Word } from '../../serve/features/lexicon.ts';
import type { Row } from '../data/corpus.ts';

/** How often rows of a source are drawn, against each other. */
export type SourceWeights = Readonly<Record<Row['source'], number>>;

/** Draws rows with replacement: by the weight of their source and 1/√(rows of their heading), so that long chapters do not drown the short. */
export function createSampler(rows: readonly Row[], weights: SourceWeights, rng: Rng): () => Row {
  const perHeading = new Map<number, number>();
  for (const { heading, source } of rows) perHeading.set(heading, (perHeading.get(heading) ?? 0) + weights[source]);
  const cumulative = new Float64Array(rows.length);
  let total = 0;
  rows.forEach(({ heading, source }, index) => {
    total += weights[source] / Math.sqrt(perHeading.get(heading)!);
    cumulative[index] = total;
  });
  return () => rows[firstAbove(cumulative, rng() * total)]!;
}

function firstAbove(cumulative: Float64Array, value: number): number {
  let low = 0;
  let high = cumulative.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cumulative[middle]! > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

export interface Thinning {
  /** Probability that of several phrases only some neighbouring ones are shown. */
  readonly phrases: number;
  /** Probability that a word of a text of three or more words is not shown. */
  readonly words: number;
}

/** A text as a trader might have written it: fewer phrases, fewer words. Never empty. */
export function thinned(
  phrases: Row['phrases'],
  { phrases: some, words }: Thinning,
  rng: Rng,
): readonly (readonly Word[])[] {
  const shown = phrases.length > 1 && rng() < some ? stretch(phrases, rng) : phrases;
  const count = shown.reduce((sum, phrase) => sum + phrase.length, 0);
  if (count < 3 || words === 0) return shown;
  const left = shown.map((phrase) => phrase.filter(() => rng() >= words)).filter((phrase) => phrase.length > 0);
  return left.length === 0 ? shown : left;
}

function stretch<T>(of: readonly T[], rng: Rng): readonly T[] {
  const length = 1 + Math.floor(rng() * (of.length - 1));
  const start = Math.floor(rng() * (of.length - length + 1));
  return of.slice(start, start + length);
}
