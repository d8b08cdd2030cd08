import { deserialize, serialize } from 'node:v8';
import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import type { Codec, ScoringCodecs } from '../../scoring/ports/codecs.ts';

/** What every record of these codecs begins with, before its length. */
const MARK = Buffer.from('memory');
const HEADER = MARK.length + 4;

/** Codecs without schemas, for tests: whatever a value holds comes back, and bytes that they did not write are refused. */
export function createMemoryCodecs(): ScoringCodecs {
  const declarationEvent = memoryCodec<Parameters<ScoringCodecs['declarationEvent']['encode']>[0]>();
  return {
    declarationEvent,
    assessment: memoryCodec(),
    referral: memoryCodec(),
    notice: memoryCodec(),
    deadLetter: memoryCodec(),
    recordedEvent: (came, event) => (isOurs(came) ? came : declarationEvent.encode(event)),
    prepare: () => Promise.resolve(),
  };
}

function memoryCodec<T>(): Codec<T> {
  return {
    encode: (value) => {
      const content = serialize(value);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(content.length);
      return Buffer.concat([MARK, length, content]);
    },
    decode: (bytes) => {
      if (bytes.length === 0) throw new TidewaiterError('TDW_INPUT_EMPTY', 'the record has no bytes');
      if (!isOurs(bytes)) throw new TidewaiterError('TDW_INPUT_UNRECOGNISED', 'the record was not written in memory');
      return deserialize(bytes.subarray(HEADER)) as T;
    },
  };
}

function isOurs(bytes: Uint8Array): boolean {
  if (bytes.length < HEADER || !MARK.equals(bytes.subarray(0, MARK.length))) return false;
  const length = Buffer.from(bytes.buffer, bytes.byteOffset, HEADER).readUInt32BE(MARK.length);
  return length === bytes.length - HEADER;
}
