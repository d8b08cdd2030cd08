import type { DeclarationEvent } from '../../risk/declaration/declaration-event.ts';
import type { Validated } from '../../scoring/steps/validate-step.ts';

export interface FromFile {
  readonly file: string;
  readonly event: DeclarationEvent;
}

/** An event of a file as if it had arrived on a topic. */
export interface Arrived extends Validated {
  readonly file: string;
}

/**
 * Gathers events into batches, each with coordinates of its own. An event that comes again is the same record read
 * again: it keeps its coordinates, and begins a new batch, so that it is answered and not skipped as a duplicate.
 * @param arrivedAt milliseconds since the epoch
 */
export async function* offlineBatches(
  events: AsyncIterable<FromFile>,
  size: number,
  arrivedAt: number,
): AsyncGenerator<readonly Arrived[]> {
  const offsets = new Map<string, bigint>();
  let batch: Arrived[] = [];
  for await (const { file, event } of events) {
    const isAgain = batch.some((arrived) => arrived.event.eventId === event.eventId);
    if (batch.length > 0 && (batch.length === size || isAgain)) {
      yield batch;
      batch = [];
    }
    const offset = offsets.get(event.eventId) ?? BigInt(offsets.size);
    offsets.set(event.eventId, offset);
    batch.push({
      file,
      event,
      record: { topic: 'files', partition: 0, offset, timestamp: arrivedAt, key: null, value: null, headers: {} },
    });
  }
  if (batch.length > 0) yield batch;
}
