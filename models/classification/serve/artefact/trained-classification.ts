import type { WordVectors } from '../../../word-vectors/serve/word-vectors.ts';
import type { Calibration } from '../calibration/calibrator.ts';
import type { MovedCodes } from '../codes/declared-codes.ts';
import type { DenseHeadTables } from '../heads/dense-head.ts';
import type { SparseTables } from '../heads/sparse-head.ts';
import type { VaguenessModel } from '../vagueness/vagueness-model.ts';

/** Everything that training finds and answering needs. */
export interface TrainedClassification {
  /** Six digits each, sorted: what the heads tell apart. */
  readonly subheadings: readonly string[];
  readonly moved: MovedCodes;
  readonly vectors: WordVectors;
  readonly sparse: SparseTables;
  readonly dense: Omit<DenseHeadTables, 'tables'> & { readonly embeddings: DenseHeadTables['tables']['embeddings'] };
  readonly vague: VaguenessModel;
  readonly calibration: Calibration;
}
