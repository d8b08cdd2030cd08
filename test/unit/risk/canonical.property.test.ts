import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, sha256Hex } from '../../../services/risk/assess/canonical.ts';
import { constant } from '../../../services/risk/assess/constant.ts';

const reference = canonicalize as unknown as (value: unknown) => string;

describe('canonical JSON', () => {
  test('given any plain data, then it is written byte for byte as the RFC 8785 library writes it', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.constantFrom('\ud800', 'a\udc00b', '\u2028', '"\\/\b\f\n\r\t\u0000\u001f\u007f', 'é'.repeat(100_000)));
    const value = fc.letrec((tie) => ({
      any: fc.oneof({ depthSize: 'small' }, text, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer(), fc.boolean(), fc.constant(null), tie('list'), tie('object')),
      list: fc.array(tie('any')),
      object: fc.dictionary(text, fc.oneof(tie('any'), fc.constant(undefined)), { noNullPrototype: true }),
    }));
    fc.assert(fc.property(fc.oneof(value.list, value.object), (data) => canonicalJson(data as object) === reference(data)), { numRuns: 2_000 });
  });

  test('given members in another order, then the bytes are the same; by code units, so that "Z" stands before "a" and "10" before "9"', () => {
    expect(canonicalJson({ a: 1, 9: [], Z: {}, 10: null })).toBe('{"10":null,"9":[],"Z":{},"a":1}');
    expect(canonicalJson({ Z: {}, 10: null, a: 1, 9: [] })).toBe('{"10":null,"9":[],"Z":{},"a":1}');
  });

  test('given more kinds of objects than are remembered, then they are written all the same', () => {
    for (let index = 0; index < 30_000; index += 1) expect(canonicalJson({ [`z${index}`]: 1, [`a${index}`]: index })).toBe(`{"a${index}":${index},"z${index}":1}`);
  });

  test('given a number that is not finite, then it is refused', () => {
    expect(() => canonicalJson({ a: [Number.NaN] })).toThrow(RangeError);
    expect(() => canonicalJson([Infinity])).toThrow(RangeError);
  });

  test('given a text beyond ASCII, then the hash is over its UTF-8 bytes', () => {
    expect(sha256Hex('é')).toBe(sha256Hex(Buffer.from('é')));
  });
});

describe('constants of canonical JSON', () => {
  test('given a constant that is part of several values, then each is written as if it were none', () => {
    const rate = constant({ b: ['é', 1], a: { text: 'plain' } });
    const plain = constant({ z: 'plain', y: [] });
    for (let time = 0; time < 3; time += 1) {
      expect(canonicalJson({ rate, n: time, plain })).toBe(reference({ rate: { b: ['é', 1], a: { text: 'plain' } }, n: time, plain: { z: 'plain', y: [] } }));
      expect(canonicalJson([plain, time])).toBe(reference([{ z: 'plain', y: [] }, time]));
    }
  });
});
