import type * as core from '@tensorflow/tfjs-core';
import { rngFor, shuffled } from '../../../statistics/rng.ts';
import { type Hidden, hiddenFor, type NetworkInput, targetOf, writeNumbers } from '../../serve/autoencoder/inputs.ts';
import {
  nameOf,
  NUMBER_INPUTS,
  outputsOf,
  shapesOf,
  type Weight,
  type Weights,
} from '../../serve/autoencoder/shape.ts';
import { UNKNOWN, type Vocabulary } from '../../serve/autoencoder/vocabulary.ts';
import { NUMBERS } from '../../serve/goods/goods-row.ts';
import { type FieldName, SLOTS } from '../../serve/goods/slots.ts';
import { adamStep, freshMoments, type Moments } from './adam.ts';

export interface AutoencoderSettings {
  readonly seed: number;
  readonly epochs: number;
  readonly batch: number;
  readonly learningRate: number;
  /** Chance that a field is hidden and has to be predicted. */
  readonly hide: number;
}

export const AUTOENCODER_SETTINGS: Omit<AutoencoderSettings, 'seed'> = {
  epochs: 40,
  batch: 128,
  learningRate: 0.003,
  hide: 0.3,
};

/** Where training stands after an epoch: enough to go on from there as if it had not stopped. */
export interface TrainingState {
  readonly epochsDone: number;
  readonly weights: Weights;
  readonly moments: Moments;
  /** Mean loss of each epoch so far. */
  readonly losses: readonly number[];
}

export function freshState(vocabulary: Vocabulary, fields: readonly FieldName[], seed: number): TrainingState {
  const rng = rngFor(seed, 'first weights');
  const weights = new Map(
    shapesOf(vocabulary, fields).map(([name, rows, columns]): [string, Weight] => {
      const scale = name.startsWith('embedding') ? 0.1 : name.endsWith('bias') ? 0 : Math.sqrt(6 / (rows + columns));
      return [
        name,
        {
          shape: [rows, columns],
          values: Float32Array.from({ length: rows * columns }, () => (2 * rng() - 1) * scale),
        },
      ];
    }),
  );
  return { epochsDone: 0, weights, moments: freshMoments(weights), losses: [] };
}

/** One pass over all rows in an order by chance; fields are hidden by chance and predicted from what is left. Learning slows to nothing over the epochs (half a cosine). */
export function trainEpoch(
  tf: typeof core,
  inputs: readonly NetworkInput[],
  vocabulary: Vocabulary,
  fields: readonly FieldName[],
  settings: AutoencoderSettings,
  state: TrainingState,
): TrainingState {
  const rng = rngFor(settings.seed, `epoch ${String(state.epochsDone)}`);
  const order = shuffled(inputs.length, rng);
  const rate = settings.learningRate * 0.5 * (1 + Math.cos((Math.PI * state.epochsDone) / settings.epochs));
  let { weights, moments } = state;
  let loss = 0;
  let batches = 0;
  for (let from = 0; from < order.length; from += settings.batch) {
    const batch = batchOf(
      [...order.subarray(from, from + settings.batch)].map((at) => inputs[at]!),
      fields,
      settings.hide,
      rng,
    );
    const step = gradientsOf(tf, batch, vocabulary, fields, weights);
    ({ weights, moments } = adamStep(weights, moments, step.gradients, rate));
    loss += step.loss;
    batches += 1;
  }
  return { epochsDone: state.epochsDone + 1, weights, moments, losses: [...state.losses, loss / Math.max(1, batches)] };
}

interface Batch {
  readonly size: number;
  /** One array a slot. */
  readonly indices: readonly Int32Array[];
  readonly numbers: Float32Array;
  /** One array a field: right outputs, and 1 where the field was hidden and is stated. */
  readonly targets: readonly Int32Array[];
  readonly counted: readonly Float32Array[];
}

function batchOf(rows: readonly NetworkInput[], fields: readonly FieldName[], hide: number, rng: () => number): Batch {
  const indices = SLOTS.map((_, slot) => Int32Array.from(rows, (row) => row.indices[slot]!));
  const numbers = new Float32Array(rows.length * NUMBER_INPUTS);
  const targets = fields.map((field) => Int32Array.from(rows, (row) => Math.max(0, targetOf(row, field))));
  const counted = fields.map(() => new Float32Array(rows.length));
  const hiddenBy = fields.map(hiddenFor);
  for (const [at, row] of rows.entries()) {
    const chosen = fields.map(() => rng() < hide);
    for (const [index, field] of fields.entries())
      if (chosen[index] && targetOf(row, field) >= 0) counted[index]![at] = 1;
    const hidden = hiddenBy.filter((_, index) => chosen[index]);
    for (const { slots } of hidden) for (const slot of slots) indices[slot]![at] = UNKNOWN;
    writeNumbers(row, isHiddenIn(hidden), numbers, at * NUMBER_INPUTS);
  }
  return { size: rows.length, indices, numbers, targets, counted };
}

function isHiddenIn(hidden: readonly Hidden[]): (number: number) => boolean {
  const flags = new Uint8Array(NUMBERS.length);
  for (const { numbers } of hidden) for (const number of numbers) flags[number] = 1;
  return (number) => flags[number] === 1;
}

function gradientsOf(
  tf: typeof core,
  batch: Batch,
  vocabulary: Vocabulary,
  fields: readonly FieldName[],
  weights: Weights,
): { readonly loss: number; readonly gradients: ReadonlyMap<string, Float32Array> } {
  const names = [...weights.keys()];
  const result: { loss: number; gradients: Map<string, Float32Array> } = { loss: 0, gradients: new Map() };
  tf.tidy(() => {
    const tensors = names.map((name) => tf.tensor2d(weights.get(name)!.values, [...weights.get(name)!.shape]));
    const lossOf = (...given: core.Tensor[]): core.Scalar => {
      const of = new Map(names.map((name, index) => [name, given[index] as core.Tensor2D]));
      return loss(tf, batch, vocabulary, fields, (name) => of.get(name)!);
    };
    const { value, grads } = tf.valueAndGrads(lossOf)(tensors);
    result.loss = value.dataSync()[0]!;
    for (const [index, name] of names.entries()) result.gradients.set(name, grads[index]!.dataSync() as Float32Array);
  });
  return result;
}

/** Mean cross-entropy of the hidden fields. */
function loss(
  tf: typeof core,
  batch: Batch,
  vocabulary: Vocabulary,
  fields: readonly FieldName[],
  weight: (name: string) => core.Tensor2D,
): core.Scalar {
  const embedded = SLOTS.map((slot, at) =>
    tf.gather(weight(`embedding-${nameOf(slot)}`), tf.tensor1d(batch.indices[at]!, 'int32')),
  );
  const input = tf.concat([...embedded, tf.tensor2d(batch.numbers, [batch.size, NUMBER_INPUTS])], 1);
  const dense = (from: core.Tensor, name: string): core.Tensor =>
    tf.add(tf.matMul(from as core.Tensor2D, weight(name)), weight(`${name}-bias`));
  const decoded = tf.relu(dense(tf.relu(dense(tf.relu(dense(input, 'encode')), 'narrow')), 'decode'));
  const losses = fields.map((field, at) => {
    const right = tf.oneHot(tf.tensor1d(batch.targets[at]!, 'int32'), outputsOf(field, vocabulary));
    const perRow = tf.neg(tf.sum(tf.mul(right, tf.logSoftmax(dense(decoded, `head-${nameOf(field)}`))), 1));
    const counted = tf.tensor1d(batch.counted[at]!);
    return tf.div(tf.sum(tf.mul(perRow, counted)), tf.add(tf.sum(counted), 1));
  });
  return tf.addN(losses) as core.Scalar;
}
