import { Environment } from '@marcbachmann/cel-js';
import { firstLineOf } from '../../risk/failure/tidewaiter-error.ts';
import type { SeenValue } from '../../risk/findings/finding.ts';
import type {
  Condition,
  ConditionCompiled,
  ConditionCompiler,
  ConditionSource,
  ConditionVariable,
} from '../../risk/rules/condition.ts';
import { inspectExpression } from './inspect-expression.ts';

/** Bounds of one condition: far above what a person can read. */
const LIMITS = { maxAstNodes: 500, maxDepth: 30, maxListElements: 500, maxMapEntries: 1, maxCallArguments: 4 };

/** An object with one field for each feature of a scope that the rule needs; its class is what gives the fields their types. */
type Scoped = Record<string, SeenValue>;

/**
 * Conditions in the Common Expression Language (https://cel.dev), by @marcbachmann/cel-js.
 * Every rule gets an environment of its own that knows only what the rule needs, so anything else is an error when it is loaded.
 */
export const celConditionCompiler: ConditionCompiler = { compile };

function compile(source: ConditionSource): ConditionCompiled {
  try {
    return compileExpression(source);
  } catch (error) {
    return { ok: false, problems: [firstLineOf(error)] };
  }
}

function compileExpression(source: ConditionSource): ConditionCompiled {
  const scopes = new Map<string, Scoped>();
  const environment = environmentFor(source, scopes);
  const parsed = environment.parse(source.expression);
  const { reads, problems } = inspectExpression(parsed.ast, source);
  if (problems.length > 0) return { ok: false, problems };
  const checked = parsed.check();
  if (!checked.valid) return { ok: false, problems: [firstLineOf(checked.error)] };
  if (checked.type !== 'bool')
    return { ok: false, problems: [`a condition says yes or no, this one gives ${checked.type}`] };
  return { ok: true, condition: { reads, holds: evaluator(parsed, source.variables, scopes) } };
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

/**
 * The objects keep the values they were last asked about, and the answer: most conditions are asked the same of one item after the
 * other ("no licence is cited"), and the same values always give the same answer.
 */
function evaluator(
  run: (context: object) => unknown,
  variables: readonly ConditionVariable[],
  scopes: ReadonlyMap<string, Scoped>,
): Condition['holds'] {
  const context = Object.fromEntries(scopes);
  const slots = variables.map(({ name }, index) => {
    const [scope, field] = name.split('.') as [string, string];
    return { object: scopes.get(scope) as Scoped, field, index };
  });
  let known: boolean | undefined;
  return (values) => {
    let asked = known !== undefined;
    for (const { object, field, index } of slots) {
      if (Object.is(object[field], values[index])) continue;
      object[field] = values[index] as SeenValue;
      asked = false;
    }
    if (asked) return known as boolean;
    known = undefined;
    const held = run(context);
    if (typeof held !== 'boolean') throw new TypeError(`the condition gave ${typeof held}`);
    known = held;
    return held;
  };
}
