import avsc from 'avsc';
import { BoundedArrayType, BoundedMapType } from './bounded-types.ts';
import { DecimalType } from './decimal-type.ts';
import { InstantType } from './instant-type.ts';
import { IntType } from './int-type.ts';
import { AbsentType, OptionalType } from './optional-type.ts';
import { PlainRecordType } from './plain-record-type.ts';
import { TextType } from './text-type.ts';

/** avsc's compiled way from a writer's schema to ours. */
export type Resolver = ReturnType<avsc.Type['createResolver']>;

type Options = Partial<avsc.ForSchemaOptions>;

const isOptional = (schema: avsc.Schema): boolean =>
  Array.isArray(schema) && schema.length === 2 && schema[0] === 'null';

/** Puts our types in the place of avsc's: absent for null, plain records, bounded arrays and maps, exact text. */
function ours(schema: avsc.Schema, options: Options): avsc.Type | undefined {
  if (isOptional(schema)) return new OptionalType(schema, options);
  if (typeof schema !== 'object' || Array.isArray(schema) || avsc.Type.isType(schema)) return undefined;
  switch ((schema as { type: string }).type) {
    case 'null':
      return new AbsentType();
    case 'int':
      return new IntType();
    case 'string':
      return new TextType();
    case 'array':
      return new BoundedArrayType(schema, options);
    case 'map':
      return new BoundedMapType(schema, options);
    case 'record':
      return new PlainRecordType(schema, options);
    default:
      return undefined;
  }
}

/** How avsc makes types that are ours. `wrapUnions` is pinned, for its default depends on the schema. */
export const AVRO_OPTIONS = {
  wrapUnions: 'never',
  omitRecordMethods: true,
  assertLogicalTypes: true,
  logicalTypes: { decimal: DecimalType, 'timestamp-millis': InstantType },
  typeHook: ours,
} as const satisfies Options;

/** The avsc type of a schema, as Tidewaiter reads and writes it. Throws where the schema is none, or holds a decimal of another precision or scale. */
export function avroType(schema: avsc.Schema): avsc.Type {
  return avsc.Type.forSchema(schema, { ...AVRO_OPTIONS });
}
