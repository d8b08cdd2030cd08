import type { FieldTable } from '../../../risk/declaration/field.ts';

/** An object of the event that is being filled. */
export type Slots = Record<string, unknown>;

/** Lists are always there; everything else only where it is stated. */
export function emptyLists(fields: FieldTable): Slots {
  return Object.fromEntries(Object.entries(fields).filter(([, field]) => field.kind === 'many' || field.kind === 'codes' || field.kind === 'numbers').map(([name]) => [name, []]));
}

/** Says something, and has what an object of its kind must have. */
export function isWhole(object: Slots, fields: FieldTable): boolean {
  return !onlyOthers(object) && Object.entries(fields).every(([name, field]) => !field.required || object[name] !== undefined);
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
