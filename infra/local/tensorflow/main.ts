import { openTensorFlow } from '../../../services/adapters/tensorflow/open-tensorflow.ts';
import { TidewaiterError } from '../../../services/risk/failure/tidewaiter-error.ts';
import { toStandardError } from '../server/report.ts';
import { buildNative } from './build-native.ts';

try {
  await buildNative(toStandardError);
  const { backend } = await openTensorFlow('tfjs-node');
  toStandardError(`${backend} is built and computes; it is in use from the next start of a process.`);
} catch (error) {
  if (!(error instanceof TidewaiterError)) throw error;
  toStandardError(`${error.code}: ${error.message}\n${error.todo}`);
  process.exitCode = 1;
}
