import { hash } from 'node:crypto';
import { rememberedConstant } from './constant.ts';
import { JsonBytes } from './json-bytes.ts';
import { membersOf } from './member-order.ts';

/** Only for the time of one call, kept between calls so that it need not grow again. */
const bytes = new JsonBytes();

/**
 * Canonical JSON (RFC 8785) of plain data: the same value has the same bytes everywhere. Members that are undefined are left out.
 * Written here because facts are written out for every event, and this takes a fraction of the library's time; a test holds the two together.
 * @throws RangeError for a number that is not finite
 */
export function canonicalJson(value: object): string {
  bytes.clear();
  writeContainer(value);
  return bytes.text();
}

/** SHA-256 over bytes, or over the UTF-8 bytes of a text, lowercase hexadecimal. */
export function sha256Hex(content: string | Uint8Array): string {
  return hash('sha256', content, 'hex');
}

function write(value: unknown): void {
  if (typeof value === 'string') bytes.quoted(value);
  else if (typeof value === 'object' && value !== null) writePart(value);
  else if (typeof value === 'number') bytes.raw(numberText(value));
  else bytes.raw(value === true ? 'true' : value === false ? 'false' : 'null');
}

function numberText(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError('a number that is not finite has no canonical form');
  return String(value);
}

function writePart(value: object): void {
  const known = rememberedConstant(value);
  if (known === undefined) return writeContainer(value);
  if (known.written !== undefined) return bytes.copied(known.written);
  const start = bytes.length;
  writeContainer(value);
  known.written = bytes.since(start);
}

function writeContainer(value: object): void {
  if (Array.isArray(value)) writeArray(value);
  else writeObject(value as Readonly<Record<string, unknown>>);
}

function writeObject(object: Readonly<Record<string, unknown>>): void {
  bytes.raw('{');
  let first = true;
  for (const { name, opening } of membersOf(object)) {
    const value = object[name];
    if (value === undefined) continue;
    if (!first) bytes.raw(',');
    first = false;
    bytes.raw(opening);
    write(value);
  }
  bytes.raw('}');
}

function writeArray(array: readonly unknown[]): void {
  bytes.raw('[');
  for (let index = 0; index < array.length; index += 1) {
    if (index > 0) bytes.raw(',');
    write(array[index]);
  }
  bytes.raw(']');
}
