import type avsc from 'avsc';

const EMPTY = 0xc15d213aa4d7a795n;
const TABLE = Array.from({ length: 256 }, (_, byte) => {
  let crc = BigInt(byte);
  for (let bit = 0; bit < 8; bit += 1) crc = (crc >> 1n) ^ (EMPTY & -(crc & 1n));
  return BigInt.asUintN(64, crc);
});

/**
 * CRC-64-AVRO (Rabin) fingerprint of UTF-8 text, as an unsigned 64-bit number.
 * Source: Apache Avro 1.12 specification, "Schema Fingerprints".
 */
export function crc64(text: string): bigint {
  let crc = EMPTY;
  for (const byte of Buffer.from(text, 'utf8')) crc = (crc >> 8n) ^ (TABLE[Number((crc ^ BigInt(byte)) & 0xffn)] ?? 0n);
  return crc;
}

/** Avro's Parsing Canonical Form: names, types, fields, symbols; no docs, defaults, aliases or logical types. */
export const canonicalForm = (type: avsc.Type): string => JSON.stringify(type.schema({ exportAttrs: false }));

/** The eight bytes (little-endian) that name a schema in single-object encoding. */
export function fingerprint(type: avsc.Type): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(crc64(canonicalForm(type)));
  return bytes;
}
