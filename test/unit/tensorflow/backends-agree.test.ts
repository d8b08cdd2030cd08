import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Tensor } from '@tensorflow/tfjs-core';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { beforeAll, describe, expect, test } from 'vitest';
import { openTensorFlow } from '../../../services/adapters/tensorflow/open-tensorflow.ts';
import { type BackendName, loadGradients, type TensorFlow } from '../../../services/adapters/tensorflow/tensorflow.ts';
/** What fixes how far two backends may be apart: facts are compared to this when models are run again. */
const TOLERANCE = 1e-5;
const [VOCABULARY, WIDTH, WORDS, TEXTS, HIDDEN, HEADINGS] = [500, 32, 6, 40, 24, 120];

/** The same numbers for every backend, about as large as trained weights are. */
function numbers(seed: number, count: number): Float32Array {
  const chance = xoroshiro128plus(seed);
  return Float32Array.from({ length: count }, () => uniformFloat64(chance) - 0.5);
}

const ids = Int32Array.from(numbers(1, TEXTS * WORDS), (value) => Math.floor((value + 0.5) * VOCABULARY));
const weights = {
  table: numbers(2, VOCABULARY * WIDTH),
  dense: numbers(3, WIDTH * HIDDEN),
  head: numbers(4, HIDDEN * HEADINGS),
  bias: numbers(5, HEADINGS),
};

/** Mean of embeddings → layer norm → dense, tanh and relu side by side → softmax: what the models are made of. */
function network(tf: TensorFlow, table: Tensor): Tensor {
  const words = tf.reshape(tf.gather(table, tf.tensor1d(ids, 'int32')), [TEXTS, WORDS, WIDTH]);
  const { mean, variance } = tf.moments(tf.mean(words, 1), 1, true);
  const normed = tf.div(tf.sub(tf.mean(words, 1), mean), tf.sqrt(tf.add(variance, 1e-5)));
  const dense = tf.matMul(normed, tf.tensor2d(weights.dense, [WIDTH, HIDDEN]));
  const hidden = tf.add(tf.tanh(dense), tf.relu(dense));
  return tf.softmax(
    tf.add(tf.matMul(hidden, tf.tensor2d(weights.head, [HIDDEN, HEADINGS])), tf.tensor1d(weights.bias)),
  );
}

/** Rows of words added up text by text, as heads do that keep what a word adds; the first text has one word, and one in the middle none. */
function sumsByText(tf: TensorFlow, table: Tensor): Tensor {
  const texts = Int32Array.from(ids, (_, at) => Math.floor(at / WORDS)).map((text, at) =>
    at === 0 ? 0 : text === 0 || text === 7 ? text + 1 : text,
  );
  return tf.sparse.sparseSegmentSum(table, tf.tensor1d(ids, 'int32'), tf.tensor1d(texts, 'int32'));
}

/** Probabilities, logarithms, sums, squared errors and the gradient of the embedding, one after the other. */
async function computedOn(backend: BackendName): Promise<readonly number[]> {
  const { tf } = await openTensorFlow(backend);
  loadGradients();
  return tf.tidy(() => {
    const table = tf.tensor2d(weights.table, [VOCABULARY, WIDTH]);
    const probability = network(tf, table);
    const loss = (of: Tensor): Tensor => tf.sum(tf.neg(tf.log(tf.slice(network(tf, of), [0, 0], [TEXTS, 1]))));
    const parts = [
      probability,
      tf.logSumExp(probability, 1),
      tf.sum(tf.square(probability), 1),
      tf.topk(probability, 5).values,
      sumsByText(tf, table),
      tf.grad(loss)(table),
    ];
    return parts.flatMap((part) => [...part.dataSync()]);
  });
}

function nativeIsBuilt(): boolean {
  try {
    return existsSync(
      join(dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-node/package.json')), 'lib'),
    );
  } catch {
    return false;
  }
}

describe('the backends of TensorFlow', () => {
  const others: readonly BackendName[] = nativeIsBuilt() ? ['tfjs-wasm', 'tfjs-node'] : ['tfjs-wasm'];
  let plain: readonly number[];
  beforeAll(async () => {
    plain = await computedOn('tfjs-cpu');
  });

  test.each(others)(
    'given the same network, when %s computes it, then nothing differs from plain JavaScript by more than 1e-5',
    async (backend) => {
      const computed = await computedOn(backend);
      expect(computed.length).toBe(plain.length);
      expect(computed.every(Number.isFinite)).toBe(true);
      expect(Math.max(...computed.map((value, place) => Math.abs(value - plain[place]!)))).toBeLessThanOrEqual(
        TOLERANCE,
      );
    },
  );

  test.skipIf(nativeIsBuilt())(
    'given no native backend (skipped where `npm run build:tensorflow` has built it), when it is chosen, then what to do is said',
    async () => {
      await expect(openTensorFlow('tfjs-node')).rejects.toMatchObject({ code: 'TDW_TENSORFLOW_UNAVAILABLE' });
    },
  );

  test.runIf(nativeIsBuilt())(
    'given the native backend (skipped where `npm run build:tensorflow` has not built it), when none is chosen, then it is the one',
    async () => {
      expect((await openTensorFlow()).backend).toBe('tfjs-node');
    },
  );
});
