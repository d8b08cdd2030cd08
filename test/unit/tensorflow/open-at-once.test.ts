import { expect, test } from 'vitest';
import { openTensorFlow } from '../../../services/adapters/tensorflow/open-tensorflow.ts';

test('given several parts of a process that has just started ask at once, when TensorFlow.js is opened, then all get the backend that one alone would', async () => {
  const opened = await Promise.all([openTensorFlow(), openTensorFlow(), openTensorFlow()]);
  const { backend } = await openTensorFlow();
  expect(backend).not.toBe('tfjs-cpu');
  expect(opened.map((one) => one.backend)).toEqual([backend, backend, backend]);
});
