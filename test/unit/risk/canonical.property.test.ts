import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { atOnce } from '../../../models/artefact/at-once.ts';
import { canonicalJson, sha256Hex, sha256HexByPart } from '../../../services/risk/json/canonical.ts';

describe('canonical JSON', () => {
  test('given any plain data, then reading it and writing it again gives the same bytes', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue()),
        (data) => canonicalJson(JSON.parse(canonicalJson(data)) as object) === canonicalJson(data),
      ),
      { numRuns: 5_000 },
    );
  });

  test('given members in another order, then the bytes are the same; by code units, so that "Z" stands before "a" and "10" before "9"', () => {
    expect(canonicalJson({ a: 1, 9: [], Z: {}, 10: null })).toBe('{"10":null,"9":[],"Z":{},"a":1}');
    expect(canonicalJson({ Z: {}, 10: null, a: 1, 9: [] })).toBe('{"10":null,"9":[],"Z":{},"a":1}');
  });

  test('given members that are undefined, then they are left out', () => {
    expect(canonicalJson({ a: undefined, b: [undefined], c: { d: undefined } })).toBe('{"b":[null],"c":{}}');
  });

  test('given a number that is not finite, then it is refused', () => {
    expect(() => canonicalJson({ a: [Number.NaN] })).toThrow(RangeError);
    expect(() => canonicalJson([Infinity])).toThrow(RangeError);
  });

  test('given a text beyond ASCII, then the hash is over its UTF-8 bytes', () => {
    expect(sha256Hex('é')).toBe(sha256Hex(Buffer.from('é')));
  });

  test.each([0, 1, 2 ** 21 - 1, 2 ** 21, 2 ** 21 + 1, 5 * 2 ** 20])(
    'given %i bytes, then their hash by parts is that of the whole',
    (length) => {
      const content = new Uint8Array(length).map((_, at) => at % 251);
      expect(atOnce(sha256HexByPart(content))).toBe(sha256Hex(content));
    },
  );
});
