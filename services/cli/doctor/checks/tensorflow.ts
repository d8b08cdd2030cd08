import type { Settings } from '../../../../config/settings.ts';
import { openTensorFlow } from '../../../adapters/tensorflow/open-tensorflow.ts';
import { type Check, fine, warning } from '../check.ts';

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
