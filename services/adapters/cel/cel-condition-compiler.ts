import { firstLineOf } from '../../risk/failure/tidewaiter-error.ts';
import type { Condition, ConditionCompiled, ConditionCompiler, ConditionSource } from '../../risk/rules/condition.ts';
import { generateCode, type Generated } from './generate-code.ts';
import { inspectExpression } from './inspect-expression.ts';
import { interpret, type Interpreted } from './interpret.ts';

/** Conditions in the Common Expression Language (https://cel.dev), by @marcbachmann/cel-js. */
export const celConditionCompiler: ConditionCompiler = { compile };

function compile(source: ConditionSource): ConditionCompiled {
  try {
    return compileExpression(source);
  } catch (error) {
    return { ok: false, problems: [firstLineOf(error)] };
  }
}

function compileExpression(source: ConditionSource): ConditionCompiled {
  const interpreted = interpret(source);
  const { reads, problems } = inspectExpression(interpreted.ast, source);
  if (problems.length > 0) return { ok: false, problems };
  const checked = interpreted.check();
  if (!checked.valid) return { ok: false, problems: [firstLineOf(checked.error)] };
  if (checked.type !== 'bool')
    return { ok: false, problems: [`a condition says yes or no, this one gives ${checked.type}`] };
  return { ok: true, condition: { reads, holds: quicker(interpreted, source) } };
}

/** The library's answers, for the most part from code of the condition's own, which is made when it is first asked. */
function quicker({ ast, holds }: Interpreted, source: ConditionSource): Condition['holds'] {
  let code: Generated | undefined;
  return (values) => {
    code ??= generateCode(ast, source) ?? (() => undefined);
    return code(values) ?? holds(values);
  };
}
