import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { celConditionCompiler } from '../../../services/adapters/cel/cel-condition-compiler.ts';
import { generateCode } from '../../../services/adapters/cel/generate-code.ts';
import { interpret } from '../../../services/adapters/cel/interpret.ts';
import { loadPolicy } from '../../../services/adapters/policy-files/load-policy.ts';
import type { FeatureType } from '../../../services/risk/features/definition/feature.ts';
import type { SeenValue } from '../../../services/risk/findings/finding.ts';
import type { Condition, ConditionSource } from '../../../services/risk/rules/condition.ts';

type Answer = boolean | string;
type Holds = Condition['holds'];

const SEED = 7;

function answerOf(holds: Holds, values: readonly SeenValue[]): Answer {
  try {
    return holds(values);
  } catch (error) {
    return String(error);
  }
}

function compiled(source: ConditionSource): Holds {
  const answer = celConditionCompiler.compile(source);
  if (!answer.ok) throw new Error(`${source.expression}: ${answer.problems.join('; ')}`);
  return (values) => answer.condition.holds(values);
}

/** The library's own evaluation, of a condition that was checked. */
function byTheLibrary(source: ConditionSource): Holds {
  const { check, holds } = interpret(source);
  check();
  return holds;
}

const text = (...more: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constantFrom('', 'a', '00', '2', '3x', 'import', 'GB', 'été', '🚢', '\ud83d', 'K\u0130', '"\\\n\u2028', ...more),
    fc.string({ unit: 'binary', maxLength: 4 }),
  );

const number = fc.oneof(
  fc.constantFrom(0, -0, 1, -1, 0.1, 3, 4.000001, -4, 20, 1e-320, 5e-324, 1e21, -1e300, Number.MAX_VALUE, 2 ** 53 + 2),
  fc.double({ noNaN: true }),
);

function valueOf(type: FeatureType, words: readonly string[]): fc.Arbitrary<SeenValue> {
  switch (type) {
    case 'double':
      return number;
    case 'bool':
      return fc.boolean();
    case 'string':
      return text(...words);
    case 'list<string>':
      return fc.array(text(...words), { maxLength: 4 });
  }
}

/** Values of the types that are announced, some near what the condition speaks of; now and then one of another type. */
function valuesOf({ expression, variables, lists }: ConditionSource): fc.Arbitrary<readonly SeenValue[]> {
  const words = [...[...expression.matchAll(/"(\w+)"/g)].map(([, word]) => word!), ...Object.values(lists).flat()];
  const wrong = fc.constantFrom(undefined, null, 1, 'a', true, ['a'], ['a', 1], new Set(['a']), {});
  const values = variables.map(({ type }) =>
    fc.oneof(
      { weight: 40, arbitrary: valueOf(type, words) },
      { weight: 1, arbitrary: wrong as fc.Arbitrary<SeenValue> },
    ),
  );
  return fc.tuple(...values);
}

function expectSameAnswers(source: ConditionSource, numRuns: number): void {
  const [asked, reference] = [compiled(source), byTheLibrary(source)];
  fc.assert(
    fc.property(valuesOf(source), (values) => {
      expect(answerOf(asked, values)).toBe(answerOf(reference, values));
    }),
    { seed: SEED, numRuns },
  );
}

describe('the conditions of the shipped policy', () => {
  const { rules, document } = loadPolicy('config/policy');
  const sources = rules.map(({ needs, document: rule }): readonly [string, ConditionSource] => [
    rule.id,
    {
      expression: rule.when,
      variables: needs.map(({ feature }) => feature),
      lists: { ...document.lists, ...rule.lists },
    },
  ]);

  test.each(sources)('%s gives the answers of the library', (_, source) => {
    expectSameAnswers(source, 60);
  });

  test('all of them are code of their own', () => {
    const left = sources.filter(([, source]) => generateCode(interpret(source).ast, source) === undefined);
    expect(left.map(([id]) => id)).toEqual([]);
  });
});

const VARIABLES = [
  { name: 'item.x', type: 'double' },
  { name: 'declaration.y', type: 'double' },
  { name: 'item.s', type: 'string' },
  { name: 'declaration.t', type: 'string' },
  { name: 'item.b', type: 'bool' },
  { name: 'item.words', type: 'list<string>' },
  { name: 'declaration.names', type: 'list<string>' },
] as const;
const LISTS = { few: ['a', '2', 'été'], none: [] };

const texts = (...choices: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...choices);
const put = (form: string, ...parts: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...parts).map((filled) => filled.reduce((made, part) => made.replace('_', () => part), form));

/** Expressions of each type that type-check, with what the code covers and what it leaves to the library. */
const { bool: conditions } = fc.letrec<Record<'bool' | 'double' | 'int' | 'string' | 'list', string>>((tie) => {
  const [bool, double, int, string, list] = [tie('bool'), tie('double'), tie('int'), tie('string'), tie('list')];
  const sign = texts('<', '<=', '>', '>=');
  const equal = texts('==', '!=');
  const logic = texts('&&', '||');
  const local = texts('e', 'f', 'item', 'few');
  const macro = (form: string): fc.Arbitrary<string> =>
    fc.tuple(local, list, bool, string).map(([name, from, condition, made]) => {
      const using = fc.sample(
        texts(condition, `${name} in few`, `(${name} + item.s).contains(${made}) && ${condition}`),
        {
          seed: condition.length + from.length,
          numRuns: 1,
        },
      );
      return form
        .replaceAll('E', name)
        .replace('L', () => from)
        .replace('C', () => using[0]!)
        .replace('T', () => made);
    });
  return {
    bool: fc.oneof(
      { maxDepth: 5, depthIdentifier: 'part', withCrossShrink: true },
      texts('item.b', 'true', 'false'),
      put('(_ _ _)', bool, logic, bool),
      put('!_', bool),
      put('(_ _ _)', double, sign, double),
      put('(_ _ _)', double, sign, int),
      put('(_ _ _)', int, sign, int),
      put('(_ _ _)', string, sign, string),
      put('(_ _ _)', double, equal, double),
      put('(_ _ _)', int, equal, int),
      put('(_ _ _)', string, equal, string),
      put('(_ _ _)', bool, equal, bool),
      put('(_ _ _)', list, equal, list),
      put('(_ in _)', string, list),
      put('_.startsWith(_)', string, string),
      put('_.endsWith(_)', string, string),
      put('_.contains(_)', string, string),
      put('(_ ? _ : _)', bool, bool, bool),
      macro('L.exists(E, C)'),
      macro('L.all(E, C)'),
      macro('L.exists_one(E, C)'),
    ),
    double: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'part' },
      texts('item.x', 'declaration.y', '0.0', '1.5', '1e21', '0.1'),
      put('(_ _ _)', double, texts('+', '-', '*', '/'), double),
      put('(_ _ _)', double, texts('+', '-', '*', '/'), int),
      put('(_ _ _)', int, texts('+', '-', '*', '/'), double),
      put('(-_)', double),
      put('double(_)', int),
      put('double(_)', string),
      put('(_ ? _ : _)', bool, double, double),
    ),
    int: fc.oneof(
      { maxDepth: 2, depthIdentifier: 'part' },
      texts('0', '1', '3', '9007199254740993', '9223372036854775807'),
      put('_.size()', list),
      put('size(_)', string),
      put('(-_)', int),
      put('(_ _ _)', int, texts('+', '-', '*', '/', '%'), int),
    ),
    string: fc.oneof(
      { maxDepth: 2, depthIdentifier: 'part' },
      texts('item.s', 'declaration.t', '""', '"a"', '"2"', '"🚢"', '"\\u0130"', "'\"'"),
      put('(_ + _)', string, string),
      put('_.lowerAscii()', string),
      put('_.upperAscii()', string),
      put('_[0]', list),
      put('(_ ? _ : _)', bool, string, string),
    ),
    list: fc.oneof(
      { maxDepth: 2, depthIdentifier: 'part' },
      texts('item.words', 'declaration.names', 'few', 'none', '["a", "GB"]'),
      put('[_, _]', string, string),
      put('(_ + _)', list, list),
      macro('L.filter(E, C)'),
      macro('L.map(E, T)'),
      macro('L.map(E, C, T)'),
      macro('L.map(E, E + T)'),
    ),
  };
});

/** With the features and lists that it reads, where it is a condition at all: an index of a text, for one, is not. */
function sourceOf(expression: string): ConditionSource | undefined {
  const source = { expression, variables: VARIABLES, lists: LISTS };
  return celConditionCompiler.compile(source).ok ? source : undefined;
}

describe('conditions of all kinds', () => {
  test.each([
    '1.0 / (-none.size()) > 0.0',
    '1.0 / -0 > 0.0',
    'item.x / 0.0 > 0.0 && 10 / item.words.size() > 1',
    '10 / item.words.size() > 1 || item.b',
    'item.words.exists(e, few.exists(e, item.words.exists(f, e == f)) && e != "a")',
    'item.words.exists_one(e, declaration.names.filter(f, f == e).map(e, e + "a").size() == 1)',
    'item.words.all(item, item.contains("a")) || few[7] == "a"',
    'double(item.s) > 1 || item.s.size() > 2',
    'item.b ? item.words[1] == "a" : "a" in item.words',
  ])('%s', (expression) => {
    expectSameAnswers({ expression, variables: VARIABLES, lists: LISTS }, 100);
  });

  test('given any condition and any values, then the answer, or the error, is that of the library', () => {
    const seen = { translated: 0, left: 0, errors: 0 };
    fc.assert(
      fc.property(conditions, (expression) => {
        const source = sourceOf(expression);
        fc.pre(source !== undefined);
        const [asked, reference] = [compiled(source), byTheLibrary(source)];
        for (const values of fc.sample(valuesOf(source), { seed: SEED, numRuns: 8 })) {
          const expected = answerOf(reference, values);
          expect({ values, answer: answerOf(asked, values) }).toEqual({ values, answer: expected });
          if (typeof expected === 'string') seen.errors += 1;
        }
        seen[generateCode(interpret(source).ast, source) === undefined ? 'left' : 'translated'] += 1;
      }),
      { seed: SEED, numRuns: 400 },
    );
    expect(seen.translated).toBeGreaterThan(150);
    expect(seen.left).toBeGreaterThan(50);
    expect(seen.errors).toBeGreaterThan(100);
  });
});
