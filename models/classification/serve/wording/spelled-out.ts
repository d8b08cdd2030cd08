import { remembered } from '../cache/remembered.ts';
import { CAS_NUMBERS, chemicalOf } from '../text/chemicals.ts';
import { plainLetters } from '../text/plain-text.ts';
import { longFormOf } from './abbreviations.ts';
import { goodsOfBrand, goodsOfPhrases } from './brands.ts';
import { englishOf, withoutHan } from './foreign-words.ts';
import { goodsOfPartNumber } from './part-numbers.ts';

/** A description with what it says in other ways than English words said in such. */
export interface SpelledOut {
  readonly text: string;
  /** What numbers and names in it name exactly, as written and in words. */
  readonly named: readonly Named[];
  /** Words that are read as others, as written and as read. */
  readonly reworded: readonly Named[];
}

export interface Named {
  readonly written: string;
  readonly goods: string;
}

/** What one word is to be read as. */
interface ReadWord {
  readonly text: string;
  /** The goods that it names beside, as a part number or a brand does. */
  readonly goods: string;
}

const WORDS = /[\p{L}\p{N}][\p{L}\p{N}'-]*/gu;
const CAS_HINT = /\d-\d\d-\d/;
const STROKES = /\b[wf]\//i;
const NONE: readonly never[] = [];

/**
 * Spells descriptions out: abbreviations of trade as whole words; behind the text what part numbers, brands and CAS numbers name. Words of other
 * languages that stand in the dictionary are put into English.
 * @param isEnglish whether a word (small letters) is one of English, which is left as it is
 */
export function createSpelledOut(isEnglish: (word: string) => boolean): (description: string) => SpelledOut {
  const readWord = remembered((written): ReadWord => {
    const word = plainLetters(written);
    const goods = goodsOfBrand(word) ?? goodsOfPartNumber(word);
    if (goods !== undefined) return { text: written, goods };
    const text = longFormOf(word) ?? (isEnglish(word) ? written : (englishOf(word) ?? written));
    return { text, goods: '' };
  });
  return (description) => {
    const reworded: Named[] = [];
    const named: Named[] = [
      ...(CAS_HINT.test(description) ? chemicalsIn(description) : NONE),
      ...goodsOfPhrases(description),
    ];
    const text = withoutHan(withoutStrokes(description)).replace(WORDS, (written) => {
      const read = readWord(written);
      if (read.text !== written) reworded.push({ written, goods: read.text });
      if (read.goods !== '') named.push({ written, goods: read.goods });
      return read.text;
    });
    return { text: named.length === 0 ? text : `${text}, ${goodsOf(named)}`, named, reworded };
  };
}

const goodsOf = (named: readonly Named[]): string => [...new Set(named.map(({ goods }) => goods))].join(', ');

/** "w/o lid" and "f/ pump" in words. */
const withoutStrokes = (text: string): string =>
  STROKES.test(text)
    ? text
        .replace(/\bw\/o\b/gi, 'without')
        .replace(/\bw\/\s?/gi, 'with ')
        .replace(/\bf\/\s?(?=\p{L})/giu, 'for ')
    : text;

const chemicalsIn = (description: string): readonly Named[] =>
  (description.match(CAS_NUMBERS) ?? []).flatMap((written) => {
    const goods = chemicalOf(written);
    return goods === undefined ? [] : [{ written, goods }];
  });
