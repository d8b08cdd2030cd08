import type avsc from 'avsc';

/**
 * avsc's cursor over a buffer, as its types read from and write to it. Not in avsc's typings; the version is pinned and
 * every type that relies on it is tested. Writing past the end is silent and only moves `pos`: the caller grows and repeats.
 */
export interface Tap {
  readonly buf: Buffer;
  pos: number;
  readLong(): number;
  readString(): string | undefined;
  readFixed(length: number): Buffer | undefined;
  writeLong(value: number): void;
  writeString(value: string): void;
  writeFixed(bytes: Uint8Array, length?: number): void;
}

/** What every avsc type can do with a cursor. */
export interface TapType extends avsc.Type {
  _read(tap: Tap): unknown;
  _write(tap: Tap, value: unknown): void;
}

/** Bytes that are no value of the schema. Becomes TDW_AVRO_CORRUPT. */
export class CorruptBytes extends Error {
  override readonly name: string = 'CorruptBytes';
}

/** Bytes that end in the middle of a value. Becomes TDW_AVRO_TRUNCATED. */
export class TruncatedBytes extends CorruptBytes {}

/** A value that the schema cannot carry. Becomes TDW_AVRO_UNENCODABLE. */
export class Unencodable extends Error {
  override readonly name = 'Unencodable';
}
