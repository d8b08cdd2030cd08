import { rngFor } from '../../../statistics/rng.ts';

/** Isolation forest (Liu, Ting and Zhou, 2008): what random splits part from the rest early is odd. */
export interface IsolationForest {
  readonly trees: readonly Node[];
  /** Depth that a row of an even crowd is expected to reach. */
  readonly expected: number;
}

type Node =
  | { readonly size: number }
  | { readonly feature: number; readonly at: number; readonly left: Node; readonly right: Node };

const TREES = 100;
const SAMPLE = 256;

/** @param columns one array a feature, all numbers known */
export function growForest(columns: readonly Float64Array[], seed: number): IsolationForest {
  const rng = rngFor(seed, 'isolation forest');
  const rows = columns[0]?.length ?? 0;
  const size = Math.min(SAMPLE, rows);
  const sample = (): number[] => Array.from({ length: size }, () => Math.floor(rng() * rows));
  return {
    trees: Array.from({ length: TREES }, () => grow(columns, sample(), Math.ceil(Math.log2(Math.max(2, size))), rng)),
    expected: pathOf(size),
  };
}

function grow(columns: readonly Float64Array[], rows: readonly number[], left: number, rng: () => number): Node {
  const feature = Math.floor(rng() * columns.length);
  const values = rows.map((row) => columns[feature]![row]!);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (left === 0 || rows.length < 2 || low === high) return { size: rows.length };
  const at = low + rng() * (high - low);
  const below = rows.filter((_, index) => values[index]! < at);
  const above = rows.filter((_, index) => values[index]! >= at);
  return { feature, at, left: grow(columns, below, left - 1, rng), right: grow(columns, above, left - 1, rng) };
}

/** 0–1 for every row, higher is odder: 2 to the minus mean depth over expected depth. */
export function columnScores({ trees, expected }: IsolationForest, columns: readonly Float64Array[]): Float64Array {
  return Float64Array.from(
    columns[0] ?? [],
    (_, row) => 2 ** (-trees.reduce((sum, tree) => sum + depthOf(tree, columns, row), 0) / trees.length / expected),
  );
}

function depthOf(tree: Node, columns: readonly Float64Array[], row: number): number {
  let depth = 0;
  let node = tree;
  while ('feature' in node) {
    node = columns[node.feature]![row]! < node.at ? node.left : node.right;
    depth += 1;
  }
  return depth + pathOf(node.size);
}

/** Mean depth of an unsuccessful search among so many (harmonic numbers by Euler's constant). */
function pathOf(size: number): number {
  return size < 2 ? 0 : 2 * (Math.log(size - 1) + 0.5772156649) - (2 * (size - 1)) / size;
}
