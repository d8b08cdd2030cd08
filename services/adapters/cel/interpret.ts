import { Environment, type ParseResult, type TypeCheckResult } from '@marcbachmann/cel-js';
import type { SeenValue } from '../../risk/findings/finding.ts';
import type { Condition, ConditionSource, ConditionVariable } from '../../risk/rules/condition.ts';

/** Bounds of one condition: far above what a person can read. */
const LIMITS = { maxAstNodes: 500, maxDepth: 30, maxListElements: 500, maxMapEntries: 1, maxCallArguments: 4 };

/** An object with one field for each feature of a scope that the rule needs; its class is what gives the fields their types. */
type Scoped = Record<string, SeenValue>;

/** A condition as the library understands it. */
export interface Interpreted extends Pick<ParseResult, 'ast'> {
  readonly check: (this: void) => TypeCheckResult;
  /** Its answer, by the library itself: what every quicker way has to agree with, errors and their words included. */
  readonly holds: Condition['holds'];
}

/**
 * Every condition gets an environment of its own that knows only what it may read, so anything else is an error when it is checked.
 * @throws where the expression cannot be parsed
 */
export function interpret(source: ConditionSource): Interpreted {
  const scopes = new Map<string, Scoped>();
  const parsed = environmentFor(source, scopes).parse(source.expression);
  return { ast: parsed.ast, check: () => parsed.check(), holds: evaluator(parsed, source.variables, scopes) };
}

function environmentFor({ variables, lists }: ConditionSource, scopes: Map<string, Scoped>): Environment {
  const environment = new Environment({ limits: LIMITS });
  for (const [scope, fields] of fieldsByScope(variables)) {
    const ctor = class {};
    environment.registerType(scope === 'item' ? 'Item' : 'Declaration', { ctor, fields });
    environment.registerVariable(scope, scope === 'item' ? 'Item' : 'Declaration');
    scopes.set(scope, new ctor() as Scoped);
  }
  for (const name of Object.keys(lists)) environment.registerVariable(name, 'list<string>');
  for (const [name, list] of Object.entries(lists)) scopes.set(name, list as unknown as Scoped);
  return withNumbers(environment);
}

/** Whole numbers in a condition are doubles like all others: `item.netMass * 2 > 3`. */
function withNumbers(environment: Environment): Environment {
  const operators: readonly (readonly [string, (a: number, b: number) => number])[] = [
    ['+', (a, b) => a + b],
    ['-', (a, b) => a - b],
    ['*', (a, b) => a * b],
    ['/', (a, b) => a / b],
  ];
  for (const [sign, of] of operators) {
    environment.registerOperator(`double ${sign} int: double`, (a: number, b: bigint) => of(a, Number(b)));
    environment.registerOperator(`int ${sign} double: double`, (a: bigint, b: number) => of(Number(a), b));
  }
  return environment;
}

function fieldsByScope(variables: readonly ConditionVariable[]): Map<string, Record<string, string>> {
  const scopes = new Map<string, Record<string, string>>();
  for (const { name, type } of variables) {
    const [scope, field] = name.split('.') as [string, string];
    scopes.set(scope, { ...scopes.get(scope), [field]: type });
  }
  return scopes;
}

function evaluator(
  run: (context: object) => unknown,
  variables: readonly ConditionVariable[],
  scopes: ReadonlyMap<string, Scoped>,
): Condition['holds'] {
  const context = Object.fromEntries(scopes);
  const slots = variables.map(({ name }) => {
    const [scope, field] = name.split('.') as [string, string];
    return { object: scopes.get(scope) as Scoped, field };
  });
  return (values) => {
    slots.forEach(({ object, field }, index) => (object[field] = values[index] as SeenValue));
    const held = run(context);
    if (typeof held !== 'boolean') throw new TypeError(`the condition gave ${typeof held}`);
    return held;
  };
}
