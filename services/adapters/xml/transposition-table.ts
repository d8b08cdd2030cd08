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
  GroupRule | SharedRule | ValueRule | { readonly kind: 'unneeded'; readonly when: Redundancy | undefined };

interface GroupRule {
  readonly kind: 'group';
  readonly targets: readonly Target[];
  readonly constants: readonly (readonly [string, GroupConstants[string]])[];
  readonly isSingle: boolean;
}

interface SharedRule extends Place {
  readonly kind: 'shared';
  readonly wrappers: readonly string[];
  readonly canBeAlone: boolean;
}

interface ValueRule {
  readonly kind: 'value';
  readonly targets: readonly ValueTarget[];
  readonly part: number | undefined;
  readonly reading: Reading | undefined;
}

/** A path below the element that the group around it made. */
export interface Target {
  /** Which of the elements that are open, 0 being Declaration itself. */
  readonly depth: number;
  readonly steps: readonly Step[];
}

interface Place {
  /** Where the last step stands. */
  readonly holder: Target;
  readonly last: Step;
}

export interface ValueTarget extends Place {
  readonly attribute: string | undefined;
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
    const names = row.from.split('/');
    const node = names.reduce((here, name) => here.children.get(name) ?? addNode(here, name, nodes), root);
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

/** What the groups that are open somewhere make: names from Declaration down. */
type Around = readonly (readonly string[])[];

function setRules(node: TableNode, rowOf: ReadonlyMap<TableNode, TranspositionRow>, around: Around): void {
  const row = rowOf.get(node);
  if (row !== undefined) node.rule = ruleOf(row, around);
  const opens = row?.kind === 'group' || row?.kind === 'shared' ? [row.to].flat() : [];
  const inside = [...around, ...opens.map((to) => stepsOf(to).map(({ name }) => name))];
  for (const child of node.children.values()) setRules(child, rowOf, inside);
}

function ruleOf(row: TranspositionRow, around: Around): Rule {
  switch (row.kind) {
    case 'group': {
      const { kind, isSingle, constants = {} } = row;
      return {
        kind,
        targets: row.to.map((to) => targetOf(to, around)),
        constants: Object.entries(constants),
        isSingle,
      };
    }
    case 'shared': {
      const { kind, wrappers, canBeAlone } = row;
      return { kind, ...placeOf(row.to, around), wrappers, canBeAlone };
    }
    case 'value': {
      const { kind, part, reading, constants = {} } = row;
      return { kind, targets: row.to.map((to) => valueTarget(to, constants, around)), part, reading };
    }
    case 'unneeded':
      return { kind: row.kind, when: row.when };
  }
}

function valueTarget(to: string, constants: Constants, around: Around): ValueTarget {
  const at = to.lastIndexOf('/@');
  const path = at < 0 ? to : to.slice(0, at);
  const attribute = at < 0 ? undefined : to.slice(at + 2);
  return { ...placeOf(path, around), attribute, constants: Object.entries(constants) };
}

function placeOf(path: string, around: Around): Place {
  const { depth, steps } = targetOf(path, around);
  const last = steps[steps.length - 1];
  if (last === undefined) throw new Error(`nothing is left of ${path}`);
  return { holder: { depth, steps: steps.slice(0, -1) }, last };
}

/** Below the innermost open group that its path leads through; one element more is another than the open one. */
function targetOf(to: string, around: Around): Target {
  const steps = stepsOf(to);
  for (let depth = around.length - 1; depth >= 0; depth -= 1) {
    const group = around[depth] ?? [];
    const leadsThere = group.every((name, index) => steps[index]?.name === name && !steps[index].isNew);
    if (leadsThere && group.length < steps.length) return { depth, steps: steps.slice(group.length) };
  }
  throw new Error(`nothing leads to ${to}`);
}

function stepsOf(path: string): readonly Step[] {
  return path.split('/').map((step) => {
    const isNew = step.endsWith('+');
    return { name: isNew ? step.slice(0, -1) : step, isNew };
  });
}
