import type { WordVectors } from '../word-vectors/word-vectors.ts';
import type { Calibration } from './calibration/calibration.ts';
import type { DenseHeadTables } from './heads/dense-head.ts';
import type { SparseTables } from './heads/sparse-head.ts';
import type { VagueModel } from './vague/vague-model.ts';

/** Pairs of subheadings that the editions of the Harmonized System correlate: [HS 2022, HS 2017], only where they differ. */
export type MovedCodes = readonly (readonly [newer: string, older: string])[];

/** Everything that training finds and answering needs. */
export interface TrainedClassification {
  /** Six digits each, sorted: what the heads tell apart. */
  readonly subheadings: readonly string[];
  readonly moved: MovedCodes;
  readonly vectors: WordVectors;
  readonly sparse: SparseTables;
  readonly dense: Omit<DenseHeadTables, 'tables'> & { readonly embeddings: DenseHeadTables['tables']['embeddings'] };
  readonly vague: VagueModel;
  readonly calibration: Calibration;
}
