import type * as core from '@tensorflow/tfjs-core';
import { logOdds } from '../../../statistics/boosted-trees.ts';
import { segmentPValue } from '../../../statistics/segments.ts';
import type { GoodsRow } from '../goods/goods-row.ts';
import type { FieldName } from '../goods/slots.ts';
import { anomalyColumns, segmentsOf } from './columns.ts';
import { tailPValue } from './tail.ts';
import type { TrainedAnomaly } from './trained-anomaly.ts';

/** How odd a row is, how rare that is among honest goods, and which fields it rests on. */
export interface GoodsScore {
  /** Log-odds, to five decimals: higher is odder. */
  readonly score: number;
  readonly pValue: number;
  /** Honest goods that the p-value is a share of. */
  readonly segment: string;
  /** The oddest first; empty for goods that are not odd. */
  readonly fields: readonly AnomalousField[];
}

export interface AnomalousField {
  readonly field: FieldName;
  /** Its part of what makes the row odd; shares sum to one. */
  readonly share: number;
  /** Share of honest goods whose field is at least as odd, by the detector that found it oddest. */
  readonly pValue: number;
}

/** Goods less rare than this are not odd, and nothing is said of why they would be. */
export const WORTH_EXPLAINING = 0.1;
/** A field that makes less than this of the anomaly is not named. */
const LEAST_SHARE = 0.1;
export const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));

/** Judges rows, whatever else is in the same call. Numbers are rounded so that neither backend nor batch shows in them. */
export function scoreGoods(tf: typeof core, trained: TrainedAnomaly, rows: readonly GoodsRow[]): readonly GoodsScore[] {
  const columns = anomalyColumns(tf, trained.knowledge, rows);
  const features = new Float32Array(columns.length);
  const places = placesOf(trained);
  return rows.map((row, at) => {
    for (const [column, values] of columns.entries()) features[column] = values[at]!;
    const score = rounded(logOdds(trained.combination, features), 5);
    const { pValue, segment } = segmentPValue(trained.calibration, segmentsOf(row, trained.knowledge), score);
    return {
      score,
      pValue: rounded(pValue, 6),
      segment,
      fields: pValue <= WORTH_EXPLAINING ? anomalousFields(trained, places, features, score) : [],
    };
  });
}

/** The columns of each field's detectors. */
type Places = readonly { readonly field: FieldName; readonly columns: readonly number[] }[];

function placesOf({ detectors, knowledge }: TrainedAnomaly): Places {
  return knowledge.network.fields.map((field) => ({
    field,
    columns: detectors.flatMap((detector, at) => (detector.field === field ? [at] : [])),
  }));
}

/** What each field counted for: by how much the log-odds fall when all its detectors see a middling honest item instead. */
function anomalousFields(
  { ordinary, combination, tails }: TrainedAnomaly,
  places: Places,
  features: Float32Array,
  score: number,
): readonly AnomalousField[] {
  const replaced = new Float32Array(features.length);
  const falls = places
    .filter(({ columns }) => columns.some((at) => !Number.isNaN(features[at]!)))
    .map(({ field, columns }) => {
      replaced.set(features);
      for (const at of columns) replaced[at] = ordinary[at]!;
      return { field, columns, fall: Math.max(0, score - logOdds(combination, replaced)) };
    });
  const total = falls.reduce((sum, { fall }) => sum + fall, 0);
  return falls
    .filter(({ fall }) => total > 0 && fall >= LEAST_SHARE * total)
    .sort((a, b) => b.fall - a.fall)
    .map(({ field, columns, fall }) => ({
      field,
      share: rounded(fall / total, 3),
      pValue: rounded(
        Math.min(...columns.map((at) => (Number.isNaN(features[at]!) ? 1 : tailPValue(tails[at]!, features[at]!)))),
        6,
      ),
    }));
}
