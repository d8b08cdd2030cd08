import type { FieldTable } from '../../../risk/declaration/field.ts';

/** An object of the event that is being filled. */
export type Slots = Record<string, unknown>;

/** Names of a table's fields that are lists, and of those that must be there. */
interface Names {
  readonly lists: readonly string[];
  readonly required: readonly string[];
}

/** Looked up once a table: objects are made by the thousand. */
const NAMES = new WeakMap<FieldTable, Names>();

function namesIn(fields: FieldTable): Names {
  const known = NAMES.get(fields);
  if (known !== undefined) return known;
  const all = Object.entries(fields);
  const names: Names = {
    lists: all.flatMap(([name, { kind }]) => (kind === 'many' || kind === 'codes' || kind === 'numbers' ? [name] : [])),
    required: all.flatMap(([name, { required }]) => (required ? [name] : [])),
  };
  NAMES.set(fields, names);
  return names;
}

/** Lists are always there; everything else only where it is stated. */
export function emptyLists(fields: FieldTable): Slots {
  const slots: Slots = {};
  for (const name of namesIn(fields).lists) slots[name] = [];
  return slots;
}

/** Says something, and has what an object of its kind must have. */
export function isWhole(object: Slots, fields: FieldTable): boolean {
  return !onlyOthers(object) && namesIn(fields).required.every((name) => object[name] !== undefined);
}

export function onlyOthers(object: Slots): boolean {
  return Object.values(object).every((value) => value === undefined || (Array.isArray(value) && value.length === 0));
}

/** In the order of the table, whatever the order of the message: so events read alike. */
export function inOrder(slots: Slots, fields: FieldTable): Slots {
  const ordered: Slots = {};
  for (const name in fields) if (slots[name] !== undefined) ordered[name] = slots[name];
  return ordered;
}

/** Whether there was room for it. */
export function putOnce(slots: Slots, to: string, value: unknown): boolean {
  if (value === undefined || slots[to] !== undefined) return false;
  slots[to] = value;
  return true;
}
