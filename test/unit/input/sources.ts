import { createReadStream } from 'node:fs';
import { type InputOptions, readInput } from '../../../services/adapters/input/read-input.ts';
import type { InputEntry, InputSource } from '../../../services/adapters/input/source/input-entry.ts';

/** Opened only when its turn comes. */
export const fileSource = (file: string): InputSource => ({ file, bytes: bytesOf(file) });

async function* bytesOf(file: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(file) as AsyncIterable<Uint8Array>;
}

export const textSource = (file: string, text: string | Uint8Array): InputSource => ({
  file,
  bytes: chunks(typeof text === 'string' ? Buffer.from(text) : text),
});

/** In small pieces, so that nothing may depend on where a chunk ends. */
async function* chunks(bytes: Uint8Array, size = 777): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
  await Promise.resolve();
}

export async function readAll(
  sources: readonly InputSource[],
  options: InputOptions = {},
): Promise<readonly InputEntry[]> {
  const entries: InputEntry[] = [];
  for await (const entry of readInput(sources, options)) entries.push(entry);
  return entries;
}

export async function eventsOf(
  sources: readonly InputSource[],
  options: InputOptions = {},
): Promise<readonly (InputEntry & { readonly kind: 'event' })[]> {
  return (await readAll(sources, options)).filter((entry) => entry.kind === 'event');
}

/** "TDW_XML_MALFORMED", "event lodged", "skipped notification DMSTAX". */
export function outcomeOf(entry: InputEntry): string {
  switch (entry.kind) {
    case 'event':
      return `event ${entry.event.eventType}`;
    case 'skipped':
      return `skipped ${entry.what}`;
    case 'failed':
      return entry.error.code;
  }
}
