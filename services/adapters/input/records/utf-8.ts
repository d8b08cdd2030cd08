import { TextDecoder } from 'node:util';
import { TidewaiterError } from '../../../risk/failure/tidewaiter-error.ts';
import { readableBeginning } from '../../xml/readable-beginning.ts';
import { peek } from '../source/peek.ts';

/** The same in UTF-8 where a byte order mark says UTF-16, as spreadsheets and shells write it. Throws TDW_INPUT_ENCODING. */
export async function* inUtf8(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const { head, bytes } = await peek(source, 2);
  const encoding =
    head[0] === 0xff && head[1] === 0xfe ? 'utf-16le' : head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : undefined;
  if (encoding === undefined) yield* bytes;
  else for await (const text of decoded(bytes, encoding)) yield Buffer.from(text);
}

/** Text, piece by piece. Throws TDW_INPUT_ENCODING with its line for bytes that are not in the encoding. */
export async function* decoded(bytes: AsyncIterable<Uint8Array>, encoding = 'utf-8'): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let lines = 1;
  for await (const chunk of bytes) {
    const text = at(lines, chunk, () => decode(decoder, chunk, { stream: true }));
    lines += breaksIn(text);
    yield text;
  }
  yield at(lines, undefined, () => decode(decoder));
}

/** What is decoded, or its error with the line in which the bad bytes stand. */
function at(lines: number, chunk: Uint8Array | undefined, decoding: () => string): string {
  try {
    return decoding();
  } catch (error) {
    if (!(error instanceof TidewaiterError)) throw error;
    const before = chunk === undefined ? 0 : breaksIn(readableBeginning(chunk, 'utf-8'));
    throw new TidewaiterError(error.code, error.message, { location: { line: lines + before }, cause: error });
  }
}

function breaksIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** The text of one whole piece in UTF-8. Throws TDW_INPUT_ENCODING. */
export function textOf(bytes: Uint8Array): string {
  return decode(WHOLE, bytes);
}

const WHOLE = new TextDecoder('utf-8', { fatal: true });

function decode(decoder: TextDecoder, ...given: Parameters<TextDecoder['decode']>): string {
  try {
    return decoder.decode(...given);
  } catch (cause) {
    throw new TidewaiterError('TDW_INPUT_ENCODING', `The bytes are not ${decoder.encoding.toUpperCase()}.`, { cause });
  }
}
