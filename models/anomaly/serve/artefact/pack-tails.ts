import { type Artefact, tableOf } from '../../../artefact/artefact.ts';
import { packPValueTables, unpackPValueTables } from '../../../artefact/pack-p-values.ts';
import { float32, joinedFloats, type Packed } from '../../../artefact/packed.ts';
import type { TailTable } from '../scoring/tail.ts';

export function packTails(tails: readonly TailTable[]): Packed {
  const packed = packPValueTables(
    'field',
    tails.map(({ stair }) => stair),
  );
  return {
    lists: {},
    tables: {
      ...packed.tables,
      'field-tails': float32(joinedFloats(tails.map(({ from, share, scale }) => [from, share, scale])), [
        tails.length,
        3,
      ]),
    },
  };
}

export function unpackTails(artefact: Artefact): readonly TailTable[] {
  const tails = tableOf(artefact, 'field-tails', 'float32').values;
  return unpackPValueTables(artefact, 'field').map((stair, at) => ({
    stair,
    from: tails[3 * at]!,
    share: tails[3 * at + 1]!,
    scale: tails[3 * at + 2]!,
  }));
}
