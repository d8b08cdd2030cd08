import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseByPart } from '../../../../services/risk/json/parse-by-part.ts';

/** Everything it gives, and how often it paused. */
function parsed(text: string, part?: number): { readonly value: unknown; readonly pauses: number } {
  const parsing = parseByPart(text, part);
  let [step, pauses] = [parsing.next(), 0];
  while (!step.done) [step, pauses] = [parsing.next(), pauses + 1];
  return { value: step.value, pauses };
}

test('given any JSON in parts of any size, then it is what JSON.parse makes of it, in the same order', () => {
  fc.assert(
    fc.property(
      fc.jsonValue({ maxDepth: 6 }),
      fc.integer({ min: 1, max: 40 }),
      fc.constantFrom(0, 1),
      (value, part, space) => {
        const text = JSON.stringify(value, undefined, space);
        expect(JSON.stringify(parsed(text, part).value)).toBe(JSON.stringify(JSON.parse(text)));
      },
    ),
    { numRuns: 2_000 },
  );
});

test.each([
  ['quotes and slashes within strings', ['"', '\\', '\\"', '],[', '{"a":1}', ',,,']],
  ['keys that are quotes', { '"': [1, 2, 3], '\\': { '"],': [[], {}] } }],
  [
    'lists in lists',
    [
      [
        [
          [1, 2],
          [3, 4],
        ],
        [],
      ],
      [[5, 6]],
    ],
  ],
  ['a key that objects have of themselves', JSON.parse('{"__proto__":{"a":[1,2,3]},"b":1}')],
])('given %s, then nothing is taken for what it is not', (_, value) => {
  const text = JSON.stringify(value);
  for (let part = 1; part <= text.length; part += 1) expect(JSON.stringify(parsed(text, part).value)).toBe(text);
});

test.each(['[1,2', '[1,2}', '{"a":[1,2,3]', '[1,2,3]]', '[1,,2]', '{"a" 1,"b":2}', '"abc'])(
  'given the broken text %s, then it is a syntax error',
  (text) => {
    expect(() => parsed(text, 2)).toThrow(SyntaxError);
  },
);

test('given a document of a megabyte, then there is a pause at least every hundred thousand characters', () => {
  const rows = Array.from({ length: 50_000 }, (_, index) => [String(index), 'free', 'KGM']);
  const text = JSON.stringify({ content: { lines: rows } });
  const { value, pauses } = parsed(text);
  expect(value).toEqual({ content: { lines: rows } });
  expect(pauses).toBeGreaterThan(text.length / 100_000);
});
