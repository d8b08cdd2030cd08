import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repeatedKey } from '../../../../services/risk/json/repeated-key.ts';

/** A JSON value as an object's entries in order, so that keys may repeat. */
type Written =
  string | number | boolean | null | readonly Written[] | { readonly pairs: readonly (readonly [string, Written])[] };

const written = (keys: fc.Arbitrary<string>): fc.Arbitrary<Written> =>
  fc.letrec<{ value: Written }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.string({ unit: fc.constantFrom('"', '\\', ':', '{', ',', 'a', 'ü') }),
      fc.integer(),
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.array(fc.tuple(keys, tie('value')), { maxLength: 4 }).map((pairs) => ({ pairs })),
    ),
  })).value;

function asText(value: Written, gap: string): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if ('pairs' in value)
    return `{${gap}${value.pairs.map(([key, one]) => `${JSON.stringify(key)}${gap}:${gap}${asText(one, gap)}`).join(`${gap},`)}}`;
  return `[${value.map((one) => asText(one, gap)).join(`,${gap}`)}]`;
}

function hasRepeated(value: Written): boolean {
  if (value === null || typeof value !== 'object') return false;
  if ('pairs' in value)
    return (
      new Set(value.pairs.map(([key]) => key)).size < value.pairs.length ||
      value.pairs.some(([, one]) => hasRepeated(one))
    );
  return value.some(hasRepeated);
}

const GAPS = fc.constantFrom('', ' ', '\t\n');
const KEYS = fc.string({ unit: fc.constantFrom('"', '\\', ':', '}', 'a', '\u0001'), maxLength: 2 });

describe('a key that stands twice in one object', () => {
  it.each([
    ['{"a":1,"a":2}', 'a'],
    ['{"a":{"b":1},"b":[{"c":1},{"c":2,"d":"{\\"c\\":1}","c" : 3}]}', 'b[1].c'],
    ['{"commodityCode":"1","\\u0063ommodityCode":"2"}', 'commodityCode'],
    ['{"__proto__":1,"__proto__":2}', '__proto__'],
    ['[[1,2],[{"x":{"y":1,"y":1}}]]', '[1][0].x.y'],
    ['{"":1,"":2}', ''],
  ])('is found by its path in %s', (text, path) => {
    expect(repeatedKey(text)).toBe(path);
  });

  it('is told from the same key in another object, and from text that looks like one', () => {
    expect(repeatedKey('{"a":{"a":"a"},"b":["a","a","\\"a\\":"],"c":"{\\"a\\":1,\\"a\\":2}"}')).toBeUndefined();
  });

  it('is found wherever there is one, and nowhere else', () => {
    fc.assert(
      fc.property(written(KEYS), GAPS, (value, gap) => {
        const text = asText(value, gap);
        JSON.parse(text);
        expect(repeatedKey(text) !== undefined).toBe(hasRepeated(value));
      }),
      { numRuns: 2_000 },
    );
  });

  it('is looked for in ten megabytes of text without depth or backtracking', () => {
    const long = JSON.stringify({ description: 'x\\"'.repeat(2_500_000) });
    expect(repeatedKey(long)).toBeUndefined();
    expect(repeatedKey('['.repeat(500_000) + ']'.repeat(500_000))).toBeUndefined();
  });
});
