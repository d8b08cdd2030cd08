import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkDigit, containerNumber, movementReference } from '../../../services/generator/random/identifiers.ts';
import { rngFor } from '../../../services/generator/random/rng.ts';

test.each([
  ['CSQU305438', 3],
  ['TOLU473478', 7],
])('given the container %s published as an example, then its check digit is %d', (body, digit) => {
  expect(checkDigit(body)).toBe(digit);
});

test('given any seed, then a container number has the form of ISO 6346 and its own check digit', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const number = containerNumber('TPL', rngFor(seed, 'containers'));
      expect(number).toMatch(/^TPLU\d{7}$/);
      expect(Number(number.slice(-1))).toBe(checkDigit(number.slice(0, -1)));
    }),
  );
});

test('given two serial numbers, then their movement references differ and have eighteen places', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), (one, other) => {
      fc.pre(one !== other);
      const references = [one, other].map((serial) => movementReference(2026, 'US', serial, rngFor(1, 'references')));
      expect(references[0]).toMatch(/^26US[0-9A-Z]{13}\d$/);
      expect(references[0]?.slice(8, 17)).not.toBe(references[1]?.slice(8, 17));
    }),
  );
});
