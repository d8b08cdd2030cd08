import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import type { InputSource } from '../input-entry.ts';

/** A file, opened only when its turn comes (a call may name thousands); "-" is the given standard input. */
export function fileSource(file: string, standardInput: Readable): InputSource {
  return { file, bytes: file === '-' ? standardInput : bytesOf(file) };
}

async function* bytesOf(file: string): AsyncGenerator<Uint8Array> {
  for await (const chunk of createReadStream(file) as AsyncIterable<Uint8Array>) yield chunk;
}
