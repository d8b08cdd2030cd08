import type { BoostedTrees } from '../statistics/boosted-trees.ts';
import { type Artefact, tableOf } from './artefact.ts';
import { float32, int32, type Packed } from './packed.ts';

export function packTrees(name: string, { depth, base, features, thresholds, leaves }: BoostedTrees): Packed {
  return {
    lists: {},
    tables: {
      [`${name}-features`]: int32(features),
      [`${name}-thresholds`]: float32(thresholds),
      [`${name}-leaves`]: float32(leaves),
      [`${name}-form`]: float32(Float32Array.of(depth, base)),
    },
  };
}

export function unpackTrees(artefact: Artefact, name: string): BoostedTrees {
  const [depth, base] = tableOf(artefact, `${name}-form`, 'float32').values;
  return {
    depth: depth!,
    base: base!,
    features: tableOf(artefact, `${name}-features`, 'int32').values,
    thresholds: tableOf(artefact, `${name}-thresholds`, 'float32').values,
    leaves: tableOf(artefact, `${name}-leaves`, 'float32').values,
  };
}
