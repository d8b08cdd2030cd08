import { TidewaiterError } from '../../../risk/failure/tidewaiter-error.ts';
import { decodeText } from './decode-text.ts';
import type { XmlElement } from './element.ts';
import { DEFAULT_XML_LIMITS, type XmlLimits } from './limits.ts';
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
export async function readXml(bytes: AsyncIterable<Uint8Array>, limits: XmlLimits = DEFAULT_XML_LIMITS): Promise<ReadXml> {
  const parser = new TreeParser(limits);
  const texts: string[] = [];
  try {
    for await (const text of decodeText(atMost(bytes, limits.bytes))) {
      parser.write(text);
      texts.push(text);
    }
  } catch (error) {
    if (error instanceof TidewaiterError && error.place === undefined) throw new TidewaiterError(error.code, error.message, { place: parser.place, cause: error });
    throw error;
  }
  return { root: parser.close(), text: texts.join('') };
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
    if (seen > limit) throw new TidewaiterError('TDW_XML_TOO_LARGE', `The message is larger than ${String(limit)} bytes.`);
    yield chunk;
  }
}
