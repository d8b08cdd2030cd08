import { describe, expect, it } from 'vitest';
import { celConditionCompiler } from '../../../services/adapters/cel/cel-condition-compiler.ts';
import type { FeatureType } from '../../../services/risk/features/definition/feature.ts';
import type { SeenValue } from '../../../services/risk/findings/finding.ts';
import { conditionCompilerContract } from '../../contract/ports/condition-compiler.ts';

function holds(
  expression: string,
  given: Record<string, readonly [FeatureType, SeenValue]>,
  lists: Record<string, readonly string[]> = {},
): boolean {
  const compiled = celConditionCompiler.compile({
    expression,
    variables: Object.entries(given).map(([name, [type]]) => ({ name, type })),
    lists,
  });
  if (!compiled.ok) throw new Error(compiled.problems.join('; '));
  return compiled.condition.holds(Object.values(given).map(([, value]) => value));
}

describe('conditions in CEL', () => conditionCompilerContract(celConditionCompiler));

describe('a condition', () => {
  it.each([
    ['item.x > 3', 3.5, true],
    ['item.x > 3', 3, false],
    ['3 < item.x', 4, true],
    ['item.x * 2 > 7', 4, true],
    ['1 - item.x < 0', 2, true],
    ['item.x / 2 == 2.0', 4, true],
    ['item.x + 1 >= 5', 4, true],
  ])('takes whole numbers as doubles: %s of %d', (expression, x, expected) => {
    expect(holds(expression, { 'item.x': ['double', x] })).toBe(expected);
  });

  it('reads lists of the rule by their names', () => {
    expect(
      holds('item.words.exists(w, w in few)', { 'item.words': ['list<string>', ['a', 'b']] }, { few: ['b'] }),
    ).toBe(true);
  });

  it('counts what fits among the entries of a list', () => {
    const expression = 'declaration.commodityCodes.filter(code, code.startsWith("93")).size() > 5';
    const codes = (count: number): readonly string[] => ['090111', ...Array.from({ length: count }, () => '93062100')];
    const answers = [5, 6].map((count) =>
      holds(expression, { 'declaration.commodityCodes': ['list<string>', codes(count)] }),
    );
    expect(answers).toEqual([false, true]);
  });

  it('cannot have an or absorb what is not there: everything it reads has to be listed', () => {
    const compiled = celConditionCompiler.compile({
      expression: 'item.x > 1 || item.y',
      variables: [{ name: 'item.x', type: 'double' }],
      lists: {},
    });
    expect(compiled).toMatchObject({ ok: false });
  });
});
