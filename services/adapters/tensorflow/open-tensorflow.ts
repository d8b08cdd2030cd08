import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import { registerCpu, registerNative, registerWasm } from './backends.ts';
import { BACKEND_NAMES, type BackendName, requireCore, type TensorFlow } from './tensorflow.ts';

export interface OpenTensorFlow {
  /**
   * The operations, for models to be given: `tf.tidy`, `tf.matMul` …; chained methods (`x.matMul`) are not there on every backend. Read numbers
   * outside of `tf.tidy`: it looks for tensors in an array that it is handed back, number by number, a hundred times slower than the sums.
   */
  readonly tf: TensorFlow;
  readonly backend: BackendName;
  /** Why the faster ones are not in use, for people; empty where the fastest is. */
  readonly passedOver: readonly PassedOver[];
}

export interface PassedOver {
  readonly backend: BackendName;
  readonly why: string;
}

/** Makes a backend known to TensorFlow.js and answers the name it is known by there. Throws where it cannot be had. */
export type RegisterBackend = (tf: TensorFlow) => string;

const BACKENDS: Readonly<Record<BackendName, RegisterBackend>> = {
  'tfjs-node': registerNative,
  'tfjs-wasm': registerWasm,
  'tfjs-cpu': registerCpu,
};

/**
 * Opens TensorFlow.js on the fastest backend that works here: native, else WASM SIMD, else plain JavaScript. A backend works
 * when it has computed something rightly: that its package can be loaded says nothing. The backend is the process's: a later call
 * with another choice moves all of it, so that only tests and benches ask twice.
 * @param choice this one and no other
 * @throws TDW_TENSORFLOW_UNAVAILABLE where the chosen one, or none, works
 */
export function openTensorFlow(choice?: BackendName): Promise<OpenTensorFlow> {
  const opened = lastOpened.then(() => open(choice));
  lastOpened = opened.catch(() => undefined);
  return opened;
}

/** TensorFlow.js has one backend for the whole process, and gives up on one that is being set while another is asked for: one at a time. */
let lastOpened: Promise<unknown> = Promise.resolve();

async function open(choice: BackendName | undefined): Promise<OpenTensorFlow> {
  const tf = loadCore();
  const passedOver: PassedOver[] = [];
  for (const backend of choice === undefined ? BACKEND_NAMES : [choice]) {
    const why = await reasonAgainst(backend, tf);
    if (why === undefined) return { tf, backend, passedOver };
    passedOver.push({ backend, why });
  }
  throw new TidewaiterError(
    'TDW_TENSORFLOW_UNAVAILABLE',
    `TensorFlow.js computes on none of its backends here: ${passedOver.map(({ backend, why }) => `${backend} (${why})`).join('; ')}.`,
  );
}

/** In production mode it neither advertises other backends nor checks every tensor for NaN. */
function loadCore(): TensorFlow {
  const tf = requireCore();
  tf.enableProdMode();
  return tf;
}

async function reasonAgainst(backend: BackendName, tf: TensorFlow): Promise<string | undefined> {
  try {
    const name = BACKENDS[backend](tf);
    if (!(await tf.setBackend(name))) return 'it cannot be initialised';
    return computesRightly(tf) ? undefined : 'it computes wrongly';
  } catch (error) {
    return firstLine(error);
  }
}

function firstLine(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === 'MODULE_NOT_FOUND' ? 'not installed' : (message.split('\n')[0] ?? 'unknown error');
}

/** Whether the backend in use multiplies and sums: [[1, 2], [3, 4]] · I sums to 10. */
export function computesRightly(tf: TensorFlow): boolean {
  const sum = tf.tidy(
    () =>
      tf
        .sum(
          tf.matMul(
            tf.tensor2d([
              [1, 2],
              [3, 4],
            ]),
            tf.eye(2),
          ),
        )
        .dataSync()[0],
  );
  return sum === 10;
}
