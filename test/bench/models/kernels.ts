import type { Tensor } from '@tensorflow/tfjs-core';
import type { OpenTensorFlow } from '../../../services/adapters/tensorflow/open-tensorflow.ts';
import { rngFor } from '../../../services/generator/random/rng.ts';
import { type Rate, rateOf } from './clock.ts';

export interface KernelRate extends Rate {
  /** What is computed, with its sizes. */
  readonly kernel: string;
  readonly rowsPerCall: number;
}

/** Seconds of processor time that a kernel is measured for, about. */
const CALLS = { warm: 3, measured: 20 };

/** The dense parts that models are made of, by rows a second. */
export async function kernelRates({ tf }: Pick<OpenTensorFlow, 'tf'>): Promise<readonly KernelRate[]> {
  const chance = rngFor(1, 'kernels');
  const matrix = (rows: number, columns: number) =>
    tf.tensor2d(
      Float32Array.from({ length: rows * columns }, () => chance.share() - 0.5),
      [rows, columns],
    );
  const head = { weights: matrix(128, 1228), bias: tf.zeros([1228]) };
  const sides = [128, 64, 16, 64, 128];
  const layers = sides.slice(1).map((side, at) => matrix(sides[at]!, side));
  const embedding = matrix(20_000, 64);
  const kernels = [
    {
      kernel: 'softmax head 128 × 1228',
      rowsPerCall: 256,
      input: matrix(256, 128),
      compute: (input: ReturnType<typeof matrix>) => tf.softmax(tf.add(tf.matMul(input, head.weights), head.bias)),
    },
    {
      kernel: 'autoencoder 128-64-16-64-128',
      rowsPerCall: 512,
      input: matrix(512, 128),
      compute: (input: ReturnType<typeof matrix>) =>
        layers.reduce<Tensor>((rows, layer) => tf.tanh(tf.matMul(rows, layer)), input),
    },
    {
      kernel: 'mean of 40 embeddings 20000 × 64',
      rowsPerCall: 256,
      input: tf.tensor2d(
        Float32Array.from({ length: 256 * 40 }, () => chance.whole(0, 19_999)),
        [256, 40],
      ),
      compute: (input: ReturnType<typeof matrix>) =>
        tf.mean(tf.reshape(tf.gather(embedding, tf.cast(tf.reshape(input, [-1]), 'int32')), [256, 40, 64]), 1),
    },
  ];
  const rates: KernelRate[] = [];
  for (const { kernel, rowsPerCall, input, compute } of kernels) {
    // Read outside of tidy, which looks for tensors in whatever it is handed back, number by number.
    const call = (): void => {
      const computed = tf.tidy(() => compute(input));
      computed.dataSync();
      computed.dispose();
    };
    for (let warm = 0; warm < CALLS.warm; warm += 1) call();
    rates.push({
      kernel,
      rowsPerCall,
      ...(await rateOf(CALLS.measured * rowsPerCall, () => {
        for (let done = 0; done < CALLS.measured; done += 1) call();
      })),
    });
  }
  tf.dispose([head.weights, head.bias, embedding, ...layers, ...kernels.map(({ input }) => input)]);
  return rates;
}
