import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** The library is CommonJS: what is imported by default is the function itself, whatever its types say. */
const serialise = canonicalize as unknown as (value: unknown) => string | undefined;

/** Canonical JSON (RFC 8785): the same value has the same bytes everywhere. @throws for a number that is not finite */
export function canonicalJson(value: object): string {
  return serialise(value) as string;
}

/** SHA-256 over bytes, or over the UTF-8 bytes of a text, lowercase hexadecimal. */
export function sha256Hex(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
