import type { ASTNode } from '@marcbachmann/cel-js';
import type { ConditionSource } from '../../risk/rules/condition.ts';

/**
 * Functions that a condition may call: those that end in a time that grows with what they are given, and depend on nothing else.
 * `matches` is not among them, because a regular expression can take for ever; nor is `dyn`, because it hides a value's type.
 */
const FUNCTIONS: ReadonlySet<string> = new Set([
  'size',
  'contains',
  'startsWith',
  'endsWith',
  'exists',
  'exists_one',
  'all',
  'filter',
  'map',
  'double',
  'lowerAscii',
  'upperAscii',
]);

export interface Inspection {
  /** Features that the expression reads. */
  readonly reads: ReadonlySet<string>;
  readonly problems: readonly string[];
}

/** What an expression reads and calls, and what of it a condition may not. */
export function inspectExpression(ast: ASTNode, { variables }: ConditionSource): Inspection {
  const allowed = new Set(variables.map(({ name }) => name));
  const reads = new Set<string>();
  const problems = new Set<string>();
  visit(ast, (node) => {
    if (node.op === 'call' || node.op === 'rcall') {
      const called = node.args[0];
      if (!FUNCTIONS.has(called))
        problems.add(`"${called}" may not be called in a condition; what may be: ${[...FUNCTIONS].join(', ')}`);
    }
    const read = featureRead(node);
    if (read !== undefined) (allowed.has(read) ? reads : unlisted(read, problems)).add(read);
  });
  return { reads, problems: [...problems] };
}

/** The feature that a node reads, where it is `item.name` or `declaration.name`. */
function featureRead(node: ASTNode): string | undefined {
  if (node.op !== '.') return undefined;
  const [object, field] = node.args;
  return object.op === 'id' && (object.args === 'item' || object.args === 'declaration')
    ? `${object.args}.${field}`
    : undefined;
}

function unlisted(name: string, problems: Set<string>): Set<string> {
  problems.add(`the condition reads "${name}", which is not listed under needs`);
  return new Set();
}

function visit(node: ASTNode, see: (node: ASTNode) => void): void {
  see(node);
  for (const child of childrenOf(node.args)) visit(child, see);
}

function childrenOf(args: unknown): ASTNode[] {
  if (Array.isArray(args)) return args.flatMap(childrenOf);
  return isNode(args) ? [args] : [];
}

function isNode(value: unknown): value is ASTNode {
  return typeof value === 'object' && value !== null && 'op' in value && 'args' in value;
}
