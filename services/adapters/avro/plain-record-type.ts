import avsc from 'avsc';
import { noSuchBranch, OptionalType } from './optional-type.ts';
import { type Tap, Unencodable } from './tap.ts';

type Field = avsc.types.Field;
type Line = (field: Field, index: number) => string;

/** What generated code calls; `t0`, `t1` … are the types of the fields, of optional ones the type of their value. */
interface Calls {
  readonly names: readonly string[];
  readonly values: readonly unknown[];
}

const isOptional = (field: Field): boolean => field.type instanceof OptionalType;
const valueType = (field: Field): unknown => (field.type instanceof OptionalType ? field.type.types[1] : field.type);

/** Without optional marker: an optional field that is not there stays away. */
const assign: Line = (field, index) => {
  if (isOptional(field)) return `if (v${index} !== undefined) this.${field.name} = v${index};`;
  return field.defaultValue() === undefined
    ? `this.${field.name} = v${index};`
    : `this.${field.name} = v${index} === undefined ? d[${index}]() : v${index};`;
};

const read: Line = (field, index) =>
  isOptional(field)
    ? `b = buf[t.pos++]; if (b === 2) this.${field.name} = t${index}._read(t); else if (b !== 0) noSuchBranch(b);`
    : `this.${field.name} = t${index}._read(t);`;

const write: Line = (field, index) => {
  const value = `v.${field.name}`;
  if (isOptional(field))
    return `if (${value} === undefined || ${value} === null) buf[t.pos++] = 0; else { buf[t.pos++] = 2; t${index}._write(t, ${value}); }`;
  return field.defaultValue() === undefined
    ? `t${index}._write(t, ${value});`
    : `t${index}._write(t, ${value} === undefined ? d[${index}]() : ${value});`;
};

function callsOf(fields: readonly Field[]): Calls {
  const defaults = fields.map((field) => (): unknown => field.defaultValue());
  return {
    names: ['d', 'noSuchBranch', 'notAnObject', ...fields.map((_, index) => `t${index}`)],
    values: [defaults, noSuchBranch, notAnObject, ...fields.map(valueType)],
  };
}

/** A function from generated source, as avsc makes its own; all names in it are Avro field names, which avsc has checked to be identifiers. */
function generate<F>({ names, values }: Calls, source: string): F {
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  return (new Function(...names, `'use strict'; return ${source};`) as (...args: readonly unknown[]) => F)(...values);
}

/** A constructor whose objects are plain ones: they have no prototype of their own. */
function plain<F extends { prototype: unknown }>(constructor: F): F {
  constructor.prototype = Object.prototype;
  return constructor;
}

function notAnObject(): never {
  throw new Unencodable('a record is missing');
}

/**
 * A record as a plain object, in which an absent optional field does not exist (avsc would give it its default, null).
 * The code is generated once a schema: one straight function a record is several times faster than a loop over its fields.
 */
export class PlainRecordType extends avsc.types.RecordType {
  /** From the values of all fields; avsc calls it where a record is read from another schema. */
  _createConstructor(): unknown {
    const parameters = this.fields.map((_, index) => `v${index}`).join(', ');
    return plain(
      generate<new (...values: unknown[]) => object>(
        callsOf(this.fields),
        `function Record(${parameters}) { ${this.fields.map(assign).join('\n')} }`,
      ),
    );
  }

  _createReader(): (tap: Tap) => object {
    const Record = plain(
      generate<new (tap: Tap) => object>(
        callsOf(this.fields),
        `function Record(t) { const buf = t.buf; let b; ${this.fields.map(read).join('\n')} }`,
      ),
    );
    return (tap) => new Record(tap);
  }

  _createWriter(): (tap: Tap, value: object) => void {
    return generate(
      callsOf(this.fields),
      `function write(t, v) { if (typeof v !== 'object' || v === null) notAnObject(); const buf = t.buf; ${this.fields.map(write).join('\n')} }`,
    );
  }
}
