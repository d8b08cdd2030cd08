import type { Settings } from '../../../../../config/settings.ts';
import type { brokenCompressions } from '../../../../adapters/kafka/compression.ts';
import { openTensorFlow } from '../../../../adapters/tensorflow/open-tensorflow.ts';
import { type Check, failure, fine, warning } from './check.ts';
/** Lowest Node that the project supports: major, minor. */
const LOWEST = [20, 19] as const;

/** @param version of the running Node, "20.19.0" */
export function nodeVersionCheck(version: string): Check {
  return {
    name: 'node',
    examine: () =>
      Promise.resolve(
        isSupported(version)
          ? fine(`Node ${version}`)
          : failure(`Node ${version} is too old`, `Install Node ${LOWEST.join('.')} or later.`),
      ),
  };
}

function isSupported(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > LOWEST[0] || (major === LOWEST[0] && minor >= LOWEST[1]);
}

/** Whether answers can be compressed as the settings say, and records read in whatever way their producers compressed them. */
export function compressionCheck(
  { kafka: { compression } }: Pick<Settings, 'kafka'>,
  brokenWays: typeof brokenCompressions,
): Check {
  return {
    name: 'compression',
    examine: async () => {
      const broken = await brokenWays();
      const why = broken.get(compression);
      if (why !== undefined)
        return failure(
          `records cannot be written with ${compression}: ${why}`,
          'Install the packages on this platform anew (`npm ci`), or set kafka.compression to gzip, which needs no native library.',
        );
      if (broken.size === 0) return fine(`records are written with ${compression} and read in every way`);
      const ways = [...broken].map(([way, reason]) => `${way} (${reason})`).join(', ');
      return warning(
        `records are written with ${compression}; what producers compress with ${ways} cannot be read`,
        'Install the packages on this platform anew (`npm ci`): a topic with such records stops the stream.',
      );
    },
  };
}

/** What the trained models compute on, and why nothing faster. */
export function tensorFlowCheck({ models: { backend } }: Pick<Settings, 'models'>): Check {
  return {
    name: 'tensorflow',
    examine: async () => {
      const opened = await openTensorFlow(backend === 'auto' ? undefined : backend);
      const says = `${opened.backend} computes${opened.passedOver.map(({ backend: other, why }) => `; ${other}: ${why}`).join('')}`;
      return opened.backend === 'tfjs-cpu'
        ? warning(
            says,
            'Plain JavaScript is ten to a hundred times slower: run `npm ci` for WebAssembly or `npm run build:tensorflow` for the native backend.',
          )
        : fine(says);
    },
  };
}
