import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lettersOf } from '../../../../models/classification/serve/language/letters.ts';
import { withoutDigits } from '../../../../models/classification/serve/text/digits.ts';
import { phrasesOf } from '../../../../models/classification/serve/text/phrases.ts';
import { tokensOf } from '../../../../models/classification/serve/vagueness/tokens.ts';

/** Pieces of which what is taken out of descriptions, and what is not, is made. */
const PIECES = [
  '1',
  '2',
  '7',
  '90',
  '84',
  'm',
  'x',
  'steel',
  'pump',
  'of heading ',
  'item ',
  'no. ',
  'cas no ',
  'hs code ',
  'n.e.c.',
  'other than ',
  't-shirt',
  'not ',
  'from china',
  "'",
  '`',
  '-',
  '.',
  ',',
  ' ',
  ' ',
  '(',
  ')',
  '<',
  '>',
  '/',
  '_',
  '&',
  'é',
  '²',
];

describe('numbers in a description', () => {
  it.each([
    ['steel hinge no 12345', 'steel hinge no 00000'],
    ['Bolts M12, 40 mm, 12mm', 'Bolts M12, 00 mm, 12mm'],
    ["beams 12'x14'", "beams 12'x14'"],
    ['pompe 90 à eau', 'pompe 90 à eau'],
  ])('given %s, then digits are zeros where they stand alone: %s', (description, expected) => {
    expect(withoutDigits(description)).toBe(expected);
  });

  it('given any description, then words, the gate’s tokens and the letters are the same with zeros', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }), (pieces) => {
        const description = pieces.join('');
        const zeros = withoutDigits(description);
        expect(phrasesOf(zeros)).toEqual(phrasesOf(description));
        expect(tokensOf(zeros)).toEqual(tokensOf(description));
        expect(lettersOf(zeros)).toEqual(lettersOf(description));
        expect(withoutDigits(zeros)).toBe(zeros);
      }),
      { numRuns: 3000 },
    );
  });
});
