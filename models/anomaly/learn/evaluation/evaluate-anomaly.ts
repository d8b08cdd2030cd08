import type * as core from '@tensorflow/tfjs-core';
import type { TrainedAnomaly } from '../../serve/scoring/trained-anomaly.ts';
import type { LabelledRow } from '../data/split.ts';
import { type BiasReport, biasReport } from './bias.ts';
import { type Examples, examplesOf } from './examples.ts';
import { type InjectionTable, injectionTable } from './injection-table.ts';
import { type OutcomeFigures, outcomeFigures } from './outcome-figures.ts';

/** Everything that is measured of a model on one file. */
export interface AnomalyEvaluation {
  /** Rows of the file, and those whose exact mass, price and rate training has not seen. */
  readonly rows: number;
  readonly unseenRows: number;
  readonly outcomes: { readonly headline: OutcomeFigures; readonly unseenTriples: OutcomeFigures };
  /** On unseen triples. */
  readonly injection: InjectionTable;
  readonly bias: BiasReport;
  readonly examples: Examples;
}

export interface EvaluationOptions {
  readonly seed: number;
  readonly isPreference: (regime: string) => boolean;
  /** ISO 4217 currency of the file's values. */
  readonly currency: string;
}

/** @throws RangeError where no row of the file is unseen: nothing honest can be said of a file that was learned from */
export function evaluateAnomaly(
  tf: typeof core,
  trained: TrainedAnomaly,
  rows: readonly LabelledRow[],
  options: EvaluationOptions,
): AnomalyEvaluation {
  const unseen = unseenRows(trained, rows);
  if (unseen.length === 0) throw new RangeError('every row of the file was learned from');
  return {
    rows: rows.length,
    unseenRows: unseen.length,
    outcomes: {
      headline: outcomeFigures(tf, trained, rows, options.seed),
      unseenTriples: outcomeFigures(tf, trained, unseen, options.seed),
    },
    injection: injectionTable(tf, trained, unseen, { ...options, donors: rows }),
    bias: biasReport(tf, trained, unseen),
    examples: examplesOf(tf, trained, unseen, options),
  };
}

/** Rows whose group training has not seen, whether to learn or to calibrate. */
export function unseenRows(trained: TrainedAnomaly, rows: readonly LabelledRow[]): readonly LabelledRow[] {
  const seen = new Set(trained.groups);
  return rows.filter(({ group }) => !seen.has(group));
}
