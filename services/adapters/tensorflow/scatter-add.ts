import type { KernelConfig, TensorInfo } from '@tensorflow/tfjs-core';
import type { TensorFlow } from './tensorflow.ts';

const KERNEL = 'UnsortedSegmentSum';

/** Part of every backend; the type that kernels are given leaves it out. */
interface ReadWrite {
  readSync(dataId: object): Float32Array | Int32Array;
  write(values: Float32Array | Int32Array, shape: number[], dtype: 'float32' | 'int32'): object;
}

/**
 * The gradient of an embedding (gather): adds up rows by the segment they belong to. WASM lacks the kernel and plain JavaScript runs
 * over all rows once for every segment; this is one pass over the rows. A negative segment is dropped, as TensorFlow does.
 */
export function registerScatterAdd(tf: TensorFlow, backendName: 'wasm' | 'cpu'): void {
  if (tf.getKernel(KERNEL, backendName)?.kernelFunc === scatterAdd) return;
  if (tf.getKernel(KERNEL, backendName)) tf.unregisterKernel(KERNEL, backendName);
  tf.registerKernel({ kernelName: KERNEL, backendName, kernelFunc: scatterAdd });
}

const scatterAdd: KernelConfig['kernelFunc'] = ({ inputs, backend, attrs }) => {
  const { x, segmentIds } = inputs as { readonly x: TensorInfo; readonly segmentIds: TensorInfo };
  const numSegments = (attrs as unknown as { readonly numSegments: number }).numSegments;
  const store = backend as unknown as ReadWrite;
  const dtype = x.dtype === 'int32' ? 'int32' : 'float32';
  const values = store.readSync(x.dataId);
  const ids = store.readSync(segmentIds.dataId);
  const width = ids.length === 0 ? 0 : values.length / ids.length;
  const shape = [numSegments, ...x.shape.slice(segmentIds.shape.length)];
  const size = shape.reduce((product, side) => product * side, 1);
  const sums = dtype === 'int32' ? new Int32Array(size) : new Float32Array(size);
  for (let row = 0; row < ids.length; row++) addRow(sums, values, ids[row]!, row, width);
  return { dataId: store.write(sums, shape, dtype), shape, dtype };
};

function addRow(
  sums: Float32Array | Int32Array,
  values: Float32Array | Int32Array,
  segment: number,
  row: number,
  width: number,
): void {
  if (segment < 0) return;
  const [into, from] = [segment * width, row * width];
  for (let column = 0; column < width; column++) sums[into + column]! += values[from + column]!;
}
