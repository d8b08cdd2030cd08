import { describe, expect, it } from 'vitest';
import { englishPart } from '../../../../models/classification/serve/language/english-part.ts';

const KNOWN = new Set(['rifle', 'barrels', 'lager', 'steel', 'gift']);
const isKnown = (word: string): boolean => KNOWN.has(word);

describe('the English part of a mixed description', () => {
  it('given English phrases, then they are read and the others are not, whatever words they share with English', () => {
    const phrases = [
      ['lieferung', 'von', 'waren', 'aus', 'dem', 'lager'],
      ['rifle', 'barrels'],
    ];
    expect(englishPart(phrases, isKnown)).toEqual([['rifle', 'barrels']]);
  });

  it('given English words within a phrase of another language, then those are read', () => {
    expect(englishPart([['piezas', 'de', 'rifle', 'barrels', 'para', 'cazadores']], isKnown)).toEqual([
      ['rifle', 'barrels'],
    ]);
  });

  it('given one word that two languages share, then nothing is read', () => {
    expect(englishPart([['kleines', 'gift', 'flaschchen', 'zubehor']], isKnown)).toBeUndefined();
  });
});
