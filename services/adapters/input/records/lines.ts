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
  let rest: string[] = [];
  let length = 0;
  let number = 1;
  const decode = (chunk?: Uint8Array): string => {
    try {
      return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
    } catch (cause) {
      throw new TidewaiterError('TDW_INPUT_ENCODING', 'The bytes are not UTF-8.', { place: { line: number }, cause });
    }
  };
  for await (const chunk of bytes) {
    const [first = '', ...others] = decode(chunk).split('\n');
    rest.push(first);
    length += first.length;
    for (const next of others) {
      yield { number: number++, text: rest.join('') };
      rest = [next];
      length = next.length;
    }
    if (length > limit) throw new TidewaiterError('TDW_INPUT_TOO_LARGE', `A line is longer than ${String(limit)} characters.`, { place: { line: number } });
  }
  rest.push(decode());
  const last = rest.join('');
  if (last !== '') yield { number, text: last };
}
