import type { SourceWeights, Thinning } from './sampling.ts';

/** What a training run does, besides its data; part of the artefact's manifest. */
export interface Schedule {
  readonly seed: number;
  /** Descriptions are split into so many folds … */
  readonly folds: number;
  /** … of which so many are judged for calibration, each by heads that never saw it. */
  readonly judged: number;
  readonly sparse: SparsePhaseSizes;
  readonly dense: PhaseSizes;
  /** Texts drawn for the subheadings alone, once the heads are tuned. */
  readonly subheadings: number;
  /** Weights of the sparse head that are shipped. */
  readonly keep: number;
}

/** Texts drawn, with replacement. */
export interface PhaseSizes {
  readonly base: number;
  readonly tuning: number;
}

export interface SparsePhaseSizes extends PhaseSizes {
  /** After the small weights have been left out, for those that are kept. */
  readonly kept: number;
}

export const USUAL_SCHEDULE: Schedule = {
  seed: 20261123,
  folds: 4,
  judged: 1,
  sparse: { base: 200_000, tuning: 120_000, kept: 200_000 },
  dense: { base: 500_000, tuning: 400_000 },
  subheadings: 400_000,
  keep: 1_500_000,
};

/** The same with all phases longer or shorter, in their proportion: a table of a few thousand texts is learnt with fewer draws. */
export function scaled(schedule: Schedule, by: number): Schedule {
  const times = (texts: number): number => Math.max(DENSE_BATCH, Math.round(texts * by));
  const phases = ({ base, tuning }: PhaseSizes): PhaseSizes => ({ base: times(base), tuning: times(tuning) });
  return {
    ...schedule,
    sparse: { ...phases(schedule.sparse), kept: times(schedule.sparse.kept) },
    dense: phases(schedule.dense),
    subheadings: times(schedule.subheadings),
  };
}

/** First the tariffs' own language, in which every code is described. */
export const BASE_WEIGHTS: SourceWeights = {
  'search-reference': 0,
  'older-reference': 0,
  ruling: 0,
  own: 0,
  traded: 0,
  nomenclature: 1.5,
  'eu-nomenclature': 1.5,
  specified: 2,
  'us-tariff': 1,
  'us-export': 1,
  templated: 1,
};
/** Then the words of traders, with tariff texts among them so that those are not forgotten. */
export const TUNING_WEIGHTS: SourceWeights = {
  'search-reference': 10,
  'older-reference': 6,
  ruling: 14,
  own: 12,
  traded: 6,
  nomenclature: 1.5,
  'eu-nomenclature': 1.5,
  specified: 3,
  'us-tariff': 1,
  'us-export': 1,
  templated: 1,
};

/** Which of a heading's subheadings it is often hangs on one word: fewer are left out. */
export const SUBHEADING_THINNING: Thinning = { phrases: 0.3, words: 0.05 };
export const THINNING: Thinning = { phrases: 0.5, words: 0.15 };

/** Step sizes fall linearly from the first to the last text of a phase. */
export const SPARSE_RATES = {
  base: { from: 0.6, to: 0.2 },
  tuning: { from: 0.6, to: 0.3 },
  kept: { from: 0.4, to: 0.03 },
} as const;
export const DENSE_RATES = { base: { from: 0.05, to: 0.015 }, tuning: { from: 0.05, to: 0.005 } } as const;
export const SUBHEADING_RATES = { sparse: { from: 0.3, to: 0.03 }, dense: { from: 0.02, to: 0.002 } } as const;
/** Which subheading it is the tariff says best: descriptions count less here than for headings. */
export const SUBHEADING_WEIGHTS: SourceWeights = {
  ...TUNING_WEIGHTS,
  'search-reference': 3,
  'older-reference': 3,
  ruling: 5,
  own: 6,
  traded: 3,
};
/** Embeddings move faster than the head: each is met less often. */
export const EMBEDDING_RATE = 2;
/** Texts that the dense head learns at a time, and so the fewest of a phase. */
export const DENSE_BATCH = 128;
