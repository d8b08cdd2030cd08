import type { Declared, LabelSet } from '../codes/label-set.ts';
import type { Word } from '../features/lexicon.ts';
import { meanOf } from '../heads/probability.ts';
import type { Reading } from '../heads/reader.ts';
/** What the calibration trees see of a text and a declared code; NaN where it does not apply. */
export const MISMATCH_FEATURES = [
  'sparse-heading',
  'dense-heading',
  'mean-heading',
  'sparse-chapter',
  'dense-chapter',
  'mean-chapter',
  'sparse-heading-in-chapter',
  'dense-heading-in-chapter',
  'mean-heading-in-chapter',
  'sparse-subheading',
  'dense-subheading',
  'mean-subheading',
  'subheading-against-best',
  'best-heading',
  'heading-against-best',
  'best-chapter',
  'chapter-against-best',
  'best-in-chapter',
  'heading-against-best-in-chapter',
  'entropy',
  'rank',
  'words',
  'unknown-words',
  'headings-in-chapter',
  'subheadings-in-heading',
  'disagreement',
] as const;

const SUBHEADING_AT = MISMATCH_FEATURES.indexOf('mean-subheading');
/** Whether the features are of a code with a subheading. */
export const hasSubheading = (features: Float32Array): boolean => !Number.isNaN(features[SUBHEADING_AT]!);

/** Of a text alone: the same for every code it is asked about. */
export interface ConfidenceFeatures {
  readonly best: number;
  readonly entropy: number;
  readonly disagreement: number;
  readonly words: number;
  readonly unknown: number;
}

const FLOOR = 1e-7;
/** Features are told to four decimals: backends differ in the seventh, and a tree must not turn on that. */
const EXACTNESS = 1e4;
const log = (probability: number): number => Math.log(probability + FLOOR);

export function confidenceFeatures({ phrases, mean, best, entropy, disagreement }: Reading): ConfidenceFeatures {
  const words = new Set<Word>();
  for (const phrase of phrases) for (const word of phrase) words.add(word);
  let unknown = 0;
  for (const { rows } of words) if (rows.length === 0) unknown += 1;
  return {
    best: mean[best]!,
    entropy,
    disagreement,
    words: words.size,
    unknown: words.size === 0 ? 1 : unknown / words.size,
  };
}

/** Writes the features into `into` from `offset` on, in the order of MISMATCH_FEATURES. */
export function mismatchFeatures(
  reading: Reading,
  confidence: ConfidenceFeatures,
  { heading, subheading }: Declared,
  labels: LabelSet,
  into: Float32Array,
  offset: number,
): void {
  const { sparse, dense, mean, bestChapter } = reading;
  const own = chapterShares(reading, labels, heading);
  const rank = reading.rankOf(heading);
  const within = subheading < 0 ? NOTHING_WITHIN : subheadingShares(reading, labels, heading, subheading);
  const [ofSparse, ofDense, ofMean] = [log(sparse[heading]!), log(dense[heading]!), log(mean[heading]!)];
  const [inSparse, inDense, inMean] = [log(own.sparse), log(own.dense), log(meanOf(own.sparse, own.dense))];
  const [best, chapterLog, inOwn] = [log(confidence.best), log(bestChapter), log(own.best)];
  const values = [
    ofSparse,
    ofDense,
    ofMean,
    inSparse,
    inDense,
    inMean,
    ofSparse - inSparse,
    ofDense - inDense,
    ofMean - inMean,
    within.sparse,
    within.dense,
    within.mean,
    within.againstBest,
    best,
    ofMean - best,
    chapterLog,
    inMean - chapterLog,
    inOwn - inMean,
    ofMean - inOwn,
    confidence.entropy,
    Math.log(1 + rank),
    confidence.words,
    confidence.unknown,
    Math.log(own.headings),
    Math.log(labels.firstOf[heading + 1]! - labels.firstOf[heading]!),
    confidence.disagreement,
  ];
  for (let at = 0; at < values.length; at += 1) into[offset + at] = Math.round(values[at]! * EXACTNESS) / EXACTNESS;
}

interface SubheadingShares {
  readonly sparse: number;
  readonly dense: number;
  readonly mean: number;
  readonly againstBest: number;
}

const NOTHING_WITHIN: SubheadingShares = {
  sparse: Number.NaN,
  dense: Number.NaN,
  mean: Number.NaN,
  againstBest: Number.NaN,
};

interface ChapterShares {
  readonly sparse: number;
  readonly dense: number;
  /** Of its likeliest heading, by the mean. */
  readonly best: number;
  /** How many it has. */
  readonly headings: number;
}

/** What the chapter of a heading has of each head's probability. Headings are sorted: a chapter's stand together. */
function chapterShares({ sparse, dense, mean }: Reading, { chapterOf }: LabelSet, heading: number): ChapterShares {
  const chapter = chapterOf[heading]!;
  let first = heading;
  while (first > 0 && chapterOf[first - 1] === chapter) first -= 1;
  let [ofSparse, ofDense, best, end] = [0, 0, 0, first];
  for (; end < mean.length && chapterOf[end] === chapter; end += 1) {
    ofSparse += sparse[end]!;
    ofDense += dense[end]!;
    if (mean[end]! > best) best = mean[end]!;
  }
  return { sparse: ofSparse, dense: ofDense, best, headings: end - first };
}

function subheadingShares(
  reading: Reading,
  { firstOf }: LabelSet,
  heading: number,
  subheading: number,
): SubheadingShares {
  const { sparse, dense } = reading.subheadings(heading);
  const at = subheading - firstOf[heading]!;
  let best = 0;
  for (let place = 0; place < sparse.length; place += 1) best = Math.max(best, meanOf(sparse[place]!, dense[place]!));
  const mean = log(meanOf(sparse[at]!, dense[at]!));
  return { sparse: log(sparse[at]!), dense: log(dense[at]!), mean, againstBest: mean - log(best) };
}
