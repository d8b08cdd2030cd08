import type * as core from '@tensorflow/tfjs-core';
import { DIMENSIONS, type FieldName, SLOTS } from '../goods/slots.ts';
import { hiddenFor, type NetworkInput, targetOf, writeNumbers } from './inputs.ts';
import { EMBEDDED, HIDDEN, nameOf, NUMBER_INPUTS, offsetOf, type Weights } from './shape.ts';
import { UNKNOWN } from './vocabulary.ts';

/** A trained network, with what each value adds to the first layer worked out beforehand: at inference that layer is a sum of rows. */
export interface Network {
  readonly fields: readonly FieldName[];
  readonly weights: Weights;
  /** For each slot: rows of `HIDDEN`, one for each value. */
  readonly contributions: readonly Float32Array[];
}

export function createNetwork(fields: readonly FieldName[], weights: Weights): Network {
  return {
    fields,
    weights,
    contributions: SLOTS.map((slot) =>
      contributionsOf(
        weights.get(`embedding-${nameOf(slot)}`)!.values,
        DIMENSIONS[slot],
        offsetOf(slot),
        weights.get('encode')!.values,
      ),
    ),
  };
}

function contributionsOf(
  embedding: Float32Array,
  dimensions: number,
  offset: number,
  encode: Float32Array,
): Float32Array {
  const rows = embedding.length / dimensions;
  const made = new Float32Array(rows * HIDDEN);
  for (let row = 0; row < rows; row += 1) {
    for (let dimension = 0; dimension < dimensions; dimension += 1) {
      const factor = embedding[row * dimensions + dimension]!;
      const from = (offset + dimension) * HIDDEN;
      for (let unit = 0; unit < HIDDEN; unit += 1) made[row * HIDDEN + unit]! += factor * encode[from + unit]!;
    }
  }
  return made;
}

/** Most rows in one call, so that no call holds the event loop for long. */
const LARGEST_CALL = 2048;

/**
 * How unlikely each field is given all others, as −ln of a probability; NaN where the row does not state it.
 * @returns one array a field, in the order of the network's fields
 */
export function fieldSurprisals(
  tf: typeof core,
  network: Network,
  inputs: readonly NetworkInput[],
): readonly Float32Array[] {
  const results = network.fields.map(() => new Float32Array(inputs.length).fill(NaN));
  for (let from = 0; from < inputs.length; from += LARGEST_CALL) {
    const part = inputs.slice(from, from + LARGEST_CALL);
    const base = unhidden(network, part);
    for (const [at, field] of network.fields.entries())
      results[at]!.set(surprisalsIn(tf, network, base, part, field), from);
  }
  return results;
}

function surprisalsIn(
  tf: typeof core,
  network: Network,
  base: Float32Array,
  inputs: readonly NetworkInput[],
  field: FieldName,
): Float32Array {
  const first = firstLayer(network, base, inputs, field);
  const softmax = tf.tidy(() => {
    const weight = (name: string): core.Tensor2D =>
      tf.tensor2d(network.weights.get(name)!.values, [...network.weights.get(name)!.shape]);
    const dense = (from: core.Tensor, name: string): core.Tensor =>
      tf.add(tf.matMul(from as core.Tensor2D, weight(name)), weight(`${name}-bias`));
    const narrow = tf.relu(dense(tf.tensor2d(first, [inputs.length, HIDDEN]), 'narrow'));
    return tf.softmax(dense(tf.relu(dense(narrow, 'decode')), `head-${nameOf(field)}`));
  });
  // Read outside of tidy, which would look for tensors in every number that it returns.
  const likelihoods = softmax.dataSync() as Float32Array;
  softmax.dispose();
  const outputs = likelihoods.length / inputs.length;
  return Float32Array.from(inputs, (input, row) => {
    const target = targetOf(input, field);
    return target < 0 ? NaN : -Math.log(Math.max(likelihoods[row * outputs + target]!, 1e-9));
  });
}

/** The first layer before its rectifier with nothing hidden: bias, what each value contributes, and the numbers. */
function unhidden(network: Network, inputs: readonly NetworkInput[]): Float32Array {
  const [encode, bias] = [network.weights.get('encode')!.values, network.weights.get('encode-bias')!.values];
  const units = new Float32Array(inputs.length * HIDDEN);
  const numbers = new Float32Array(NUMBER_INPUTS);
  for (const [row, input] of inputs.entries()) {
    const into = row * HIDDEN;
    units.set(bias, into);
    for (let slot = 0; slot < SLOTS.length; slot += 1)
      addRow(units, into, network.contributions[slot]!, input.indices[slot]! * HIDDEN, 1);
    writeNumbers(input, NOTHING, numbers, 0);
    for (let at = 0; at < NUMBER_INPUTS; at += 1)
      if (numbers[at] !== 0) addRow(units, into, encode, (EMBEDDED + at) * HIDDEN, numbers[at]!);
  }
  return units;
}

const NOTHING = (): boolean => false;

/** The first layer after its rectifier, with what must be hidden for a field taken out of it. */
function firstLayer(
  network: Network,
  base: Float32Array,
  inputs: readonly NetworkInput[],
  field: FieldName,
): Float32Array {
  const encode = network.weights.get('encode')!.values;
  const hidden = hiddenFor(field);
  const units = Float32Array.from(base);
  for (const [row, { indices, scaled }] of inputs.entries()) {
    const into = row * HIDDEN;
    for (const slot of hidden.slots) {
      addRow(units, into, network.contributions[slot]!, indices[slot]! * HIDDEN, -1);
      addRow(units, into, network.contributions[slot]!, UNKNOWN * HIDDEN, 1);
    }
    for (const number of hidden.numbers) {
      const value = scaled.values[number]!;
      if (Number.isNaN(value)) continue;
      addRow(units, into, encode, (EMBEDDED + 2 * number) * HIDDEN, -value);
      addRow(units, into, encode, (EMBEDDED + 2 * number + 1) * HIDDEN, -1);
    }
  }
  for (let at = 0; at < units.length; at += 1) if (units[at]! < 0) units[at] = 0;
  return units;
}

function addRow(into: Float32Array, at: number, rows: Float32Array, from: number, factor: number): void {
  for (let unit = 0; unit < HIDDEN; unit += 1) into[at + unit]! += factor * rows[from + unit]!;
}
