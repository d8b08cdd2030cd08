import { createHash, hash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** Its typings describe the module as one with a default export, which it is not. */
const write = canonicalize as unknown as (value: object) => string;

/**
 * Canonical JSON (RFC 8785) of plain data: the same value has the same bytes everywhere. Members that are undefined are left out.
 * @throws RangeError for a number that is not finite
 */
export function canonicalJson(value: object): string {
  try {
    return write(value);
  } catch (cause) {
    throw new RangeError('a number that is not finite has no canonical form', { cause });
  }
}

/** SHA-256 over bytes, or over the UTF-8 bytes of a text, lowercase hexadecimal. */
export function sha256Hex(content: string | Uint8Array): string {
  return hash('sha256', content, 'hex');
}

/** Bytes that are hashed in a millisecond or two. */
const PART = 2 * 1024 * 1024;

/** The same as `sha256Hex`, with a pause between any two parts of a content of many megabytes. */
export function* sha256HexByPart(content: Uint8Array): Generator<undefined, string, undefined> {
  if (content.length <= PART) return sha256Hex(content);
  const whole = createHash('sha256');
  for (let from = 0; from < content.length; from += PART) {
    whole.update(content.subarray(from, from + PART));
    yield;
  }
  return whole.digest('hex');
}
