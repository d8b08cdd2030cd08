/** What the native backend is made of: everything fixed, so that two builds are the same. */
export const PINS = {
  package: '@tensorflow/tfjs-node',
  /** Version of Node-API that the addon is compiled for; every Node of this project has it. */
  nodeApi: 8,
  /** PyPI's wheel brings TensorFlow's C library and headers where Google's own download is blocked. Its interface fits @tensorflow/tfjs-node 4.22. */
  wheel: {
    name: 'tensorflow-cpu',
    version: '2.15.1',
    sha256: '54660c074d7241a503e81edfd9f5ef5af88f64051b72e2945f26318c790f2d26',
    python: '3.11',
    platform: 'manylinux2014_x86_64',
  },
  /** The only system whose wheel is pinned; elsewhere WASM serves. */
  system: 'linux-x64',
} as const;
