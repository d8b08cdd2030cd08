import { type Artefact, listOf, tableOf } from '../../../artefact/artefact.ts';
import { float32, int32, joinedFloats, joinedInts, type Packed, positionsOf } from '../../../artefact/packed.ts';
import { nameOf } from '../autoencoder/shape.ts';
import { type NumberName, NUMBERS } from '../goods/goods-row.ts';
import type { NumberDensity, Spread } from '../similar/number-density.ts';
import type { Densities } from '../similar/scaled-numbers.ts';

/** Five numbers of each spread, in this order. */
const SUMMARY = 5;

export function packDensities(densities: Densities): Packed {
  const packed: Packed = { tables: {}, lists: {} };
  for (const name of NUMBERS) {
    const spreads = [...densities[name].values()];
    const prefix = `similar-${nameOf(name)}`;
    // An empty line would be lost at the end of a file, so that all goods are named by a star.
    packed.lists[`${prefix}-codes`] = [...densities[name].keys()].map((code) => (code === '' ? '*' : code));
    packed.tables[`${prefix}-summary`] = float32(
      joinedFloats(spreads.map(({ count, median, mad, low, high }) => [count, median, mad, low, high])),
      [spreads.length, SUMMARY],
    );
    packed.tables[`${prefix}-positions`] = int32(positionsOf(spreads.map(({ bins }) => bins)));
    packed.tables[`${prefix}-bins`] = int32(joinedInts(spreads.map(({ bins }) => bins)));
    packed.tables[`${prefix}-counts`] = float32(joinedFloats(spreads.map(({ counts }) => counts)));
  }
  return packed;
}

export function* unpackDensitiesByPart(artefact: Artefact): Generator<undefined, Densities, undefined> {
  const densities: [NumberName, NumberDensity][] = [];
  for (const name of NUMBERS) {
    densities.push([name, unpackDensity(artefact, name)]);
    yield;
  }
  return Object.fromEntries(densities) as Record<NumberName, NumberDensity>;
}

function unpackDensity(artefact: Artefact, name: NumberName): NumberDensity {
  const prefix = `similar-${nameOf(name)}`;
  const summary = tableOf(artefact, `${prefix}-summary`, 'float32').values;
  const positions = tableOf(artefact, `${prefix}-positions`, 'int32').values;
  const bins = tableOf(artefact, `${prefix}-bins`, 'int32').values;
  const counts = tableOf(artefact, `${prefix}-counts`, 'float32').values;
  return new Map(
    listOf(artefact, `${prefix}-codes`).map((code, at): [string, Spread] => {
      const [count, median, mad, low, high] = summary.subarray(at * SUMMARY, (at + 1) * SUMMARY) as unknown as [
        number,
        number,
        number,
        number,
        number,
      ];
      return [
        code === '*' ? '' : code,
        {
          count,
          median,
          mad,
          low,
          high,
          bins: bins.subarray(positions[at], positions[at + 1]),
          counts: counts.subarray(positions[at], positions[at + 1]),
        },
      ];
    }),
  );
}
