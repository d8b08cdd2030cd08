import { expect, test } from 'vitest';
import type { MemoryCondition } from '../../../services/adapters/memory/condition-compiler.ts';
import type { Condition, ConditionCompiler, ConditionSource } from '../../../services/risk/rules/condition.ts';

const HEAVY = 'item.mass > 1';
const NAMED = 'item.words.exists(word, word in few)';

/** The conditions of this contract, for a compiler that has to be told what they mean. */
export const MEANT: Readonly<Record<string, MemoryCondition>> = {
  [HEAVY]: { reads: { 'item.mass': 'double' }, holds: (values) => (values['item.mass'] as number) > 1 },
  [NAMED]: {
    reads: { 'item.words': 'list<string>' },
    holds: (values, lists) =>
      (values['item.words'] as readonly string[]).some((word) => lists['few']?.includes(word) === true),
  },
};

/** What every compiler of conditions must do. */
export function conditionCompilerContract(compiler: ConditionCompiler): void {
  const mass = { name: 'item.mass', type: 'double' } as const;
  const words = { name: 'item.words', type: 'list<string>' } as const;
  const compiled = (source: Partial<ConditionSource>): Condition => {
    const result = compiler.compile({ expression: HEAVY, variables: [mass], lists: {}, ...source });
    if (!result.ok) throw new Error(result.problems.join('; '));
    return result.condition;
  };

  test('given values in the order of the variables, then the condition holds for those that meet it, and keeps nothing of those before', () => {
    const condition = compiled({});
    expect([2, 0, 1, 1.5].map((value) => condition.holds([value]))).toEqual([true, false, false, true]);
  });

  test('given a list of the rule, then the condition reads it by its name', () => {
    const condition = compiled({ expression: NAMED, variables: [words], lists: { few: ['b'] } });
    expect([['a', 'b'], ['a'], []].map((value) => condition.holds([value]))).toEqual([true, false, false]);
  });

  test('given more variables than it reads, then it says which it reads', () => {
    const condition = compiled({ variables: [words, mass] });
    expect([...condition.reads]).toEqual(['item.mass']);
    expect(condition.holds([['a'], 2])).toBe(true);
  });

  test('given a variable that is not listed, or of another type, then it does not compile, and says why', () => {
    for (const variables of [[], [words], [{ ...mass, type: 'string' as const }]]) {
      const result = compiler.compile({ expression: HEAVY, variables, lists: {} });
      expect(result).toMatchObject({ ok: false, problems: [expect.stringMatching(/\w/)] });
    }
  });

  test('given a text that is no condition, then it does not compile', () => {
    expect(compiler.compile({ expression: 'item.mass >', variables: [mass], lists: {} }).ok).toBe(false);
  });

  test('given a value of another type than was declared, then it throws instead of guessing', () => {
    expect(() => compiled({}).holds(['two'])).toThrow();
  });

  test('given the same source twice, then both conditions say the same', () => {
    const [one, other] = [compiled({}), compiled({})];
    for (const value of [0, 1, 2]) expect(one.holds([value])).toBe(other.holds([value]));
  });
}
