import type * as core from '@tensorflow/tfjs-core';
import { logOddsOf } from '../../../statistics/boosted-trees.ts';
import { recallAt } from '../../../statistics/false-alarms.ts';
import { type Interval, roundedInterval } from '../../../statistics/interval.ts';
import { anomalyColumns } from '../../serve/scoring/columns.ts';
import type { TrainedAnomaly } from '../../serve/scoring/trained-anomaly.ts';
import { type LabelledRow, onePerGroup, partOf } from '../data/split.ts';
import { ERROR_TYPES, type ErrorType, injectErrors } from '../training/inject-errors.ts';
import { type AnomalyTraining, learnCombination } from '../training/train-anomaly.ts';
import { RATE } from './injection-table.ts';

/** Share found of each kind of error by a combination that was taught all kinds but this one; kinds that cannot be planted are left out. */
export type LeftOutRecall = Readonly<Partial<Record<ErrorType, Interval>>>;

/**
 * How the model fares against errors that nobody thought of: the combination is taught anew without each kind in turn.
 * @param learned rows of the training, @param tested rows that it has not seen
 */
export function leaveOneTypeOut(
  tf: typeof core,
  { knowledge }: TrainedAnomaly,
  learned: readonly LabelledRow[],
  tested: readonly LabelledRow[],
  training: Pick<AnomalyTraining, 'seed' | 'isPreference'>,
): LeftOutRecall {
  const goods = onePerGroup(learned.filter(({ outcome }) => outcome === 0)).filter(
    ({ group }) => partOf(group, training.seed) === 'fields',
  );
  const taught = anomalyColumns(tf, knowledge, goods);
  const legitimate = onePerGroup(tested.filter(({ outcome }) => outcome === 0));
  const columns = anomalyColumns(tf, knowledge, legitimate);
  return Object.fromEntries(
    ERROR_TYPES.flatMap((kind) => {
      const injected = injectErrors(kind, legitimate, { ...training, donors: tested }).map((one) => one.injected);
      if (injected.length === 0) return [];
      const trees = learnCombination(
        tf,
        knowledge,
        goods,
        taught,
        learned,
        training,
        ERROR_TYPES.filter((other) => other !== kind),
      );
      return [
        [
          kind,
          roundedInterval(
            recallAt(logOddsOf(trees, columns), logOddsOf(trees, anomalyColumns(tf, knowledge, injected)), RATE).recall,
          ),
        ],
      ];
    }),
  );
}
