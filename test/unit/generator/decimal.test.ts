import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimal } from '../../../services/generator/declare/decimal.ts';
import { isDecimalText } from '../../../services/risk/declaration/decimal-text.ts';

test('given any whole number of parts, then its text is a normal decimal and means the same', () => {
  fc.assert(
    fc.property(fc.nat(2_000_000_000), fc.integer({ min: 0, max: 6 }), (parts, scale) => {
      const text = decimal(parts, scale);
      expect(isDecimalText(text)).toBe(true);
      expect(Math.round(Number(text) * 10 ** scale)).toBe(parts);
    }),
  );
});

test.each([
  [1250, 2, '12.5'],
  [1200, 2, '12'],
  [5, 3, '0.005'],
  [0, 2, '0'],
])('given %d parts at scale %d, then "%s"', (parts, scale, text) => {
  expect(decimal(parts, scale)).toBe(text);
});
