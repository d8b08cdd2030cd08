import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { avroType } from '../../services/adapters/avro/avro-type.ts';
import {
  bytesOf,
  DecimalOutOfRange,
  smallUnscaled,
  textOf,
  unscaledOf,
} from '../../services/adapters/avro/decimal-bytes.ts';
import { CorruptBytes, Unencodable } from '../../services/adapters/avro/tap.ts';
import { isDecimalText } from '../../services/risk/declaration/decimal-text.ts';
import { decimalText } from './value-of-shape.ts';

const decimal = avroType({ type: 'bytes', logicalType: 'decimal', precision: 24, scale: 6 } as unknown as Parameters<
  typeof avroType
>[0]);
const MOST = `${'9'.repeat(18)}.999999`;

describe('a decimal', () => {
  test('given any amount of up to 24 digits, when written and read, then it is the same text', () => {
    fc.assert(
      fc.property(decimalText, (text) => decimal.fromBuffer(decimal.toBuffer(text)) === text),
      { numRuns: 20_000 },
    );
  });

  test('given an amount of six bytes or less, when read the short way, then it is what the long way says', () => {
    fc.assert(
      fc.property(decimalText, (text) => {
        const short = smallUnscaled(text);
        if (short !== undefined) expect(BigInt(short)).toBe(unscaledOf(text));
        expect(decimal.toBuffer(text).subarray(1)).toEqual(bytesOf(unscaledOf(text)));
        expect(textOf(bytesOf(unscaledOf(text)))).toBe(text);
      }),
      { numRuns: 5_000 },
    );
  });

  // Bytes as BigInteger.toByteArray gives them, which is what Java writes.
  test.each([
    ['0', '00'],
    ['0.000001', '01'],
    ['-0.000001', 'ff'],
    ['0.000127', '7f'],
    ['0.000128', '0080'],
    ['-0.000128', '80'],
    ['1', '0f4240'],
    ['-1', 'f0bdc0'],
    ['140737488.355327', '7fffffffffff'],
    ['140737488.355328', '00800000000000'],
    ['-140737488.355328', '800000000000'],
    [MOST, '00d3c21bcecceda0ffffff'],
  ])('given %s, when written, then the bytes are %s', (text, hex) => {
    expect(decimal.toBuffer(text)).toEqual(Buffer.from(`${hex.length.toString(16).padStart(2, '0')}${hex}`, 'hex'));
    expect(decimal.fromBuffer(decimal.toBuffer(text))).toBe(text);
  });

  test.each([
    ['1.50', '1.5'],
    ['007', '7'],
    ['-0', '0'],
    ['0.0000010', '0.000001'],
  ])('given %s, when written and read, then the value is the same, as %s', (text, normal) => {
    expect(decimal.fromBuffer(decimal.toBuffer(text))).toBe(normal);
  });

  test.each([['1234567890123456789'], ['0.0000001'], [`1${MOST}`], ['99999999999999999999999999']])(
    'given %s, when written, then it is out of range',
    (text) => {
      expect(() => decimal.toBuffer(text)).toThrow(DecimalOutOfRange);
    },
  );

  test.each([
    [''],
    ['-'],
    ['.'],
    ['1.'],
    ['.5'],
    ['+1'],
    ['1e3'],
    ['1,5'],
    [' 1'],
    ['1.2.3'],
    ['NaN'],
    ['٣'],
    ['--1'],
    [12 as unknown as string],
    ['1'.repeat(1000)],
  ])('given %s, when written, then it is no decimal', (text) => {
    expect(() => decimal.toBuffer(text)).toThrow(Unencodable);
  });

  test.each([
    ['no bytes', '00'],
    ['more than 24 digits', '1600d3c21bcecceda1000000'],
    ['more bytes than there are', '0a01'],
    ['a negative length', '01'],
    ['seventeen bytes', `22${'00'.repeat(17)}`],
  ])('given %s, when read, then the bytes are corrupt', (_, hex) => {
    expect(() => decimal.fromBuffer(Buffer.from(hex, 'hex')) as unknown).toThrow(CorruptBytes);
  });

  test('given a small amount in more bytes than it needs, when read, then it is read all the same', () => {
    expect(decimal.fromBuffer(Buffer.from('1000000000000f4240', 'hex'))).toBe('1');
  });
});

test('given what the event takes for a decimal, then the schema can carry it, and nothing that it cannot', () => {
  fc.assert(
    fc.property(fc.oneof(decimalText, fc.stringMatching(/^-?\d{1,20}(\.\d{1,7})?$/)), (text) => {
      if (isDecimalText(text)) expect(decimal.fromBuffer(decimal.toBuffer(text))).toBe(text);
      if (!isDecimalText(text)) expect(() => expect(decimal.fromBuffer(decimal.toBuffer(text))).toBe(text)).toThrow();
    }),
    { numRuns: 5_000 },
  );
});
