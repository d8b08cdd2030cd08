import { EVENT, GOODS_ITEM } from '../../../../risk/declaration/event-fields.ts';
import type { Field, FieldTable } from '../../../../risk/declaration/field.ts';
import { parsePath } from '../csv-path.ts';
import type { MappedPart, MappedPath } from './mapping.ts';

const ITEM = 'goodsItems[].';

/** Reads a path of a mapping file. `undefined` where the event has no such value. */
export function mappedPath(text: string): MappedPath | undefined {
  const of = text.startsWith(ITEM) ? 'item' : 'declaration';
  const table = of === 'item' ? GOODS_ITEM : EVENT;
  const path = parsePath(of === 'item' ? text.slice(ITEM.length) : text, table);
  // Ids of events follow from what they say.
  if (path === undefined || path.text === 'eventId') return undefined;
  return { text, of, steps: path.steps, field: path.field, part: partOf(text, path.steps, table) };
}

function partOf(text: string, steps: readonly (string | number)[], table: FieldTable): MappedPart | undefined {
  const inside = text.slice(0, text.lastIndexOf('.'));
  if (typeof steps.at(-2) === 'number') return { text: inside, kind: 'entry' };
  return tableAt(steps.slice(0, -1), table)?.['value']?.required === true
    ? { text: inside, kind: 'quantity' }
    : undefined;
}

function tableAt(steps: readonly (string | number)[], table: FieldTable): FieldTable | undefined {
  return steps
    .filter((step) => typeof step === 'string')
    .reduce<FieldTable | undefined>((fields, step) => fieldsOf(fields?.[step]), table);
}

function fieldsOf(field: Field | undefined): FieldTable | undefined {
  return field?.kind === 'one' || field?.kind === 'many' ? field.fields : undefined;
}
