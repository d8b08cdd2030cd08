import { normaliseDecimal } from '../../../../risk/declaration/decimal-text.ts';
import { parseInstant } from '../../../../risk/declaration/instant.ts';
import { problemOfValue } from '../../../../risk/declaration/value-problem.ts';
import { cellValue } from '../csv-path.ts';
import { mappedPath } from './mapped-path.ts';
import type { MappedPath } from './mapping.ts';
import type { WrittenMapping } from './mapping-schema.ts';

/** One mistake, with the keys that lead to it. */
export interface Problem {
  readonly path: readonly PropertyKey[];
  readonly what: string;
}

/** What no field alone can tell. */
export function contradictions({ row, group, columns, constants, values, ignore }: WrittenMapping): readonly Problem[] {
  const placed = [
    ...Object.entries(columns).flatMap(([name, paths]) => paths.map((path) => ({ at: ['columns', name], path }))),
    ...Object.keys(constants).flatMap((text) => placedConstant(text)),
  ];
  const problem = (path: readonly PropertyKey[], what: string): Problem => ({ path, what });
  return [
    ...Object.entries(constants).flatMap(([text, value]) =>
      constantProblem(text, value).map((what) => problem(['constants', text], what)),
    ),
    ...(row === 'item' && group === undefined
      ? [problem(['row'], 'needs group: the columns that rows of one declaration agree in')]
      : []),
    ...(row === 'declaration' && group !== undefined
      ? [problem(['group'], 'is of no use where a row is a declaration')]
      : []),
    ...placed.flatMap(({ at, path }) => levelProblem(row, path).map((what) => problem(at, what))),
    ...placed
      .filter(({ path }, index) => placed.findIndex((other) => other.path.text === path.text) < index)
      .map(({ at, path }) => problem(at, `${path.text} is filled twice`)),
    ...ignore
      .filter((name) => name in columns)
      .map((name) => problem(['ignore'], `${JSON.stringify(name)} is mapped too`)),
    ...Object.keys(values)
      .filter((name) => !(name in columns))
      .map((name) => problem(['values', name], 'is no column that is mapped')),
  ];
}

/** A constant's place, where the event has it. */
export function placedConstant(text: string): readonly { readonly at: readonly string[]; readonly path: MappedPath }[] {
  const path = mappedPath(text);
  return path === undefined ? [] : [{ at: ['constants', text], path }];
}

function constantProblem(text: string, value: string): readonly string[] {
  const path = mappedPath(text);
  if (path === undefined) return [`the event has no value ${JSON.stringify(text)}`];
  return constantValue(value, path) === undefined
    ? [`${JSON.stringify(value)} is no ${path.field.kind} that it can be`]
    : [];
}

/** A constant as the value that it is: a number where the event has one. `undefined` where it cannot be that. */
export function constantValue(text: string, { field }: MappedPath): unknown {
  const value = cellValue(text.trim(), field);
  if (field.kind === 'instant') return parseInstant(text.trim());
  if (field.kind === 'decimal') return normaliseDecimal(text.trim());
  if (field.kind === 'codes') return value;
  if (field.kind === 'numbers') return typeof value === 'number' ? value : undefined;
  return problemOfValue(value, field) === undefined ? value : undefined;
}

function levelProblem(row: WrittenMapping['row'], { of, steps, text }: MappedPath): readonly string[] {
  if (row === 'declaration' && of === 'item')
    return [`${text}: a row is a declaration; write goodsItems[0] for its first item`];
  return row === 'item' && of === 'declaration' && steps[0] === 'goodsItems'
    ? [`${text}: a row is an item; write goodsItems[] for it`]
    : [];
}
