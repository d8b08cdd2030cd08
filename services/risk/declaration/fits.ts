import type { Field, FieldTable } from './field.ts';
import { problemOfValue } from './value-problem.ts';

type Check = (value: unknown) => boolean;
type TableCheck = (value: Readonly<Record<string, unknown>>) => boolean;

const COMPILED = new WeakMap<FieldTable, TableCheck>();

/** Whether a value has nothing against it, without saying what: the way that nearly every event goes. */
export function fits(value: Readonly<Record<string, unknown>>, fields: FieldTable): boolean {
  return compiled(fields)(value);
}

function compiled(fields: FieldTable): TableCheck {
  const known = COMPILED.get(fields);
  if (known !== undefined) return known;
  const check = compile(fields);
  COMPILED.set(fields, check);
  return check;
}

function compile(fields: FieldTable): TableCheck {
  const parts = new Map(
    Object.entries(fields).map(([name, field]) => [name, { required: field.required, check: checkOf(field) }]),
  );
  const required = [...parts.values()].filter((part) => part.required).length;
  return (value) => {
    let missing = required;
    for (const name in value) {
      const one = value[name];
      if (one === undefined) continue;
      const part = parts.get(name);
      if (part === undefined || !part.check(one)) return false;
      if (part.required) missing -= 1;
    }
    return missing === 0;
  };
}

function checkOf(field: Field): Check {
  switch (field.kind) {
    case 'one': {
      const check = compiled(field.fields);
      return (value) =>
        typeof value === 'object' &&
        value !== null &&
        !Array.isArray(value) &&
        check(value as Readonly<Record<string, unknown>>);
    }
    case 'many': {
      const check = checkOf({ kind: 'one', fields: field.fields, required: true });
      return (value) => Array.isArray(value) && value.length <= field.max && value.every(check);
    }
    case 'codes':
      return listOf({ kind: 'code', max: 256, required: true }, field.max);
    case 'numbers':
      return listOf({ kind: 'integer', min: 0, max: 99_999, required: true }, field.max);
    case 'text':
    case 'code':
    case 'decimal':
    case 'instant':
    case 'symbol':
    case 'integer':
      return (value) => problemOfValue(value, field) === undefined;
  }
}

function listOf(field: Field, max: number): Check {
  const check = checkOf(field);
  return (value) => Array.isArray(value) && value.length <= max && value.every(check);
}
