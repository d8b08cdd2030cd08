import type avsc from 'avsc';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { avroType } from '../../services/adapters/avro/avro-type.ts';
import { fingerprint } from '../../services/adapters/avro/fingerprint.ts';
import { currentSchema, releasedSchemas, SCHEMA_NAMES } from '../../services/adapters/avro/schema-files.ts';
import { schemaVersions } from '../../services/adapters/avro/schema-versions.ts';
import { type Json, shapeOfSchema } from './schema-shape.ts';
import { valueOf } from './value-of-shape.ts';

/** All that a reader depends on: everything but the words. */
const withoutDocs = (schema: unknown): unknown =>
  JSON.parse(JSON.stringify(schema, (key, value: unknown) => (key === 'doc' ? undefined : value)));

/** Numbers in a way that any version can hold. */
const values = (schema: avsc.Schema) => fc.sample(valueOf(shapeOfSchema(schema as Json)), { numRuns: 50, seed: 1 });

describe.each(SCHEMA_NAMES)('%s', (name) => {
  const current = currentSchema(name);
  const released = releasedSchemas(name);
  const reader = avroType(current);

  test('given the versions that were released, then they are numbered from 1 without gap', () => {
    expect(released.map(({ version }) => version)).toEqual(released.map((_, index) => index + 1));
    expect(released.length).toBeGreaterThan(0);
  });

  test("given today's schema, then it is the latest released version, but for its words", () => {
    expect(
      withoutDocs(current),
      `schemas/${name}.avsc was changed: release it as schemas/released/${name}/${released.length + 1}.avsc`,
    ).toEqual(withoutDocs(released.at(-1)?.schema));
  });

  test.each(released)(
    'given records written with version $version, when read today, then they are whole',
    ({ schema }) => {
      const writer = avroType(schema);
      const resolver = reader.createResolver(writer);
      for (const value of values(schema))
        expect(reader.fromBuffer(writer.toBuffer(value), resolver)).toMatchObject(value as object);
    },
  );

  test('given records written today, when read by the version before, then they can be read', () => {
    const before = avroType((released.at(-2) ?? released.at(-1))!.schema);
    const resolver = before.createResolver(reader);
    for (const value of values(current))
      expect(() => before.fromBuffer(reader.toBuffer(value), resolver) as unknown).not.toThrow();
  });
});

test('given all released schemas, then no two have the same fingerprint', () => {
  const all = SCHEMA_NAMES.flatMap((name) =>
    releasedSchemas(name).map(({ version, schema }) => ({
      name: `${name} ${version}`,
      key: fingerprint(avroType(schema)).toString('hex'),
    })),
  );
  const shared = all.filter(({ key, name }) => all.some((other) => other.key === key && other.name !== name));
  expect(shared).toEqual([]);
});

describe('a schema that grows', () => {
  const version1 = {
    type: 'record',
    name: 'Grown',
    fields: [
      { name: 'kind', type: { type: 'enum', name: 'Kind', symbols: ['a', 'unrecognised'], default: 'unrecognised' } },
      { name: 'amount', type: { type: 'bytes', logicalType: 'decimal', precision: 24, scale: 6 } },
    ],
  } as avsc.Schema;
  const version2 = {
    type: 'record',
    name: 'Grown',
    fields: [
      {
        name: 'kind',
        type: { type: 'enum', name: 'Kind', symbols: ['a', 'b', 'unrecognised'], default: 'unrecognised' },
      },
      { name: 'amount', type: { type: 'bytes', logicalType: 'decimal', precision: 24, scale: 6 } },
      { name: 'since', type: ['null', { type: 'long', logicalType: 'timestamp-millis' }], default: null },
      { name: 'parts', type: { type: 'array', items: 'string' }, default: [] },
    ],
  } as avsc.Schema;

  test('given a record of version 1, when read by version 2, then new optional fields are absent and new lists empty', () => {
    const versions = schemaVersions(version2, [version1, version2]);
    const writer = avroType(version1);
    expect(
      versions.type.fromBuffer(
        writer.toBuffer({ kind: 'a', amount: '-0.5' }),
        versions.resolverAt(fingerprint(writer), 0),
      ),
    ).toStrictEqual({ kind: 'a', amount: '-0.5', parts: [] });
  });

  test('given a record of version 2 with a symbol that version 1 does not know, when read by version 1, then it is unrecognised', () => {
    const versions = schemaVersions(version1, [version1, version2]);
    const writer = avroType(version2);
    const bytes = writer.toBuffer({ kind: 'b', amount: '12', since: '2026-11-22T08:30:00Z', parts: ['x'] });
    expect(versions.type.fromBuffer(bytes, versions.resolverAt(fingerprint(writer), 0))).toStrictEqual({
      kind: 'unrecognised',
      amount: '12',
    });
  });

  test.each([
    ['another scale', 24, 2],
    ['another precision', 12, 6],
  ])(
    'given a decimal of %s, when the schema is loaded, then it is refused, for its fingerprint would be the same',
    (_, precision, scale) => {
      expect(() => avroType({ type: 'bytes', logicalType: 'decimal', precision, scale })).toThrow(
        /precision 24 and scale 6/,
      );
    },
  );

  test('given bytes that are no decimal, when read as one, then the schemas are incompatible', () => {
    const reader = avroType({ type: 'bytes', logicalType: 'decimal', precision: 24, scale: 6 });
    expect(() => reader.createResolver(avroType('bytes'))).toThrow();
  });

  test('given a decimal, when its schema is written out, then precision and scale are stated', () => {
    const schema = { type: 'bytes', logicalType: 'decimal', precision: 24, scale: 6 };
    expect(avroType(schema as avsc.Schema).schema({ exportAttrs: true })).toEqual(schema);
  });
});
