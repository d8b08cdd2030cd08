import type * as core from '@tensorflow/tfjs-core';
import { type BoostedTrees, type Columns, logOddsOf } from '../../../statistics/boosted-trees.ts';
import { boost, type BoostingSettings } from '../../../statistics/learn/boost.ts';
import { quantile } from '../../../statistics/ranks.ts';
import { calibrateSegments } from '../../../statistics/segments.ts';
import { networkInput } from '../../serve/autoencoder/inputs.ts';
import { createNetwork } from '../../serve/autoencoder/network.ts';
import { createIndexer } from '../../serve/autoencoder/vocabulary.ts';
import { anomalyColumns, segmentsOf } from '../../serve/scoring/columns.ts';
import { detectorsOf, type Knowledge } from '../../serve/scoring/detectors.ts';
import type { TrainedAnomaly, TrainingDomain } from '../../serve/scoring/trained-anomaly.ts';
import { type LabelledRow, onePerGroup, type Part, partOf } from '../data/split.ts';
import { learnOutcomes } from '../outcome/learn-outcomes.ts';
import { densitiesApart, learnSimilarGoods } from '../similar/learn-similar-goods.ts';
import { ERROR_TYPES, injectErrors } from './inject-errors.ts';
import { activeFields, learnVocabulary } from './learn-vocabulary.ts';
import { outOfDomainDistance } from './out-of-domain-distances.ts';
import { tailTable } from './tails.ts';
import {
  AUTOENCODER_SETTINGS,
  type AutoencoderSettings,
  freshState,
  trainEpoch,
  type TrainingState,
} from './train-autoencoder.ts';

export interface AnomalyTraining {
  readonly seed: number;
  readonly epochs?: number;
  readonly domains: readonly TrainingDomain[];
  readonly isPreference: (regime: string) => boolean;
  /** Where an earlier run of the same data and seed was interrupted. */
  readonly from?: TrainingState;
  /** Told after every epoch; what it is told is enough to go on from. */
  readonly onEpoch?: (state: TrainingState, of: number) => void;
}

const FOLDS = 5;
/** Fewer goods that state a field teach nothing of it. */
const FIELD_MINIMUM = 200;
/** Different honest goods, repeats counted once, below which there is nothing to learn: so many that the four fifths that are fitted teach one field. */
export const LEAST_GOODS = FIELD_MINIMUM / 0.8;
/** Fewer calibration goods cannot show one in a hundred three times. */
const SEGMENT_MINIMUM = 300;
const COMBINATION: BoostingSettings = { trees: 120, depth: 4, learningRate: 0.08, leastInLeaf: 10, ridge: 2 };

/**
 * Trains everything on rows with outcomes. Usual is learned from goods where nothing was found, one row of each group of repeats:
 * most of them teach the statistics and the network, a tenth the combination (against the same goods with errors planted), and a
 * tenth, never learned from, its p-values.
 */
export async function trainAnomaly(
  tf: typeof core,
  rows: readonly LabelledRow[],
  training: AnomalyTraining,
): Promise<TrainedAnomaly> {
  const legitimate = onePerGroup(rows.filter(({ outcome }) => outcome === 0));
  const part = (name: Part): readonly LabelledRow[] =>
    legitimate.filter(({ group }) => partOf(group, training.seed) === name);
  const fit = part('fit');
  const { knowledge, vocabulary } = await learnKnowledge(tf, fit, training);
  const ordinaryGoods = anomalyColumns(tf, knowledge, part('fields'));
  const combination = learnCombination(tf, knowledge, part('fields'), ordinaryGoods, rows, training);
  const kept = part('combination');
  const scores = logOddsOf(combination, anomalyColumns(tf, knowledge, kept)).map(rounded);
  return {
    knowledge,
    vocabulary,
    detectors: detectorsOf(knowledge.network.fields),
    tails: detectorsOf(knowledge.network.fields).map((_, at) =>
      tailTable(ordinaryGoods[at]!.filter((score) => !Number.isNaN(score))),
    ),
    ordinary: Float32Array.from(ordinaryGoods, (column) =>
      quantile(column.filter((score) => !Number.isNaN(score)).sort(), 0.5),
    ),
    combination,
    calibration: calibrateSegments(scores, (at) => segmentsOf(kept[at]!, knowledge), SEGMENT_MINIMUM),
    outOfDomain: learnOutOfDomain(legitimate, training.seed),
    outcome: learnOutcomes(rows, knowledge.similar.densities, training.seed),
    domains: training.domains,
    groups: Int32Array.from(new Set(rows.map(({ group }) => group))).sort(),
  };
}

/** Log-odds to five decimals: what backends and batches differ by is far less. */
const rounded = (value: number): number => Math.round(value * 1e5) / 1e5;

async function learnKnowledge(
  tf: typeof core,
  fit: readonly LabelledRow[],
  { seed, epochs = AUTOENCODER_SETTINGS.epochs, from, onEpoch }: AnomalyTraining,
): Promise<Pick<TrainedAnomaly, 'knowledge' | 'vocabulary'>> {
  const similar = learnSimilarGoods(fit);
  const apart = densitiesApart(fit, seed, FOLDS);
  const vocabulary = learnVocabulary(fit);
  const indexer = createIndexer(vocabulary);
  const fields = activeFields(fit, Math.min(FIELD_MINIMUM, fit.length / 4));
  const inputs = fit.map((row) => networkInput(row, indexer, apart(row)));
  const settings: AutoencoderSettings = { ...AUTOENCODER_SETTINGS, seed, epochs };
  let state = from ?? freshState(vocabulary, fields, seed);
  while (state.epochsDone < epochs) {
    state = trainEpoch(tf, inputs, vocabulary, fields, settings, state);
    onEpoch?.(state, epochs);
    // Lets signals and progress through between epochs.
    await new Promise((resume) => setImmediate(resume));
  }
  return { knowledge: { similar, network: createNetwork(fields, state.weights), indexer }, vocabulary };
}

/** Honest goods against the same goods with each kind of error planted; all kinds together weigh as much as the honest ones. */
export function learnCombination(
  tf: typeof core,
  knowledge: Knowledge,
  goods: readonly LabelledRow[],
  legitimate: Columns,
  donors: readonly LabelledRow[],
  { seed, isPreference }: Pick<AnomalyTraining, 'seed' | 'isPreference'>,
  kinds: readonly (typeof ERROR_TYPES)[number][] = ERROR_TYPES,
): BoostedTrees {
  const injected = kinds
    .map((kind) => injectErrors(kind, goods, { seed, donors, isPreference }).map((one) => one.injected))
    .filter((rows) => rows.length > 0);
  const parts = [legitimate, ...injected.map((rows) => anomalyColumns(tf, knowledge, rows))];
  const columns = legitimate.map((_, column) => Float32Array.from(parts.flatMap((part) => [...part[column]!])));
  const weights = [goods, ...injected].flatMap((rows, at) =>
    rows.map(() => (at === 0 ? 1 : goods.length / injected.length / rows.length)),
  );
  const wrong = [goods, ...injected].flatMap((rows, at) => rows.map(() => (at === 0 ? 0 : 1)));
  return boost(columns, wrong, Float32Array.from(weights), COMBINATION);
}

/** Distances of all honest goods from what is usual among the goods of other folds: none stands among its own similar goods. */
function learnOutOfDomain(legitimate: readonly LabelledRow[], seed: number): TrainedAnomaly['outOfDomain'] {
  const apart = densitiesApart(legitimate, seed, FOLDS);
  const scored = legitimate.map((row) => outOfDomainDistance(row, apart(row))).filter((one) => one !== undefined);
  return calibrateSegments(
    scored.map(({ score }) => score),
    (at) => scored[at]!.segments,
    SEGMENT_MINIMUM,
  );
}
