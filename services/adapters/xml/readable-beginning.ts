import { TextDecoder } from 'node:util';

/** What of a piece can be read before the first byte that cannot, so that the error is told at its line. Bytes at its beginning that end a character of the piece before are passed over. */
export function readableBeginning(chunk: Uint8Array, encoding: string): string {
  const start = encoding === 'utf-8' ? chunk.findIndex((byte) => (byte & 0xc0) !== 0x80) : 0;
  const text = new TextDecoder(encoding).decode(chunk.subarray(Math.max(start, 0)));
  return text.slice(0, Math.max(text.indexOf('\ufffd'), 0));
}
