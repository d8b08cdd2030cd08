import { EVENT } from '../../../risk/declaration/event-fields.ts';
import type { Field, FieldTable } from '../../../risk/declaration/field.ts';

/** A column of a CSV file: where its cells go in the event. */
export interface ColumnPath {
  readonly text: string;
  readonly steps: readonly (string | number)[];
  readonly field: ValueField;
}

/** A field that holds values: the kinds that a cell can be. */
export type ValueField = Exclude<Field, { readonly kind: 'one' | 'many' }>;

const STEP = /^([A-Za-z]\w*)(?:\[(0|[1-9]\d{0,3})\])?$/;

/** Reads "goodsItems[0].commodity.description". `undefined` where the event has no such value. */
export function parseColumn(text: string): ColumnPath | undefined {
  return parsePath(text, EVENT);
}

/** The same from any table of fields. */
export function parsePath(text: string, table: FieldTable): ColumnPath | undefined {
  const steps: (string | number)[] = [];
  let fields: FieldTable | undefined = table;
  let field: Field | undefined;
  for (const part of text.trim().split('.')) {
    const [, name, index] = STEP.exec(part) ?? [];
    field = name !== undefined && fields !== undefined && Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (name === undefined || field === undefined || (index !== undefined) !== isList(field)) return undefined;
    steps.push(name, ...(index === undefined ? [] : [Number(index)]));
    if (Number(index ?? 0) >= ('max' in field && isList(field) ? field.max : Number.POSITIVE_INFINITY))
      return undefined;
    fields = field.kind === 'one' || field.kind === 'many' ? field.fields : undefined;
  }
  return field === undefined || field.kind === 'one' || field.kind === 'many'
    ? undefined
    : { text: text.trim(), steps, field };
}

function isList(field: Field): boolean {
  return field.kind === 'many' || field.kind === 'codes' || field.kind === 'numbers';
}

/** A cell as the value that its column holds; a number stays a text where it is none, and is refused as such later. */
export function cellValue(cell: string, field: ValueField): unknown {
  const isNumber = field.kind === 'integer' || field.kind === 'numbers';
  return isNumber && /^\d{1,9}$/.test(cell) ? Number(cell) : cell;
}
