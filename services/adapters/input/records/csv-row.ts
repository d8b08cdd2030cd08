import type { DecimalCells } from '../../../csv/decimal-cells.ts';
import { cellValue, type ColumnPath } from './csv-path.ts';

type Slots = Record<string, unknown>;

/** What a row writes, and why its first cell that cannot be read cannot. */
export interface ReadRow {
  readonly slots: Slots;
  readonly problem?: { readonly column: string; readonly what: string };
}

/** The event that one row writes; empty cells are absent, and list entries without any cell are closed up. */
export function eventOfRow(
  cells: readonly string[],
  columns: readonly ColumnPath[],
  decimals: DecimalCells,
  line: number,
): ReadRow {
  const event: Slots = {};
  let problem: ReadRow['problem'];
  for (const [index, column] of columns.entries()) {
    const cell = (cells[index] ?? '').trim();
    if (cell === '') continue;
    const read = column.field.kind === 'decimal' ? decimals.read(cell, line) : { value: cellValue(cell, column.field) };
    if ('problem' in read) problem ??= { column: column.text, what: read.problem };
    else place(event, column.steps, read.value);
  }
  return { slots: closeUp(event) as Slots, ...(problem === undefined ? {} : { problem }) };
}

/** Puts a value where its steps lead, making what is not there yet. */
export function place(target: Slots, steps: readonly (string | number)[], value: unknown): void {
  let here: Slots | unknown[] = target;
  for (const [index, step] of steps.entries()) {
    const next = steps[index + 1];
    const slot = here as Record<string | number, unknown>;
    if (next === undefined) slot[step] = value;
    else here = (slot[step] ??= typeof next === 'number' ? [] : {}) as Slots | unknown[];
  }
}

/** The same without the places of lists that nothing was put in. */
export function closeUp(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((one) => one !== undefined).map(closeUp);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, closeUp(one)]));
}

/**
 * Two rows of one declaration, one for each goods item, as exports write them: the same in everything but `goodsItems`,
 * with other item numbers, or without any.
 * `undefined` where they are not that.
 */
export function joinRows(before: Slots, row: Slots): Slots | undefined {
  const { goodsItems: listBefore, ...rest } = before;
  const { goodsItems: list, ...restOfRow } = row;
  if (!Array.isArray(listBefore) || !Array.isArray(list) || JSON.stringify(rest) !== JSON.stringify(restOfRow))
    return undefined;
  const itemsBefore: readonly unknown[] = listBefore;
  const items: readonly unknown[] = list;
  const numbers = new Set(itemsBefore.map(numberOf));
  const isUnnumbered = [...itemsBefore, ...items].every((item) => numberOf(item) === undefined);
  const joins = isUnnumbered || items.every((item) => numberOf(item) !== undefined && !numbers.has(numberOf(item)));
  return joins ? { ...before, goodsItems: [...itemsBefore, ...items] } : undefined;
}

/** Items that state no number at all are counted through from 1, in their order. */
export function withItemNumbers(event: Slots): Slots {
  const { goodsItems: items } = event;
  if (!Array.isArray(items) || items.some((item: unknown) => numberOf(item) !== undefined)) return event;
  return { ...event, goodsItems: items.map((item: object, index) => ({ sequenceNumber: index + 1, ...item })) };
}

function numberOf(item: unknown): unknown {
  return typeof item === 'object' && item !== null && 'sequenceNumber' in item ? item.sequenceNumber : undefined;
}
