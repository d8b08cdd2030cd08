import type { DecimalCells } from '../../../../csv/decimal-cells.ts';
import { cellValue } from '../csv-path.ts';
import type { FileColumns, MappedColumn } from './mapped-columns.ts';
import type { CsvMapping, MappedPath } from './mapping.ts';

/** A value that a row states. */
export interface StatedValue {
  readonly path: MappedPath;
  readonly value: unknown;
  readonly column: string;
  readonly line: number;
}

/** A row by what it states, and which of its cells cannot be read. */
export interface MappedRow {
  readonly line: number;
  readonly declaration: readonly StatedValue[];
  readonly item: readonly StatedValue[];
  readonly problem?: { readonly column: string; readonly what: string };
}

type ReadCell = { readonly value: unknown } | { readonly problem: string };
const LONGEST_SHOWN = 40;

/** Reads the cells of a row; empty ones state nothing. */
export function mappedRow(
  line: number,
  cells: readonly string[],
  { columns }: FileColumns,
  mapping: CsvMapping,
  decimals: DecimalCells,
): MappedRow {
  const declaration: StatedValue[] = [];
  const item: StatedValue[] = [];
  let problem: MappedRow['problem'];
  for (const column of columns) {
    const cell = (cells[column.index] ?? '').trim();
    if (cell === '') continue;
    const coded = translated(cell, column);
    for (const path of column.paths) {
      const read = 'problem' in coded ? coded : readCell(coded.value, path, mapping, decimals, line);
      if ('problem' in read) problem ??= { column: column.name, what: read.problem };
      else (path.of === 'item' ? item : declaration).push({ path, value: read.value, column: column.name, line });
    }
  }
  return { line, declaration, item, ...(problem === undefined ? {} : { problem }) };
}

function translated(cell: string, { values }: MappedColumn): { readonly value: string } | { readonly problem: string } {
  const value = values === undefined ? cell : values.get(cell);
  return value === undefined
    ? { problem: `${shown(cell)} is none of the values that the mapping file has for it` }
    : { value };
}

function readCell(
  cell: string,
  { field }: MappedPath,
  { date }: CsvMapping,
  decimals: DecimalCells,
  line: number,
): ReadCell {
  if (field.kind === 'decimal') return decimals.read(cell, line);
  if (field.kind !== 'instant' || date === undefined) return { value: cellValue(cell, field) };
  const read = date.read(cell);
  return read === undefined ? { problem: `${shown(cell)} is no day of the form ${date.text}` } : { value: read };
}

/** Cells are shown cut short, and only of columns of codes, numbers and days. */
function shown(cell: string): string {
  return JSON.stringify(cell.slice(0, LONGEST_SHOWN));
}
