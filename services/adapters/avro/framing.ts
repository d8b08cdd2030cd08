import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import type { Resolver } from './avro-type.ts';
import type { RegisteredSchemas } from './registered-schemas.ts';
import type { SchemaVersions } from './schema-versions.ts';

/** What stands before the value: which schema it was written with. */
export interface Framing {
  /** Bytes put before a value that is written. */
  readonly header: Buffer;
  /** Where the value starts, and how to read its writer's schema; no resolver where it is our own. Throws TDW_AVRO_*. */
  writerOf(bytes: Buffer): Written;
}

export interface Written {
  readonly start: number;
  readonly resolver: Resolver | undefined;
}

const SINGLE_OBJECT = 0xc301;
const SINGLE_OBJECT_HEADER = 10;
const CONFLUENT_MAGIC = 0;
const CONFLUENT_HEADER = 5;

/** Header of Avro single-object encoding: C3 01 and the fingerprint. Source: Apache Avro 1.12, "Single-object encoding". */
export const singleObjectHeader = (fingerprint: Buffer): Buffer =>
  Buffer.concat([Buffer.from([0xc3, 0x01]), fingerprint]);

/** Whether a record begins as single-object encoding does. */
export const isSingleObject = (bytes: Buffer): boolean =>
  bytes.length >= SINGLE_OBJECT_HEADER && bytes.readUInt16BE(0) === SINGLE_OBJECT;

/** Header of the Confluent wire format: 0 and the registry's id, big-endian. */
export function confluentHeader(id: number): Buffer {
  const header = Buffer.alloc(CONFLUENT_HEADER);
  header.writeInt32BE(id, 1);
  return header;
}

/** The registry's schema id of a record in the Confluent wire format; undefined for any other record. */
export const confluentId = (bytes: Buffer): number | undefined =>
  bytes.length >= CONFLUENT_HEADER && bytes[0] === CONFLUENT_MAGIC ? bytes.readInt32BE(1) : undefined;

/** Reads either header by its first bytes. */
export function createFraming(
  header: Buffer,
  versions: SchemaVersions,
  registered: RegisteredSchemas | undefined,
): Framing {
  function writerOf(bytes: Buffer): Written {
    if (isSingleObject(bytes)) return { start: SINGLE_OBJECT_HEADER, resolver: versions.resolverAt(bytes, 2) };
    const id = confluentId(bytes);
    if (id === undefined)
      throw new TidewaiterError(
        'TDW_AVRO_NOT_AVRO',
        'the record begins neither as Avro single-object encoding nor as the Confluent wire format',
      );
    if (registered === undefined)
      throw new TidewaiterError(
        'TDW_AVRO_UNKNOWN_SCHEMA',
        `the record names schema ${id} of a registry, and no registry is configured`,
      );
    return { start: CONFLUENT_HEADER, resolver: registered.resolver(id, versions.type) };
  }
  return { header, writerOf };
}
