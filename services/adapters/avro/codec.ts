import type avsc from 'avsc';
import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import type { Codec } from '../../scoring/ports/codecs.ts';
import { DecimalOutOfRange } from './decimal-bytes.ts';
import type { Framing } from './framing.ts';
import { TruncatedBytes } from './tap.ts';

export interface CodecOptions {
  readonly type: avsc.Type;
  readonly framing: Framing;
  /** Larger records are not decoded at all. */
  readonly maxBytes: number;
}

/** How much a growing buffer starts with: most records fit. */
const FIRST_SIZE = 16 * 1024;

/** A codec for the values of one schema. Keeps one buffer to encode into, which grows to the largest record seen. */
export function createCodec<T>(options: CodecOptions): Codec<T> {
  const { type, framing, maxBytes } = options;
  let scratch = Buffer.alloc(FIRST_SIZE);

  function encode(value: T): Buffer {
    const start = framing.header.length;
    let end = tryEncode(type, value, scratch, start);
    while (end < 0) {
      scratch = Buffer.alloc(Math.max(scratch.length * 2, scratch.length - end + start));
      end = tryEncode(type, value, scratch, start);
    }
    framing.header.copy(scratch);
    return Buffer.from(scratch.subarray(0, end));
  }

  function decode(bytes: Uint8Array): T {
    const buffer = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (buffer.length === 0) throw new TidewaiterError('TDW_AVRO_EMPTY', 'the record has no bytes');
    if (buffer.length > maxBytes)
      throw new TidewaiterError(
        'TDW_AVRO_TOO_LARGE',
        `the record has ${buffer.length} bytes, at most ${maxBytes} are decoded`,
      );
    const { start, resolver } = framing.writerOf(buffer);
    return readWhole(type, buffer, start, resolver) as T;
  }

  return { encode, decode };
}

function tryEncode(type: avsc.Type, value: unknown, into: Buffer, start: number): number {
  try {
    return type.encode(value, into, start);
  } catch (cause) {
    const code = cause instanceof DecimalOutOfRange ? 'TDW_DECIMAL_OUT_OF_RANGE' : 'TDW_AVRO_UNENCODABLE';
    const element = firstInvalidPath(type, value);
    // Without the cause: avsc's messages quote the value.
    throw new TidewaiterError(
      code,
      `${type.name ?? 'the value'}: ${element ?? 'a field'} does not fit its schema`,
      element === undefined ? {} : { location: { element } },
    );
  }
}

/** Path of the first field that does not fit: "goodsItems.0.commodity". */
function firstInvalidPath(type: avsc.Type, value: unknown): string | undefined {
  const paths: string[] = [];
  try {
    type.isValid(value, { errorHook: (path) => paths.push(path.join('.')) });
  } catch {
    return undefined;
  }
  return paths[0];
}

function readWhole(type: avsc.Type, buffer: Buffer, start: number, resolver: unknown): unknown {
  const { value, offset } = read(type, buffer, start, resolver as Parameters<avsc.Type['decode']>[2]);
  if (offset < 0)
    throw new TidewaiterError(
      'TDW_AVRO_TRUNCATED',
      `${type.name ?? 'the record'}: the bytes end in the middle of a value`,
    );
  if (offset < buffer.length)
    throw new TidewaiterError(
      'TDW_AVRO_TRAILING_BYTES',
      `${type.name ?? 'the record'}: ${buffer.length - offset} bytes are left over behind the value`,
    );
  return value;
}

function read(
  type: avsc.Type,
  buffer: Buffer,
  start: number,
  resolver: Parameters<avsc.Type['decode']>[2],
): { value: unknown; offset: number } {
  try {
    return type.decode(buffer, start, resolver);
  } catch (cause) {
    throw new TidewaiterError(
      cause instanceof TruncatedBytes ? 'TDW_AVRO_TRUNCATED' : 'TDW_AVRO_CORRUPT',
      `${type.name ?? 'the record'}: ${cause instanceof Error ? cause.message : 'not a value of its schema'}`,
      { cause },
    );
  }
}
