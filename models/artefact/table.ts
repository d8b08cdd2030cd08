/** Kinds of number in a table; all little endian. */
export const DTYPES = ['int8', 'uint16', 'int32', 'float32'] as const;
export type Dtype = (typeof DTYPES)[number];

/** A named block of numbers, rows first. The values are views into the loaded file: not to be written to. */
export type Table =
  Int8Table | WideTable<'uint16', Uint16Array> | WideTable<'int32', Int32Array> | WideTable<'float32', Float32Array>;

interface WideTable<D extends Dtype, Values> {
  readonly dtype: D;
  readonly shape: readonly number[];
  readonly values: Values;
}

/** Numbers kept in a byte each: value = whole number × scale, of the whole table or of its row. */
export interface Int8Table extends WideTable<'int8', Int8Array> {
  readonly scale: number | Float32Array;
}

export type Float32Table = Extract<Table, { readonly dtype: 'float32' }>;

export const BYTES_OF: Readonly<Record<Dtype, number>> = { int8: 1, uint16: 2, int32: 4, float32: 4 };

/** Values in a shape: the product of its sides. */
export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, side) => product * side, 1);
}
