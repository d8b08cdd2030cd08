import avsc from 'avsc';
import { OptionalType } from './optional-type.ts';

type Make = (...values: unknown[]) => object;

/** Builds a function from generated source, as avsc does for its own records; `names` are Avro field names, which avsc has checked to be identifiers. */
function generate(names: readonly string[], body: string, values: readonly unknown[]): unknown {
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  return (new Function(...names, `'use strict'; return ${body};`) as (...args: unknown[]) => unknown)(...values);
}

/**
 * A record as a plain object, in which an absent optional field does not exist (avsc would give it its default, null).
 * Generated once a schema, because one straight function a record is several times faster than a loop over its fields.
 */
export class PlainRecordType extends avsc.types.RecordType {
  _createConstructor(): unknown {
    const lines = this.fields.map((field, index) => {
      if (field.type instanceof OptionalType) return `if (v${index} !== undefined) this.${field.name} = v${index};`;
      return field.defaultValue() === undefined ? `this.${field.name} = v${index};` : `this.${field.name} = v${index} === undefined ? d[${index}]() : v${index};`;
    });
    const parameters = this.fields.map((_, index) => `v${index}`).join(', ');
    const defaults = this.fields.map((field) => () => field.defaultValue() as unknown);
    const record = generate(['d'], `function Record(${parameters}) { ${lines.join(' ')} }`, [defaults]) as Make;
    record.prototype = Object.prototype;
    return record;
  }

  _createWriter(): unknown {
    const lines = this.fields.map((field, index) => {
      const value = field.type instanceof OptionalType || field.defaultValue() === undefined ? `v.${field.name}` : `v.${field.name} === undefined ? d[${index}] : v.${field.name}`;
      return `t${index}._write(t, ${value});`;
    });
    const types = this.fields.map((field) => field.type);
    const defaults = this.fields.map((field) => field.defaultValue() as unknown);
    return generate(['d', ...types.map((_, index) => `t${index}`)], `function write(t, v) { ${lines.join(' ')} }`, [defaults, ...types]);
  }
}
