import { closeUp, place, withItemNumbers } from '../csv-row.ts';
import type { MappedRow, StatedValue } from './mapped-row.ts';
import type { CsvMapping, MappedPath } from './mapping.ts';

type Slots = Record<string, unknown>;

/** Two rows of one declaration that say different things of it. */
export interface Contradiction {
  readonly column: string;
  readonly lines: readonly [number, number];
}

/** The rows of one declaration, gathered. */
export class MappedDeclaration {
  readonly line: number;
  readonly #stated = new Map<string, StatedValue>();
  readonly #items: (readonly StatedValue[])[] = [];

  constructor(line: number) {
    this.line = line;
  }

  get items(): number {
    return this.#items.length;
  }

  /** Takes a row in. A cell that is empty in one row and not in another contradicts nothing. */
  add({ declaration, item }: MappedRow): Contradiction | undefined {
    for (const value of declaration) {
      const before = this.#stated.get(value.path.text);
      if (before === undefined) this.#stated.set(value.path.text, value);
      else if (before.value !== value.value) return { column: value.column, lines: [before.line, value.line] };
    }
    this.#items.push(item);
    return undefined;
  }

  /** What the rows and the constants of the mapping say, as an event is written. */
  written(mapping: CsvMapping): Slots {
    const event = slotsOf([...this.#stated.values()], mapping, 'declaration');
    if (mapping.row === 'item') event['goodsItems'] = this.#items.map((item) => slotsOf(item, mapping, 'item'));
    return withItemNumbers(closeUp(event) as Slots);
  }
}

function slotsOf(stated: readonly StatedValue[], mapping: CsvMapping, of: MappedPath['of']): Slots {
  const slots: Slots = {};
  const paths = new Set(stated.map(({ path }) => path.text));
  for (const { path, value } of stated) if (!lacksItsValue(path, paths, mapping)) place(slots, path.steps, value);
  for (const { path, value } of mapping.constants)
    if (path.of === of && stands(path, paths, mapping)) place(slots, path.steps, value);
  return slots;
}

/** A currency or unit says nothing where there is no amount or measure. */
function lacksItsValue({ part, text }: MappedPath, stated: ReadonlySet<string>, { constants }: CsvMapping): boolean {
  const value = `${part?.text ?? ''}.value`;
  return (
    part?.kind === 'quantity' &&
    text !== value &&
    !stated.has(value) &&
    !constants.some(({ path }) => path.text === value)
  );
}

/** A constant of an amount, a measure or an entry of a list that columns fill too stands only where they do. */
function stands(path: MappedPath, stated: ReadonlySet<string>, mapping: CsvMapping): boolean {
  const { part } = path;
  if (part === undefined) return true;
  if (part.kind === 'quantity') return !lacksItsValue(path, stated, mapping);
  const inside = `${part.text}.`;
  const isFilled = [...mapping.columns.values()].some((paths) => paths.some(({ text }) => text.startsWith(inside)));
  return !isFilled || [...stated].some((text) => text.startsWith(inside));
}
