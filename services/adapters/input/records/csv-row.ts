import { cellValue, type ColumnPath } from './csv-path.ts';

type Slots = Record<string, unknown>;

/** The event that one row writes; empty cells are absent, and list entries without any cell are closed up. */
export function eventOfRow(cells: readonly string[], columns: readonly ColumnPath[]): Slots {
  const event: Slots = {};
  for (const [index, column] of columns.entries()) {
    const cell = (cells[index] ?? '').trim();
    if (cell !== '') place(event, column.steps, cellValue(cell, column));
  }
  return closeUp(event) as Slots;
}

function place(target: Slots, steps: readonly (string | number)[], value: unknown): void {
  let here: Slots | unknown[] = target;
  for (const [index, step] of steps.entries()) {
    const next = steps[index + 1];
    const slot = here as Record<string | number, unknown>;
    if (next === undefined) slot[step] = value;
    else here = (slot[step] ??= typeof next === 'number' ? [] : {}) as Slots | unknown[];
  }
}

function closeUp(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((one) => one !== undefined).map(closeUp);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, closeUp(one)]));
}

/**
 * Two rows of one declaration, one for each goods item, as exports write them: the same in everything but `goodsItems`, with other item numbers.
 * `undefined` where they are not that.
 */
export function joinRows(before: Slots, row: Slots): Slots | undefined {
  const { goodsItems: listBefore, ...rest } = before;
  const { goodsItems: list, ...restOfRow } = row;
  if (!Array.isArray(listBefore) || !Array.isArray(list) || JSON.stringify(rest) !== JSON.stringify(restOfRow)) return undefined;
  const itemsBefore: readonly unknown[] = listBefore;
  const items: readonly unknown[] = list;
  const numbers = new Set(itemsBefore.map(numberOf));
  return items.some((item) => numberOf(item) === undefined || numbers.has(numberOf(item))) ? undefined : { ...before, goodsItems: [...itemsBefore, ...items] };
}

function numberOf(item: unknown): unknown {
  return typeof item === 'object' && item !== null && 'sequenceNumber' in item ? item.sequenceNumber : undefined;
}
