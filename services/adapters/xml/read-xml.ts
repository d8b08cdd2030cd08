import { type ErrorLocation, TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import { decodeText } from './decode-text.ts';
import type { XmlElement } from './element.ts';
import { loneAmpersand } from './lone-ampersand.ts';
import { TreeParser } from './parse-tree.ts';

export interface ReadXml {
  readonly root: XmlElement;
  /** The decoded text, so that a message that is kept can be parsed again. */
  readonly text: string;
}

/**
 * Reads one XML message within its limits: no more than `limits.bytes` of the source are ever asked for.
 * Throws a TidewaiterError with code TDW_XML_*, and line and element where they are known.
 */
export async function readXml(
  bytes: AsyncIterable<Uint8Array>,
  limits: XmlLimits = DEFAULT_XML_LIMITS,
): Promise<ReadXml> {
  const parser = new TreeParser(limits);
  const texts: string[] = [];
  try {
    for await (const text of decodeText(atMost(bytes, limits.bytes))) {
      texts.push(text);
      parser.write(text);
    }
    return { root: parser.close(), text: texts.join('') };
  } catch (error) {
    throw told(error, parser.location, texts);
  }
}

/** With its place; and where the parser took an "&" of the text for an entity, with the place of that. */
function told(error: unknown, location: ErrorLocation, texts: readonly string[]): unknown {
  if (!(error instanceof TidewaiterError)) return error;
  if (error.location === undefined) return new TidewaiterError(error.code, error.message, { location, cause: error });
  const mayBeEntity =
    error.code === 'TDW_XML_TRUNCATED' || (error.code === 'TDW_XML_MALFORMED' && error.message.includes('entity'));
  const line = mayBeEntity ? loneAmpersand(texts.join('')) : undefined;
  return line === undefined
    ? error
    : new TidewaiterError(
        'TDW_XML_MALFORMED',
        'Not well-formed: an "&" that begins no entity; in a text it is written "&amp;".',
        { location: { ...error.location, line }, cause: error },
      );
}

/** Parses a text that was read before. */
export function parseXml(text: string, limits: XmlLimits = DEFAULT_XML_LIMITS): XmlElement {
  const parser = new TreeParser(limits);
  parser.write(text);
  return parser.close();
}

async function* atMost(bytes: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Uint8Array> {
  let seen = 0;
  for await (const chunk of bytes) {
    seen += chunk.length;
    if (seen > limit)
      throw new TidewaiterError('TDW_XML_TOO_LARGE', `The message is larger than ${String(limit)} bytes.`);
    yield chunk;
  }
}

/** How much one message may ask for before it is refused. Sizes in bytes of the source, lengths in characters. */
export interface XmlLimits {
  readonly bytes: number;
  readonly depth: number;
  readonly elements: number;
  readonly attributes: number;
  readonly textLength: number;
  readonly nameLength: number;
}

/** The largest lodgement the UK's service takes has 999 goods items, about 5 MiB; real trees are 8 deep. */
export const DEFAULT_XML_LIMITS: XmlLimits = {
  bytes: 10 * 1024 * 1024,
  depth: 64,
  elements: 500_000,
  attributes: 64,
  textLength: 100_000,
  nameLength: 256,
};
