import { describe, expect, test } from 'vitest';
import { currentSchema } from '../../services/adapters/avro/schema-files.ts';
import { type Json, leaves, namedTypes, type SchemaField, shapeOfSchema } from './schema-shape.ts';
import { TOPIC_TYPES } from './topics.ts';

const fieldsOf = (type: Record<string, unknown>): readonly SchemaField[] =>
  (type['fields'] as SchemaField[] | undefined) ?? [];

describe.each(TOPIC_TYPES)('$name', ({ name, shape }) => {
  const schema = currentSchema(name) as Json;
  const types = namedTypes(schema);

  test('given the TypeScript type, then every field of it has a place in the schema, and the other way round', () => {
    expect(leaves(shapeOfSchema(schema))).toEqual(leaves(shape));
  });

  test('given any record, enum or field, then it says what it is', () => {
    const silent = [...types, ...types.flatMap(fieldsOf)].filter(
      ({ doc }) => typeof doc !== 'string' || !/^\S.*\.$/s.test(doc),
    );
    expect(silent.map((each) => each.name)).toEqual([]);
  });

  test('given any enum, then a symbol that a reader does not know is read as unrecognised', () => {
    const enums = types.filter(({ type }) => type === 'enum');
    expect(
      enums.filter(
        (each) => each['default'] !== 'unrecognised' || !(each['symbols'] as string[]).includes('unrecognised'),
      ),
    ).toEqual([]);
  });

  test('given any field that may be absent or is a list or map, then it has a default, so that it can be added or dropped later', () => {
    const fields = types
      .flatMap(fieldsOf)
      .filter(
        ({ type }) =>
          Array.isArray(type) || ['array', 'map'].includes(String((type as Record<string, unknown>)['type'])),
      );
    expect(fields.filter((field) => field.default === undefined).map((field) => field.name)).toEqual([]);
  });
});
