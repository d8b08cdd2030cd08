import type { FieldShape, Shape } from './typescript-shape.ts';

/** A schema as it stands in a file. */
export type Json = string | readonly Json[] | { readonly [key: string]: unknown };

export interface SchemaField {
  readonly name: string;
  readonly type: Json;
  readonly doc?: string;
  readonly default?: unknown;
}

const PRIMITIVES: Readonly<Record<string, Shape>> = {
  string: { kind: 'text' },
  int: { kind: 'number' },
  long: { kind: 'number' },
  double: { kind: 'number' },
  boolean: { kind: 'boolean' },
  bytes: { kind: 'bytes' },
};
const LOGICAL: Readonly<Record<string, Shape>> = {
  decimal: { kind: 'decimal' },
  'timestamp-millis': { kind: 'instant' },
};

/** Every named type, record fields included, in a schema. */
export function namedTypes(schema: Json): readonly Record<string, unknown>[] {
  if (typeof schema === 'string') return [];
  if (Array.isArray(schema)) return schema.flatMap((branch: Json) => namedTypes(branch));
  const node = schema as Record<string, unknown>;
  const inner = [
    node['items'],
    node['values'],
    ...((node['fields'] as SchemaField[] | undefined) ?? []).map((field) => field.type),
  ].filter((each) => each !== undefined);
  return [...(node['name'] === undefined ? [] : [node]), ...inner.flatMap((each) => namedTypes(each as Json))];
}

/** The TypeScript shape that a schema can hold. */
export function shapeOfSchema(
  schema: Json,
  known: ReadonlyMap<string, Json> = new Map(namedTypes(schema).map((type) => [String(type['name']), type])),
): Shape {
  if (typeof schema === 'string')
    return PRIMITIVES[schema] ?? shapeOfSchema(known.get(schema) ?? missing(schema), known);
  if (Array.isArray(schema)) return { kind: 'either', of: schema.map((branch: Json) => shapeOfSchema(branch, known)) };
  const node = schema as Record<string, unknown>;
  const logical = LOGICAL[String(node['logicalType'])];
  if (logical !== undefined) return logical;
  switch (node['type']) {
    case 'array':
      return { kind: 'list', of: shapeOfSchema(node['items'] as Json, known) };
    case 'map':
      return { kind: 'map', of: shapeOfSchema(node['values'] as Json, known) };
    case 'enum':
      return { kind: 'symbols', name: String(node['name']), symbols: node['symbols'] as string[] };
    case 'record':
      return {
        kind: 'record',
        name: String(node['name']),
        fields: (node['fields'] as SchemaField[]).map((field) => fieldShape(field, known)),
      };
    default:
      return missing(JSON.stringify(node));
  }
}

function fieldShape(field: SchemaField, known: ReadonlyMap<string, Json>): FieldShape {
  const optional = Array.isArray(field.type) && field.type[0] === 'null';
  const type = optional ? (field.type as readonly Json[])[1] : field.type;
  return { name: field.name, optional, doc: field.doc ?? '', shape: shapeOfSchema(type ?? missing(field.name), known) };
}

function missing(what: string): never {
  throw new Error(`no shape for ${what}`);
}

/** The same in words, one line a leaf, so that two shapes can be compared and the difference read. */
export function leaves(shape: Shape, path = ''): readonly string[] {
  switch (shape.kind) {
    case 'record':
      return shape.fields
        .flatMap((field) => leaves(field.shape, `${path}.${field.name}${field.optional ? '?' : ''}`))
        .sort();
    case 'list':
      return leaves(shape.of, `${path}[]`);
    case 'map':
      return leaves(shape.of, `${path}{}`);
    case 'either':
      return shape.of.flatMap((each) => leaves(each, `${path}|`)).sort();
    case 'symbols':
      return [`${path}: ${[...new Set([...shape.symbols, 'unrecognised'])].sort().join(' ')}`];
    case 'text':
    case 'number':
    case 'boolean':
    case 'bytes':
    case 'decimal':
    case 'instant':
      return [`${path}: ${shape.kind}`];
  }
}
