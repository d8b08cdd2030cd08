import type { Step } from './element-draft.ts';
import type { Constants, GroupConstants, Reading, Redundancy, TranspositionRow } from './transposition-row.ts';

/** A table as it is walked: the tree of the source's names, each with what becomes of it. */
export interface TableNode {
  /** Among all nodes of the table, from 0. */
  readonly index: number;
  readonly name: string;
  readonly children: Map<string, TableNode>;
  rule?: Rule;
}

export type Rule =
  | { readonly kind: 'group'; readonly targets: readonly Target[]; readonly constants: readonly (readonly [string, GroupConstants[string]])[]; readonly isSingle: boolean }
  | { readonly kind: 'shared'; readonly holder: Target; readonly last: Step; readonly wrappers: readonly string[]; readonly canBeAlone: boolean }
  | { readonly kind: 'value'; readonly targets: readonly ValueTarget[]; readonly part: number | undefined; readonly reading?: Reading }
  | { readonly kind: 'unneeded'; readonly when?: Redundancy };

/** A path below the element that the group around it made. */
export interface Target {
  /** Which of the elements that are open, 0 being Declaration itself. */
  readonly depth: number;
  readonly steps: readonly Step[];
}

export interface ValueTarget {
  /** Where the last step stands. */
  readonly holder: Target;
  readonly last: Step;
  readonly attribute?: string;
  readonly constants: readonly (readonly [string, string])[];
}

export interface CompiledTable {
  readonly root: TableNode;
  readonly size: number;
}

/** Throws for a table that contradicts itself: an element with two rows, or a row that no group leads to. */
export function compileTable(rows: readonly TranspositionRow[]): CompiledTable {
  const rowOf = new Map<TableNode, TranspositionRow>();
  const nodes = { count: 0 };
  const root = newNode('', nodes);
  for (const row of rows) {
    const node = row.from.split('/').reduce((here, name) => here.children.get(name) ?? addNode(here, name, nodes), root);
    if (rowOf.has(node)) throw new Error(`two rows for ${row.from}`);
    rowOf.set(node, row);
  }
  setRules(root, rowOf, [[]]);
  return { root, size: nodes.count };
}

function newNode(name: string, nodes: { count: number }): TableNode {
  return { index: nodes.count++, name, children: new Map() };
}

function addNode(parent: TableNode, name: string, nodes: { count: number }): TableNode {
  const node = newNode(name, nodes);
  parent.children.set(name, node);
  return node;
}

/** @param around what the groups that are open there make: names from Declaration down */
function setRules(node: TableNode, rowOf: ReadonlyMap<TableNode, TranspositionRow>, around: readonly (readonly string[])[]): void {
  const row = rowOf.get(node);
  if (row !== undefined) node.rule = ruleOf(row, around);
  const inside = row?.kind === 'group' || row?.kind === 'shared' ? [...around, ...[row.to].flat().map((to) => stepsOf(to).map(({ name }) => name))] : around;
  for (const child of node.children.values()) setRules(child, rowOf, inside);
}

function ruleOf(row: TranspositionRow, around: readonly (readonly string[])[]): Rule {
  switch (row.kind) {
    case 'group': return { kind: 'group', targets: row.to.map((to) => targetOf(to, around)), constants: Object.entries(row.constants ?? {}), isSingle: row.isSingle };
    case 'shared': return { kind: 'shared', ...placeOf(row.to, around), wrappers: row.wrappers, canBeAlone: row.canBeAlone };
    case 'value': return { kind: 'value', targets: row.to.map((to) => valueTarget(to, row.constants ?? {}, around)), part: row.part, ...(row.reading === undefined ? {} : { reading: row.reading }) };
    case 'unneeded': return { kind: 'unneeded', ...(row.when === undefined ? {} : { when: row.when }) };
  }
}

function valueTarget(to: string, constants: Constants, around: readonly (readonly string[])[]): ValueTarget {
  const at = to.lastIndexOf('/@');
  const path = at < 0 ? to : to.slice(0, at);
  return { ...placeOf(path, around), ...(at < 0 ? {} : { attribute: to.slice(at + 2) }), constants: Object.entries(constants) };
}

function placeOf(path: string, around: readonly (readonly string[])[]): Pick<ValueTarget, 'holder' | 'last'> {
  const { depth, steps } = targetOf(path, around);
  const last = steps[steps.length - 1];
  if (last === undefined) throw new Error(`nothing is left of ${path}`);
  return { holder: { depth, steps: steps.slice(0, -1) }, last };
}

/** Below the innermost open group that its path leads through; one element more is another than the open one. */
function targetOf(to: string, around: readonly (readonly string[])[]): Target {
  const steps = stepsOf(to);
  for (let depth = around.length - 1; depth >= 0; depth -= 1) {
    const group = around[depth] ?? [];
    if (group.length < steps.length && group.every((name, index) => steps[index]?.name === name && !steps[index].isNew)) return { depth, steps: steps.slice(group.length) };
  }
  throw new Error(`nothing leads to ${to}`);
}

function stepsOf(path: string): readonly Step[] {
  return path.split('/').map((step) => (step.endsWith('+') ? { name: step.slice(0, -1), isNew: true } : { name: step, isNew: false }));
}
