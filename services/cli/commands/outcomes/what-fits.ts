import { currentSchema } from '../../../adapters/avro/schema-files.ts';

/** As much of an Avro schema as is walked here; types that are named elsewhere in it are given by name. */
type Schema = string | readonly Schema[] | SchemaObject;
interface SchemaObject {
  readonly type?: Schema;
  readonly name?: string;
  readonly logicalType?: string;
  readonly items?: Schema;
  readonly symbols?: readonly string[];
  readonly fields?: readonly (SchemaObject & { readonly name: string; readonly type: Schema })[];
}

const SHAPES: Readonly<Record<string, string>> = {
  'timestamp-millis': 'a time with its zone, like "2026-11-20T10:00:00Z"',
  decimal: 'a number as text with a point, like "120.5"',
  int: 'a whole number from 1',
  string: 'a text that is not empty',
};

/**
 * What a field of an outcome may hold, in words, by the contract: its symbols, or its shape with an example.
 * @param path of the field: "items[0].result", "items.0.result"
 * @returns undefined where the contract has no such field
 */
export function whatFits(path: string): string | undefined {
  if (path === 'outcomeId')
    return 'a UUID, like "3f2b8c1e-8f3e-4a61-9b4f-0a4a6a4f5b11", or left out: it then follows from the content';
  const types = namedTypes(currentSchema('outcome') as Schema);
  const schema = schemaAt(path, types);
  return schema === undefined ? undefined : inWords(schema, types);
}

/** Names of the fields beside one that the contract does not have. */
export function fieldsBeside(path: string): readonly string[] {
  const types = namedTypes(currentSchema('outcome') as Schema);
  const beside = schemaAt(path.replace(/\.?[^.]*$/, ''), types);
  return beside === undefined ? [] : (innermost(beside, types).fields ?? []).map(({ name }) => name);
}

function schemaAt(path: string, types: ReadonlyMap<string, SchemaObject>): Schema | undefined {
  const steps = path.split(/[.[\]]+/).filter((step) => step !== '' && !/^\d+$/.test(step));
  return steps.reduce<Schema | undefined>(
    (schema, step) => schema && innermost(schema, types).fields?.find(({ name }) => name === step)?.type,
    types.get('Outcome'),
  );
}

/** The type itself, out of unions with null, lists and names. */
function innermost(schema: Schema, types: ReadonlyMap<string, SchemaObject>): SchemaObject {
  if (typeof schema === 'string') return types.get(schema) ?? { name: schema };
  if (isUnion(schema)) return innermost(schema.find((one) => one !== 'null') ?? 'null', types);
  if (schema.items !== undefined) return innermost(schema.items, types);
  return typeof schema.type === 'object' ? innermost(schema.type, types) : schema;
}

function inWords(schema: Schema, types: ReadonlyMap<string, SchemaObject>): string {
  const type = innermost(schema, types);
  const one =
    oneOf(type) ??
    SHAPES[type.logicalType ?? type.name ?? ''] ??
    `an object with ${(type.fields ?? []).map(({ name }) => name).join(', ')}`;
  return isList(schema) ? `a list, each ${one}` : one;
}

const oneOf = ({ symbols }: SchemaObject): string | undefined =>
  symbols && `one of ${symbols.filter((symbol) => symbol !== 'unrecognised').join(', ')}`;
const isUnion = (schema: Schema): schema is readonly Schema[] => Array.isArray(schema);
const isList = (schema: Schema): boolean =>
  typeof schema === 'object' && !isUnion(schema) && schema.items !== undefined;

function namedTypes(schema: Schema, found = new Map<string, SchemaObject>()): ReadonlyMap<string, SchemaObject> {
  if (typeof schema === 'string') return found;
  if (isUnion(schema)) for (const one of schema) namedTypes(one, found);
  else {
    if (schema.name !== undefined && (schema.fields ?? schema.symbols)) found.set(schema.name, schema);
    for (const inner of [schema.items, schema.type, ...(schema.fields ?? [])])
      if (inner !== undefined) namedTypes(inner, found);
  }
  return found;
}
