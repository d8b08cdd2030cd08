import { TextDecoder } from 'node:util';
import { TidewaiterError } from '../../../risk/failure/tidewaiter-error.ts';

export interface Line {
  /** From 1. */
  readonly number: number;
  readonly text: string;
}

/** Lines of UTF-8 text, one at a time. Throws TDW_INPUT_ENCODING, and TDW_INPUT_TOO_LARGE for a line of more than `limit` characters. */
export async function* linesOf(bytes: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Line> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  let number = 1;
  const decode = (chunk?: Uint8Array): string => {
    try {
      return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
    } catch (cause) {
      throw new TidewaiterError('TDW_INPUT_ENCODING', 'The bytes are not UTF-8.', { place: { line: number }, cause });
    }
  };
  for await (const chunk of bytes) {
    const lines = (rest + decode(chunk)).split('\n');
    rest = lines.pop() ?? '';
    for (const text of lines) yield { number: number++, text };
    if (rest.length > limit) throw new TidewaiterError('TDW_INPUT_TOO_LARGE', `A line is longer than ${String(limit)} characters.`, { place: { line: number } });
  }
  rest += decode();
  if (rest !== '') yield { number, text: rest };
}
