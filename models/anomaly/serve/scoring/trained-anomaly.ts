import type { BoostedTrees } from '../../../statistics/boosted-trees.ts';
import type { SegmentTables } from '../../../statistics/segments.ts';
import type { Vocabulary } from '../autoencoder/vocabulary.ts';
import type { OutcomeModel } from '../outcome/outcome-model.ts';
import type { Detector, Knowledge } from './detectors.ts';
import type { TailTable } from './tail.ts';

/** Everything that training finds and answering needs. */
export interface TrainedAnomaly {
  readonly knowledge: Knowledge;
  readonly vocabulary: Vocabulary;
  /** In the order of the columns. */
  readonly detectors: readonly Detector[];
  /** p-values of single detectors, in their order. */
  readonly tails: readonly TailTable[];
  /** Surprises of a middling honest item, in the order of the columns: what a field is set to in order to see what it counted for. */
  readonly ordinary: Float32Array;
  /** From columns to log-odds that something is wrong with the item. */
  readonly combination: BoostedTrees;
  /** p-values of the combination's log-odds. */
  readonly calibration: SegmentTables;
  /** p-values of the distance from the usual unit value alone, for goods outside the scopes. */
  readonly outOfDomain: SegmentTables;
  readonly outcome: OutcomeModel;
  readonly domains: readonly TrainingDomain[];
  /** Groups of rows that were learned from or calibrated on, ascending. */
  readonly groups: Int32Array;
}

/** Whose declarations were learned from. */
export interface TrainingDomain {
  readonly name: string;
  /** ISO 4217 currency of its values. */
  readonly currency: string;
}
