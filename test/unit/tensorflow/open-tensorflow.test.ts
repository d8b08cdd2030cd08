import { describe, expect, test } from 'vitest';
import { openTensorFlow } from '../../../services/adapters/tensorflow/open-tensorflow.ts';
import { loadGradients } from '../../../services/adapters/tensorflow/tensorflow.ts';

describe('TensorFlow.js', () => {
  test('given no choice, when it is opened, then the fastest backend that computes is in use and faster ones are passed over with a reason', async () => {
    const { backend, passedOver } = await openTensorFlow();
    expect(['tfjs-node', 'tfjs-wasm']).toContain(backend);
    expect(passedOver.map((one) => one.backend)).toEqual(backend === 'tfjs-node' ? [] : ['tfjs-node']);
    for (const { why } of passedOver) expect(why).not.toBe('');
  });

  test.each(['tfjs-wasm', 'tfjs-cpu'] as const)(
    'given %s, when an embedding is trained, then rows that were looked up twice get both gradients and others none',
    async (choice) => {
      const { tf, backend } = await openTensorFlow(choice);
      loadGradients();
      expect(backend).toBe(choice);
      const gradient = tf.grad((table) => tf.sum(tf.square(tf.gather(table, tf.tensor1d([0, 2, 2], 'int32')))));
      expect([
        ...gradient(
          tf.tensor2d([
            [1, 2],
            [3, 4],
            [5, 6],
          ]),
        ).dataSync(),
      ]).toEqual([2, 4, 0, 0, 20, 24]);
    },
  );

  test('given plain JavaScript is chosen, when it is opened, then nothing is written to the console', async () => {
    const { tf } = await openTensorFlow('tfjs-cpu');
    expect(tf.env().getBool('PROD')).toBe(true);
  });
});
