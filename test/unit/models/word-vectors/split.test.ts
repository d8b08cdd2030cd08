import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchReferenceTexts } from '../../../../models/classification/learn/data/search-reference-texts.ts';
import { splitKey, splitPart } from '../../../../models/classification/learn/data/split.ts';
import { dataSet, HAS_REFERENCE_DATA } from '../../../harness/public-data.ts';

describe('the split of descriptions', () => {
  it.each([
    ['Abalone', '0307810000', 'abalone', 'training'],
    ['CRÈME fraîche', '0403909900', 'creme fraiche', 'training'],
    ['T-shirts, cotton', '6109100010', 't shirts cotton', 'training'],
    ['Ǆ ﬁbre №5', '5501', 'dz fibre no5', 'training'],
    ['ABS pumps', '8412210000', 'abs pumps', 'random-held-out'],
    ['glue', '3506910000', 'glue', 'codes-held-out'],
    ['whey', '0404100000', 'whey', 'codes-held-out'],
  ])('puts %s of %s, read as "%s", into %s, as the script of the word vectors does', (description, code, key, part) => {
    expect(splitKey(description)).toBe(key);
    expect(splitPart(description, code)).toBe(part);
  });

  it('keeps texts that differ in case and punctuation together, and all texts of a subheading that is held out', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcdefgh'), minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 100_000, max: 999_999 }),
        (words, code) => {
          expect(splitPart(words.join(', ').toUpperCase(), `${code}0000`)).toBe(
            splitPart(words.join(' '), `${code}90`),
          );
          const digits = createHash('sha256').update(`${code}`).digest('hex').slice(0, 8);
          expect(splitPart(words.join(' '), `${code}`) === 'codes-held-out').toBe(
            Number.parseInt(digits, 16) % 10 === 0,
          );
        },
      ),
    );
  });

  it.skipIf(!HAS_REFERENCE_DATA)('holds out what the word vectors were not tuned on', async () => {
    const texts = searchReferenceTexts(await dataSet('descriptions/search_references.json'));
    const parts = texts.map(({ description, code }) => splitPart(description, code));
    expect(
      ['training', 'random-held-out', 'codes-held-out'].map((part) => parts.filter((one) => one === part).length),
    ).toEqual([3279, 326, 401]);
  });
});
