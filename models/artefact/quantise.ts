import { type Float32Table, type Int8Table, sizeOf, type Table } from './table.ts';

/** Largest whole number in use: symmetric, so that zero stays zero. */
const LARGEST = 127;

/** A float table in a byte a value, one scale for each row: off by at most half a scale, which is a 254th of the row's largest value. */
export function quantiseRows({ shape, values }: Pick<Float32Table, 'shape' | 'values'>): Int8Table {
  const rows = shape[0] ?? 0;
  const width = sizeOf(shape.slice(1));
  const whole = new Int8Array(values.length);
  const scales = new Float32Array(rows);
  for (let row = 0; row < rows; row++) {
    const part = values.subarray(row * width, (row + 1) * width);
    const scale = Math.fround(largestOf(part) / LARGEST) || 1;
    scales[row] = scale;
    roundInto(whole.subarray(row * width, (row + 1) * width), part, scale);
  }
  return { dtype: 'int8', shape, values: whole, scale: scales };
}

/** The same with one scale for the whole table. */
export function quantise({ shape, values }: Pick<Float32Table, 'shape' | 'values'>): Int8Table {
  const scale = Math.fround(largestOf(values) / LARGEST) || 1;
  const whole = new Int8Array(values.length);
  roundInto(whole, values, scale);
  return { dtype: 'int8', shape, values: whole, scale };
}

/** The numbers that a table stands for, in an array of their own. */
export function floatsOf(table: Table): Float32Array {
  const floats = Float32Array.from(table.values);
  if (table.dtype !== 'int8') return floats;
  const width = sizeOf(table.shape.slice(1));
  for (let place = 0; place < floats.length; place++) floats[place]! *= scaleAt(table, Math.floor(place / width));
  return floats;
}

/** What a whole number in a row of a table stands for. */
function scaleAt({ scale }: Int8Table, row: number): number {
  return typeof scale === 'number' ? scale : scale[row]!;
}

function largestOf(values: Float32Array): number {
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Math.abs(value));
  return largest;
}

function roundInto(whole: Int8Array, values: Float32Array, scale: number): void {
  for (let place = 0; place < values.length; place++)
    whole[place] = Math.max(-LARGEST, Math.min(LARGEST, Math.round(values[place]! / scale)));
}
