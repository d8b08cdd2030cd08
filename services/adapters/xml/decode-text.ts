import { TextDecoder } from 'node:util';
import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import { readableBeginning } from './readable-beginning.ts';

/** What a declaration may be written in; WHATWG reads ISO-8859-1 as windows-1252, which differs only in control characters. */
const ENCODINGS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    // Programs that store a text of theirs in UTF-8 leave its declaration as it was; in UTF-16 there would be zero bytes.
    'utf-16': 'utf-8',
    'utf-8': 'utf-8',
    utf8: 'utf-8',
    'us-ascii': 'utf-8',
    ascii: 'utf-8',
    'iso-8859-1': 'iso-8859-1',
    latin1: 'iso-8859-1',
    'iso-8859-2': 'iso-8859-2',
    'iso-8859-5': 'iso-8859-5',
    'iso-8859-7': 'iso-8859-7',
    'iso-8859-15': 'iso-8859-15',
    'windows-1250': 'windows-1250',
    'windows-1251': 'windows-1251',
    'windows-1252': 'windows-1252',
    'windows-1253': 'windows-1253',
    'windows-1257': 'windows-1257',
  }),
);
const DECLARED = /^\s*<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']/;

/**
 * Text of a message, piece by piece: by its byte order mark, else by what its XML declaration names, else UTF-8.
 * Throws TDW_XML_ENCODING for bytes that are not in that encoding, or an encoding that is not read here.
 */
export async function* decodeText(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let head = new Uint8Array(0);
  for await (const chunk of bytes) {
    if (decoder !== undefined) {
      yield* decode(decoder, chunk);
      continue;
    }
    head = concat(head, chunk);
    if (head.length < 256) continue;
    decoder = decoderFor(head);
    yield* decode(decoder, head);
  }
  if (decoder === undefined) {
    decoder = decoderFor(head);
    yield* decode(decoder, head);
  }
  yield* decode(decoder, undefined);
}

function* decode(decoder: TextDecoder, chunk: Uint8Array | undefined): Generator<string> {
  let text: string;
  try {
    text = chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
  } catch (cause) {
    if (chunk !== undefined) yield readableBeginning(chunk, decoder.encoding);
    throw new TidewaiterError('TDW_XML_ENCODING', `The bytes are not ${decoder.encoding}.`, { cause });
  }
  yield text;
}

function decoderFor(head: Uint8Array): TextDecoder {
  const bom = byteOrderMark(head);
  if (bom !== undefined) return new TextDecoder(bom, { fatal: true });
  if (head.includes(0))
    throw new TidewaiterError('TDW_XML_ENCODING', 'UTF-16 or UTF-32 without a byte order mark, or no text at all.');
  const declared =
    DECLARED.exec(new TextDecoder('iso-8859-1').decode(head.subarray(0, 256)))?.[1]?.toLowerCase() ?? 'utf-8';
  const label = ENCODINGS.get(declared);
  if (label === undefined)
    throw new TidewaiterError('TDW_XML_ENCODING', `Encoding ${declared} is not read here.`, { location: { line: 1 } });
  return new TextDecoder(label, { fatal: true });
}

function byteOrderMark(head: Uint8Array): string | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : undefined;
}

function concat(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
