import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { celConditionCompiler } from '../../../services/adapters/cel/cel-condition-compiler.ts';
import type { SeenValue } from '../../../services/risk/findings/finding.ts';
import type { Condition, ConditionSource } from '../../../services/risk/rules/condition.ts';

/** Fails on a list without entries, and tells 0 from -0. */
const source: ConditionSource = {
  expression: '1.0 / item.ratio > 0.0 && item.words[0] in few',
  variables: [
    { name: 'item.ratio', type: 'double' },
    { name: 'item.words', type: 'list<string>' },
  ],
  lists: { few: ['a'] },
};

function compiled(): Condition {
  const answer = celConditionCompiler.compile(source);
  return answer.ok ? answer.condition : expect.fail(answer.problems.join());
}

function answerOf(condition: Condition, values: readonly SeenValue[]): boolean | string {
  try {
    return condition.holds(values);
  } catch (error) {
    return String(error);
  }
}

const SHARED = [['a'], ['b'], []];
const values = fc.tuple(
  fc.constantFrom(0, -0, 1, -1),
  fc.oneof(
    fc.constantFrom(...SHARED),
    fc.constantFrom('a', 'b').map((word) => [word]),
  ),
);

describe('a condition that remembers what it was asked last', () => {
  test('given any questions one after the other, then each is answered as by a condition that was never asked before', () => {
    const asked = compiled();
    fc.assert(
      fc.property(fc.array(values, { maxLength: 12 }), (questions) => {
        for (const question of questions) expect(answerOf(asked, question)).toBe(answerOf(compiled(), question));
      }),
      { numRuns: 60 },
    );
  });
});
