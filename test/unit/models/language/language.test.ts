import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { searchReferenceTexts } from '../../../../models/classification/learn/data/search-reference-texts.ts';
import { eldScores } from '../../../../models/classification/serve/language/eld-scores.ts';
import {
  createLanguageDoubt,
  createLanguageReader,
  type LanguageReader,
} from '../../../../models/classification/serve/language/language-reader.ts';
import { decodeWordVectors } from '../../../../models/word-vectors/learn/decode.ts';
import { dataSet, HAS_REFERENCE_DATA } from '../../../harness/public-data.ts';

const FOLDER = join(import.meta.dirname, '../../../../models/word-vectors/made');
const vectors = decodeWordVectors({ place: FOLDER, read: (file) => readFileSync(join(FOLDER, file)) });
const FOREIGN = JSON.parse(readFileSync(join(import.meta.dirname, 'foreign-descriptions.json'), 'utf8')) as Record<
  string,
  string[]
>;

let languageOf: LanguageReader;
beforeAll(async () => {
  languageOf = createLanguageReader(vectors, await eldScores());
});

/** As systems that know only capitals without accents pass it on. */
const inCapitals = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ı', 'i')
    .replaceAll('ł', 'l')
    .replaceAll('ß', 'ss')
    .toUpperCase();

describe('the language of a description', () => {
  it.each([
    ['', 'empty'],
    ['  -- !', 'empty'],
    ['8413.70', 'code-only'],
    ['SKU-4498 B12', 'code-only'],
    ['asdfgh', 'nonsense'],
    ['jfkdls sdlkfj', 'nonsense'],
    ['maribo', 'no-known-word'],
  ])('of %j is unknown: %s', (description, why) => {
    expect(languageOf(description)).toEqual({ is: 'unknown', why });
  });

  it.each([
    'centrifugal pumps',
    'TV',
    'usb cable',
    'LIFERAFTS',
    'eyewash',
    'centrifugal pump 离心泵',
    'café chairs',
    "women's t-shirts",
    'kimonos',
    'fibreboard 18 mm',
  ])('of %j is English', (description) => {
    expect(languageOf(description)).toEqual({ is: 'english' });
  });

  it.each(['离心泵', 'центробежные насосы', 'مضخة الطرد المركزي', 'πήλινα αγγεία', '원심 펌프'])(
    'of %j, in another script, is another',
    (description) => {
      expect(languageOf(description).is).toBe('other');
    },
  );

  it.each(Object.keys(FOREIGN))(
    'of goods described in %s is hardly ever taken for English, with accents or in capitals without',
    (language) => {
      const texts = FOREIGN[language]!;
      const taken = [texts, texts.map(inCapitals)].map((variant) =>
        variant.filter((text) => languageOf(text).is === 'english'),
      );
      expect(texts).toHaveLength(25);
      // French shares more words with English than the others do.
      expect(Math.max(...taken.map(({ length }) => length)), JSON.stringify(taken)).toBeLessThanOrEqual(
        language === 'fr' ? 10 : 4,
      );
    },
  );

  it('is asked of the detector where the vocabulary leaves doubt, and only there', () => {
    const leavesDoubt = createLanguageDoubt(vectors);
    const asked: string[] = [];
    const read = createLanguageReader(vectors, (text) => {
      asked.push(text);
      return {};
    });
    const texts = [
      '',
      '8413.70',
      'maribo',
      'centrifugal pumps',
      'café chairs',
      '离心泵',
      ...Object.values(FOREIGN).flat(),
    ];
    texts.forEach(read);
    expect(asked.length).toBeGreaterThan(100);
    expect(texts.filter(leavesDoubt)).toEqual(asked);
    expect(leavesDoubt('centrifugal pumps')).toBe(false);
  });

  it('is named only where it is sure', () => {
    const named = Object.entries(FOREIGN).flatMap(([language, texts]) =>
      texts.flatMap((text) => {
        const found = languageOf(text);
        return found.is === 'other' && found.language !== undefined ? [found.language === language] : [];
      }),
    );
    expect(named.length).toBeGreaterThan(60);
    expect(named.filter((isRight) => isRight).length / named.length).toBeGreaterThan(0.97);
  });

  it('is told of anything that can be written, and always the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        expect(languageOf(text)).toEqual(languageOf(text));
      }),
    );
  });

  it.skipIf(!HAS_REFERENCE_DATA)('of fewer than one English description in a hundred is in doubt', async () => {
    const descriptions = searchReferenceTexts(await dataSet('descriptions/search_references.json')).map(
      ({ description }) => description,
    );
    const doubtful = descriptions.filter((description) => languageOf(description).is !== 'english');
    expect(doubtful.length / descriptions.length, doubtful.join(' | ')).toBeLessThan(0.01);
  });
});
