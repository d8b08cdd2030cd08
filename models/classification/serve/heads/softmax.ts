/** Softmax of values[offset … offset + length) in place. */
export function softmaxInPlace(values: Float32Array | Float64Array, offset: number, length: number): void {
  let largest = Number.NEGATIVE_INFINITY;
  for (let j = offset; j < offset + length; j += 1) if (values[j]! > largest) largest = values[j]!;
  let sum = 0;
  for (let j = offset; j < offset + length; j += 1) {
    const power = Math.exp(values[j]! - largest);
    values[j] = power;
    sum += power;
  }
  for (let j = offset; j < offset + length; j += 1) values[j] = values[j]! / sum;
}
