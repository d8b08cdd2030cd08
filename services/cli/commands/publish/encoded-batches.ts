import type { PublishedRecord } from '../../../adapters/kafka/stream/publisher.ts';
import type { DeclarationEvent, UncheckedEvent } from '../../../risk/declaration/declaration-event.ts';
import { TidewaiterError } from '../../../risk/failure/tidewaiter-error.ts';
import type { Codec } from '../../../scoring/ports/codecs.ts';

export interface FromFile {
  readonly file: string;
  readonly event: DeclarationEvent;
}

export interface BatchLimits {
  readonly records: number;
  /** Largest record, and largest request to the broker, bytes. */
  readonly bytes: number;
}

export interface Encoded extends FromFile {
  readonly record: PublishedRecord;
}

/** Room that key, headers and framing take beside the value, bytes. */
const OVERHEAD = 512;

/**
 * Encodes events and groups them so that no request is larger than the topic takes.
 * @param refuse told of every event that cannot be encoded or is too large; the others go on
 */
export async function* encodedBatches(
  events: AsyncIterable<FromFile>,
  codec: Codec<UncheckedEvent>,
  limits: BatchLimits,
  refuse: (file: string, error: TidewaiterError) => Promise<void>,
): AsyncGenerator<readonly Encoded[]> {
  let batch: Encoded[] = [];
  let bytes = 0;
  for await (const from of events) {
    const record = await encode(from, codec, limits, refuse);
    if (record === undefined) continue;
    const size = record.value.length + OVERHEAD;
    if (batch.length > 0 && (batch.length === limits.records || bytes + size > limits.bytes)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push({ ...from, record });
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}

async function encode(
  { file, event }: FromFile,
  codec: Codec<UncheckedEvent>,
  limits: BatchLimits,
  refuse: (file: string, error: TidewaiterError) => Promise<void>,
): Promise<PublishedRecord | undefined> {
  try {
    const value = codec.encode(event);
    if (value.length + OVERHEAD <= limits.bytes) return { key: event.declarationId, value };
    await refuse(
      file,
      new TidewaiterError(
        'TDW_INPUT_TOO_LARGE',
        `The event has ${value.length} bytes; the topic takes ${limits.bytes}.`,
        { location: { file } },
      ),
    );
  } catch (error) {
    if (!(error instanceof TidewaiterError) || error.failureClass !== 'input') throw error;
    await refuse(
      file,
      new TidewaiterError(error.code, error.message, { location: { ...error.location, file }, cause: error }),
    );
  }
  return undefined;
}
