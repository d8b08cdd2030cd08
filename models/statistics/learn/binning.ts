import type { Columns } from '../boosted-trees.ts';
import { quantileEdges } from '../population-stability.ts';
import { countBelow } from '../ranks.ts';

/** Most bins of a feature; the first is for what is not known. */
const MOST_BINS = 48;

export interface Binned {
  /** Between bin k and k + 1 lies `edges[k − 1]`: values at most it are on the left. */
  readonly edges: readonly Float64Array[];
  readonly bins: readonly Uint8Array[];
}

/** Bins every feature into about equally filled bins: no tree ever sees an exact number. */
export function binned(columns: Columns): Binned {
  const edges = columns.map((column) =>
    quantileEdges(
      column.filter((value) => !Number.isNaN(value)),
      MOST_BINS - 1,
    ),
  );
  return {
    edges,
    bins: columns.map((column, feature) =>
      Uint8Array.from(column, (value) => (Number.isNaN(value) ? 0 : 1 + countBelow(edges[feature]!, value))),
    ),
  };
}
