import type { Settings } from '../../../../config/settings.ts';
import type { brokenCompressions } from '../../../adapters/kafka/compression.ts';
import { type Check, failure, fine, warning } from '../check.ts';

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
