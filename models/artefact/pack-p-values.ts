import type { ConformalTable } from '../statistics/conformal.ts';
import type { SegmentTables } from '../statistics/segments.ts';
import { type Artefact, listOf, tableOf } from './artefact.ts';
import { float32, int32, joinedFloats, type Packed, positionsOf } from './packed.ts';

/** Stairs end to end. */
export function packPValueTables(name: string, tables: readonly ConformalTable[]): Packed {
  return {
    lists: {},
    tables: {
      [`${name}-positions`]: int32(positionsOf(tables.map(({ edges }) => edges))),
      [`${name}-sizes`]: int32(Int32Array.from(tables, ({ count }) => count)),
      [`${name}-edges`]: float32(joinedFloats(tables.map(({ edges }) => edges))),
      [`${name}-p-values`]: float32(joinedFloats(tables.map(({ pValues }) => pValues))),
    },
  };
}

export function unpackPValueTables(artefact: Artefact, name: string): readonly ConformalTable[] {
  const positions = tableOf(artefact, `${name}-positions`, 'int32').values;
  const [edges, pValues] = [
    tableOf(artefact, `${name}-edges`, 'float32').values,
    tableOf(artefact, `${name}-p-values`, 'float32').values,
  ];
  return [...tableOf(artefact, `${name}-sizes`, 'int32').values].map((count, at) => ({
    count,
    edges: edges.subarray(positions[at], positions[at + 1]),
    pValues: pValues.subarray(positions[at], positions[at + 1]),
  }));
}

export function packSegments(name: string, { tables }: SegmentTables): Packed {
  const packed = packPValueTables(name, [...tables.values()]);
  return { tables: packed.tables, lists: { [`${name}-segments`]: [...tables.keys()] } };
}

/** @param minimum as the manifest states it; only training asks for it */
export function unpackSegments(artefact: Artefact, name: string, minimum: number): SegmentTables {
  const tables = unpackPValueTables(artefact, name);
  return {
    tables: new Map(listOf(artefact, `${name}-segments`).map((segment, at) => [segment, tables[at]!])),
    minimum,
  };
}
