import { TidewaiterError } from '../../../risk/failure/tidewaiter-error.ts';
import { inUtf8, textOf } from './utf-8.ts';

/** A line, from 1, with its text or why it cannot be read: TDW_INPUT_ENCODING, TDW_INPUT_TOO_LARGE. */
export type Line =
  { readonly number: number; readonly text: string } | { readonly number: number; readonly error: TidewaiterError };

const LINE_FEED = 10;
/** A line is passed over up to this many times the limit; then the source is taken for endless. */
const PATIENCE = 10;

/** Lines one at a time. One that is no text, or longer than `limit` bytes, is told of and passed over: of a long one nothing is kept. Throws for one without end. */
export async function* linesOf(bytes: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Line> {
  let pieces: Uint8Array[] = [];
  let length = 0;
  let number = 0;
  for await (const chunk of inUtf8(bytes)) {
    for (let start = 0; start <= chunk.length;) {
      const end = chunk.indexOf(LINE_FEED, start);
      const piece = chunk.subarray(start, end < 0 ? chunk.length : end);
      length += piece.length;
      if (length > PATIENCE * limit) throw tooLong(number + 1, limit);
      if (length > limit) pieces = [];
      else pieces.push(piece);
      if (end < 0) break;
      yield lineOf(++number, pieces, length, limit);
      [pieces, length, start] = [[], 0, end + 1];
    }
  }
  if (length > 0) yield lineOf(++number, pieces, length, limit);
}

function lineOf(number: number, pieces: readonly Uint8Array[], length: number, limit: number): Line {
  if (length > limit) return { number, error: tooLong(number, limit) };
  try {
    return { number, text: textOf(Buffer.concat(pieces, length)) };
  } catch (cause) {
    return {
      number,
      error: new TidewaiterError('TDW_INPUT_ENCODING', 'The line is not UTF-8.', { location: { line: number }, cause }),
    };
  }
}

function tooLong(line: number, limit: number): TidewaiterError {
  return new TidewaiterError('TDW_INPUT_TOO_LARGE', `The line is longer than ${String(limit)} bytes.`, {
    location: { line },
  });
}
