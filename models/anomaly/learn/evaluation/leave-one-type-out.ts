import type * as core from '@tensorflow/tfjs-core';
import { logOddsOf } from '../../../statistics/boosted-trees.ts';
import { recallAt } from '../../../statistics/false-alarms.ts';
import { type Interval, roundedInterval } from '../../../statistics/interval.ts';
import { oddnessColumns } from '../../serve/scoring/columns.ts';
import type { TrainedAnomaly } from '../../serve/scoring/trained-anomaly.ts';
import { type LabelledRow, onePerGroup, partOf } from '../data/split.ts';
import { plant, type PlantName, PLANTS } from '../training/inject-errors.ts';
import { type AnomalyTraining, learnCombination } from '../training/train-anomaly.ts';
import { RATE } from './false-alarm-rate.ts';

/** Share found of each kind of error by a combination that was taught all kinds but this one; kinds that cannot be planted are left out. */
export type UntaughtRecall = Readonly<Partial<Record<PlantName, Interval>>>;

/**
 * How the model fares against errors that nobody thought of: the combination is taught anew without each kind in turn.
 * @param learned rows of the training, @param tested rows that it has not seen
 */
export function untaughtRecall(
  tf: typeof core,
  { knowledge }: TrainedAnomaly,
  learned: readonly LabelledRow[],
  tested: readonly LabelledRow[],
  training: Pick<AnomalyTraining, 'seed' | 'isPreference'>,
): UntaughtRecall {
  const goods = onePerGroup(learned.filter(({ outcome }) => outcome === 0)).filter(
    ({ group }) => partOf(group, training.seed) === 'fields',
  );
  const taught = oddnessColumns(tf, knowledge, goods);
  const honest = onePerGroup(tested.filter(({ outcome }) => outcome === 0));
  const columns = oddnessColumns(tf, knowledge, honest);
  return Object.fromEntries(
    PLANTS.flatMap((kind) => {
      const planted = plant(kind, honest, { ...training, donors: tested }).map((one) => one.planted);
      if (planted.length === 0) return [];
      const trees = learnCombination(
        tf,
        knowledge,
        goods,
        taught,
        learned,
        training,
        PLANTS.filter((other) => other !== kind),
      );
      return [
        [
          kind,
          roundedInterval(
            recallAt(logOddsOf(trees, columns), logOddsOf(trees, oddnessColumns(tf, knowledge, planted)), RATE).recall,
          ),
        ],
      ];
    }),
  );
}
