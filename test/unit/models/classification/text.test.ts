import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phrasesOf } from '../../../../models/classification/serve/text/phrases.ts';
import { stem } from '../../../../models/classification/serve/text/stem.ts';

const words = (text: string): string =>
  phrasesOf(text)
    .map((phrase) => phrase.map(stem).join(' '))
    .join(' | ');

describe('words of a description', () => {
  it.each([
    [
      'commas and brackets end a phrase',
      'Pumps, centrifugal (for water)',
      'pump | centrifugal | pump | centrifugal | water',
    ],
    [
      'what goods are not does not speak for them',
      'Clothing accessories; other than those of heading no. 6212',
      'clothing accessory',
    ],
    [
      'n.e.c. and heading references are dropped',
      'Footwear; n.e.c. in heading no. 6403, outer soles of leather',
      'footwear | outer sole leather',
    ],
    ['a question about a code is only its goods', 'What is the HTS US Code for a brake pad press?', 'brake pad press'],
    [
      'identifiers say nothing of the goods',
      'Fluralaner (CAS No. 864731-61-3) in bulk powder form',
      'fluralaner | fluralaner | bulk powder form',
    ],
    [
      'goods weigh more than what they are for',
      'Centrifugal pump for drinking water, stainless steel',
      'centrifugal pump | centrifugal pump drinking water | stainless steel',
    ],
    ['and more than how they come', 'Red wine in bottles', 'red wine | red wine bottle'],
    ['numbers and percentages are no words', 'T-shirts of 100% cotton, 20 mm', 'tshirt shirt cotton | mm'],
    ['not knitted is woven', "Blouses, women's, not knitted or crocheted", 'blouse | woman | woven'],
    ['a genitive is its word', "Children's toys", 'child toy'],
    ['accents are folded', 'Café crème', 'cafe creme'],
  ])('%s', (_, text, expected) => {
    expect(words(text)).toBe(expected);
  });

  it('given only an exclusion, when it is read, then something is left to read', () => {
    expect(words('other than footwear')).toBe('footwear');
  });

  it('given British and American spelling, singular and plural, then one stem', () => {
    for (const [one, other] of [
      ['fibres', 'fiber'],
      ['tyres', 'tire'],
      ['aluminium', 'aluminum'],
      ['boxes', 'box'],
      ['batteries', 'battery'],
      ['women', 'woman'],
      ['watches', 'watch'],
      ['houses', 'house'],
      ['machines', 'machine'],
      ['organisation', 'organization'],
    ] as const) {
      expect(stem(one), one).toBe(stem(other));
    }
  });

  it('given any word, when it is brought to its stem twice, then nothing changes the second time', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{2,14}$/), (word) => {
        const once = stem(word);
        // Endings are taken off one at a time: "busess" has two.
        fc.pre(!/ss?es$|s$/.test(once));
        expect(stem(once)).toBe(once);
      }),
    );
  });

  it('given any text, then every word is one that word vectors could have', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        const found = phrasesOf(text).flat();
        expect(found.every((word) => /^(?=.*[a-z])[a-z0-9]{2,24}$/.test(word))).toBe(true);
      }),
    );
  });
});
