import type * as core from '@tensorflow/tfjs-core';
import { networkInput } from '../autoencoder/inputs.ts';
import { fieldSurprisals, type Network } from '../autoencoder/network.ts';
import type { Indexer } from '../autoencoder/vocabulary.ts';
import type { GoodsRow } from '../goods/goods-row.ts';
import { type FieldName, isNumber } from '../goods/slots.ts';
import { CO_OCCURRENCES } from '../similar/co-occurrence.ts';
import { categorySurprisal, numberSurprisal, type SimilarGoods } from '../similar/similar-goods.ts';

/** One way to find one field odd: among similar goods, or by what the network expects from all other fields. */
export interface Detector {
  readonly by: 'similar' | 'network';
  readonly field: FieldName;
}

/** What the detectors work with. */
export interface Knowledge {
  readonly similar: SimilarGoods;
  readonly network: Network;
  readonly indexer: Indexer;
}

/** Both ways for every field that was learned. */
export function detectorsOf(fields: readonly FieldName[]): readonly Detector[] {
  return (['similar', 'network'] as const).flatMap((by) => fields.map((field) => ({ by, field })));
}

/**
 * How unlikely each row is to each detector, as −ln of a probability or density, to four decimals so that neither backend nor
 * batch shows in it; NaN where the row does not state the field.
 * @returns one array a detector
 */
export function surprisals(
  tf: typeof core,
  { similar, network, indexer }: Knowledge,
  rows: readonly GoodsRow[],
): readonly Float32Array[] {
  const byNetwork = fieldSurprisals(
    tf,
    network,
    rows.map((row) => networkInput(row, indexer, similar.densities)),
  );
  return detectorsOf(network.fields).map(({ by, field }) =>
    (by === 'network' ? byNetwork[network.fields.indexOf(field)]! : bySimilar(similar, rows, field)).map(rounded),
  );
}

function bySimilar(similar: SimilarGoods, rows: readonly GoodsRow[], field: FieldName): Float32Array {
  if (isNumber(field)) return Float32Array.from(rows, (row) => numberSurprisal(similar, row, field));
  const at = CO_OCCURRENCES.findIndex(({ target }) => target === field);
  return Float32Array.from(rows, (row) => categorySurprisal(similar, row, at));
}

const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;
