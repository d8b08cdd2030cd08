import { z } from 'zod';
import { type Artefact, listOf, tableOf } from '../../../artefact/artefact.ts';
import { packPValueTables, unpackPValueTables } from '../../../artefact/pack-p-values.ts';
import { packTrees, unpackTrees } from '../../../artefact/pack-trees.ts';
import { float32, type Packed } from '../../../artefact/packed.ts';
import { nameOf } from '../autoencoder/shape.ts';
import { ENCODED } from '../outcome/encodings.ts';
import type { OutcomeModel } from '../outcome/outcome-model.ts';

const lines = z.array(z.tuple([z.string(), z.number()]));

export function packOutcome({ encodings, trees, calibration }: OutcomeModel): Packed {
  const tables = packPValueTables('outcome', [calibration]);
  const lists = ENCODED.map(
    (slot, at) =>
      [`findings-by-${nameOf(slot)}`, [...encodings.bySlot[at]!].map((entry) => JSON.stringify(entry))] as const,
  );
  return {
    lists: Object.fromEntries(lists),
    tables: {
      ...tables.tables,
      ...packTrees('outcome-trees', trees).tables,
      'findings-overall': float32(Float32Array.of(encodings.overall)),
    },
  };
}

export function* unpackOutcomeByPart(artefact: Artefact): Generator<undefined, OutcomeModel, undefined> {
  const bySlot: ReadonlyMap<string, number>[] = [];
  for (const slot of ENCODED) {
    bySlot.push(new Map(lines.parse(JSON.parse(`[${listOf(artefact, `findings-by-${nameOf(slot)}`).join(',')}]`))));
    yield;
  }
  return {
    encodings: { overall: tableOf(artefact, 'findings-overall', 'float32').values[0]!, bySlot },
    trees: unpackTrees(artefact, 'outcome-trees'),
    calibration: unpackPValueTables(artefact, 'outcome')[0]!,
  };
}
