import type avsc from 'avsc';
import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import { avroType, type Resolver } from './avro-type.ts';
import { fingerprint } from './fingerprint.ts';
import { currentSchema, releasedSchemas, type SchemaName } from './schema-files.ts';

/** Today's schema and every released version of it, by fingerprint. */
export interface SchemaVersions {
  readonly type: avsc.Type;
  readonly fingerprint: Buffer;
  /** How to read the schema whose fingerprint stands at `at`; undefined for today's own. Throws TDW_AVRO_UNKNOWN_SCHEMA. */
  resolverAt(bytes: Buffer, at: number): Resolver | undefined;
}

/** Compiles today's schema and a resolver from each released version to it. Throws where one cannot be read any more. */
export function loadSchemaVersions(name: SchemaName): SchemaVersions {
  return schemaVersions(
    currentSchema(name),
    releasedSchemas(name).map(({ schema }) => schema),
  );
}

/** The same, for schemas at hand. */
export function schemaVersions(current: avsc.Schema, released: readonly avsc.Schema[]): SchemaVersions {
  const type = avroType(current);
  const own = fingerprint(type);
  const resolvers = new Map<string, Resolver>();
  for (const writer of released.map(avroType)) {
    const name = fingerprint(writer).toString('hex');
    if (name !== own.toString('hex')) resolvers.set(name, type.createResolver(writer));
  }

  function resolverAt(bytes: Buffer, at: number): Resolver | undefined {
    if (own.compare(bytes, at, at + own.length) === 0) return undefined;
    const resolver = resolvers.get(bytes.toString('hex', at, at + own.length));
    if (resolver === undefined)
      throw new TidewaiterError(
        'TDW_AVRO_UNKNOWN_SCHEMA',
        `no released version of ${type.name ?? 'the schema'} has the record's fingerprint`,
      );
    return resolver;
  }
  return { type, fingerprint: own, resolverAt };
}
