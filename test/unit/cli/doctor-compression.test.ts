import { describe, expect, test } from 'vitest';
import { brokenCompressions } from '../../../services/adapters/kafka/compression.ts';
import { compressionCheck } from '../../../services/cli/commands/doctor/checks/runtime.ts';

const writing = { kafka: { compression: 'lz4' } } as Parameters<typeof compressionCheck>[0];
const missing = {
  compress: () => Promise.reject(new Error('Cannot find module lz4-napi-linux\nRequire stack: …')),
  decompress: (bytes: Buffer) => Promise.resolve(bytes),
};
const garbling = {
  compress: () => Promise.resolve(Buffer.from('short')),
  decompress: (bytes: Buffer) => Promise.resolve(bytes),
};

describe('doctor about compression', () => {
  test('given libraries that work here, then nothing is broken and that is fine', async () => {
    expect(await brokenCompressions()).toEqual(new Map());
    expect(await compressionCheck(writing, brokenCompressions).examine()).toEqual({
      status: 'ok',
      says: 'records are written with lz4 and read in every way',
    });
  });

  test('given the library of the way that records are written is missing, then that fails and gzip is offered', async () => {
    const { status, says, todo } = await compressionCheck(writing, () =>
      brokenCompressions({ lz4: missing }),
    ).examine();
    expect([status, says, todo]).toEqual([
      'fail',
      'records cannot be written with lz4: Cannot find module lz4-napi-linux',
      expect.stringContaining('set kafka.compression to gzip'),
    ]);
  });

  test('given another library gives back something else, then what producers compress with it is named in a warning', async () => {
    const { status, says } = await compressionCheck(writing, () => brokenCompressions({ snappy: garbling })).examine();
    expect([status, says]).toEqual([
      'warn',
      'records are written with lz4; what producers compress with snappy (what is compressed does not come back) cannot be read',
    ]);
  });
});
