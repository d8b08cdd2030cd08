import { decompress as decompressZstandard } from 'fzstd';
import kafkajs from 'kafkajs';
import type { KafkaSettings } from '../../../config/settings.ts';
import { firstLineOf } from '../../risk/failure/tidewaiter-error.ts';

/** How records are compressed on their way and at the brokers. */
export type Compression = KafkaSettings['compression'];

const { CompressionCodecs, CompressionTypes } = kafkajs;

const TYPES = {
  none: CompressionTypes.None,
  gzip: CompressionTypes.GZIP,
  snappy: CompressionTypes.Snappy,
  lz4: CompressionTypes.LZ4,
} as const satisfies Record<Compression, number>;

/** The number by which Kafka names it. */
export const compressionType = (compression: Compression): kafkajs.CompressionTypes => TYPES[compression];

interface Codec {
  readonly compress: (encoder: { readonly buffer: Buffer }) => Promise<Buffer>;
  readonly decompress: (bytes: Buffer) => Promise<Buffer>;
}

/** Libraries with native parts are loaded when a record first needs them: without them everything else works. */
const lz4: Codec = {
  compress: async ({ buffer }) => (await import('lz4-napi')).compressFrameSync(buffer),
  decompress: async (bytes) => (await import('lz4-napi')).decompressFrameSync(bytes),
};

const snappy: Codec = {
  compress: async ({ buffer }) => (await import('snappy')).compressSync(buffer),
  decompress: async (bytes) => {
    const { uncompressSync } = await import('snappy');
    return Buffer.concat(snappyBlocks(bytes).map((block) => uncompressSync(block, { asBuffer: true }) as Buffer));
  },
};

const zstandard: Codec = {
  compress: () => Promise.reject(new TypeError('records are not written with Zstandard')),
  decompress: (bytes) => Promise.resolve(Buffer.from(decompressZstandard(bytes))),
};

/** What compresses and decompresses each way that needs a native library; gzip comes with Node, Zstandard is read in plain JavaScript. */
const NATIVE = { lz4, snappy } as const satisfies Partial<Record<Compression, Codec>>;

const SAMPLE = Buffer.from('customs.declarations'.repeat(8));

/** Ways whose library does not work on this machine, with the reason. Tried, not looked up: a library may be there for another platform. */
export async function brokenCompressions(
  codecs: Readonly<Partial<Record<Compression, Codec>>> = NATIVE,
): Promise<ReadonlyMap<Compression, string>> {
  const broken = new Map<Compression, string>();
  for (const [way, codec] of Object.entries(codecs) as [Compression, Codec][]) {
    const why = await whyNot(codec);
    if (why !== undefined) broken.set(way, why);
  }
  return broken;
}

async function whyNot({ compress, decompress }: Codec): Promise<string | undefined> {
  try {
    const again = await decompress(await compress({ buffer: SAMPLE }));
    return again.equals(SAMPLE) ? undefined : 'what is compressed does not come back';
  } catch (error) {
    return firstLineOf(error);
  }
}

/** Java producers frame Snappy: this mark, two versions (int32 each), then blocks, each after its length (int32). */
const FRAME_MARK = Buffer.from([0x82, 0x53, 0x4e, 0x41, 0x50, 0x50, 0x59, 0x00]);
const FRAME_HEADER = FRAME_MARK.length + 8;
const LENGTH = 4;

/** The compressed blocks of framed Snappy (snappy-java's SnappyOutputStream); bytes without the frame are one block. */
export function snappyBlocks(bytes: Buffer): readonly Buffer[] {
  if (!bytes.subarray(0, FRAME_MARK.length).equals(FRAME_MARK)) return [bytes];
  const blocks: Buffer[] = [];
  for (let at = FRAME_HEADER; at < bytes.length;) {
    const start = at + LENGTH;
    at = start + bytes.readInt32BE(at);
    blocks.push(bytes.subarray(start, at));
  }
  return blocks;
}

/**
 * kafkajs itself reads and writes gzip only; what customs systems publish may be compressed in any of Kafka's ways. Its codecs are
 * global to a process, so that importing this module teaches every client in it.
 */
Object.assign(CompressionCodecs, {
  [CompressionTypes.LZ4]: () => lz4,
  [CompressionTypes.Snappy]: () => snappy,
  [CompressionTypes.ZSTD]: () => zstandard,
});
