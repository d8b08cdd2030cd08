import type { KernelConfig, TensorInfo } from '@tensorflow/tfjs-core';
import type { TensorFlow } from './tensorflow.ts';

const KERNEL = 'SparseSegmentSum';

interface Attribute {
  readonly name: string;
  readonly type: number;
  readonly value: number;
}

/** Part of the native backend: TensorFlow's own operations by their names, and its numbers for types. */
interface Native {
  readonly binding: { readonly TF_ATTR_TYPE: number; readonly TF_FLOAT: number; readonly TF_INT32: number };
  executeSingleOutput(name: string, attributes: readonly Attribute[], inputs: readonly TensorInfo[]): TensorInfo;
}

/** Sums of rows by the segment they belong to: TensorFlow's library has it, and so have the other backends, but its package for Node leaves it out. */
export function registerSegmentSum(tf: TensorFlow): void {
  if (tf.getKernel(KERNEL, 'tensorflow') === undefined)
    tf.registerKernel({ kernelName: KERNEL, backendName: 'tensorflow', kernelFunc: segmentSum });
}

const segmentSum: KernelConfig['kernelFunc'] = ({ inputs, backend }) => {
  const { data, indices, segmentIds } = inputs as {
    readonly data: TensorInfo;
    readonly indices: TensorInfo;
    readonly segmentIds: TensorInfo;
  };
  const native = backend as unknown as Native;
  const { TF_ATTR_TYPE: type, TF_FLOAT, TF_INT32 } = native.binding;
  const attributes = [
    { name: 'T', type, value: data.dtype === 'int32' ? TF_INT32 : TF_FLOAT },
    { name: 'Tidx', type, value: TF_INT32 },
    { name: 'Tsegmentids', type, value: TF_INT32 },
  ];
  return native.executeSingleOutput(KERNEL, attributes, [data, indices, segmentIds]);
};
