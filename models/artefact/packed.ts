import type { Float32Table, Table } from './table.ts';

/** Tables and lists under way to an artefact. */
export interface Packed {
  readonly tables: Record<string, Table>;
  readonly lists: Record<string, readonly string[]>;
}

export const float32 = (values: Float32Array, shape: readonly number[] = [values.length]): Float32Table => ({
  dtype: 'float32',
  shape,
  values,
});
export const int32 = (values: Int32Array): Table => ({ dtype: 'int32', shape: [values.length], values });

/** Arrays of different lengths end to end, with where each begins: one more position than arrays. */
export function positionsOf(arrays: readonly { readonly length: number }[]): Int32Array {
  const positions = new Int32Array(arrays.length + 1);
  for (const [at, { length }] of arrays.entries()) positions[at + 1] = positions[at]! + length;
  return positions;
}

export function joinedFloats(arrays: readonly ArrayLike<number>[]): Float32Array {
  const positions = positionsOf(arrays);
  const all = new Float32Array(positions.at(-1) ?? 0);
  for (const [at, array] of arrays.entries()) all.set(array, positions[at]);
  return all;
}

export const joinedInts = (arrays: readonly ArrayLike<number>[]): Int32Array => {
  const positions = positionsOf(arrays);
  const all = new Int32Array(positions.at(-1) ?? 0);
  for (const [at, array] of arrays.entries()) all.set(array, positions[at]);
  return all;
};
