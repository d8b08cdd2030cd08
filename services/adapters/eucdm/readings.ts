import Big from 'big.js';
import { normaliseDecimal } from '../../risk/declaration/decimal-text.ts';
import type { Reading, Redundancy } from '../xml/transposition-row.ts';

/** "N380": the category is its first character, the type the others. */
export const DOCUMENT_CODE: Reading = {
  words: 'the first character is the category, the others are the type',
  read: (text) => (text.length < 2 ? ['', text] : [text.slice(0, 1), text.slice(1)]),
};

/** The same beside the whole code. */
export const AUTHORISATION_CODE: Reading = {
  words: 'the whole; the first character is the category, the others are the type',
  read: (text) => [text, ...(DOCUMENT_CODE.read(text) ?? [])],
};

/** "KGMG": three letters of a unit and one of the tariff's qualifiers, which are written "KGM#G" here. */
export const UNIT_WITH_QUALIFIER: Reading = {
  words: 'a fourth letter is the qualifier: "KGMG" is "KGM#G"',
  read: (text) => [text.length === 4 ? `${text.slice(0, 3)}#${text.slice(3)}` : text],
};

/** The longitude behind a latitude. */
export const AFTER_A_COMMA: Reading = { words: 'behind the latitude and a comma', read: (text) => [`,${text}`] };

/** As many as the number says. */
export const countOf =
  (name: string): Redundancy =>
  (text, beside) =>
    text === String(beside.count(name));

/** A flag that is not set. */
export const isZero: Redundancy = (text) => text === '0';

/** The sum of what stands at a path below its siblings. */
export const sumOf =
  (path: string): Redundancy =>
  (text, beside) => {
    const parts = beside.texts(path).map(normaliseDecimal);
    const total = normaliseDecimal(text);
    if (total === undefined || parts.length === 0) return false;
    return (
      parts.every((part) => part !== undefined) && parts.reduce((sum, part) => sum.plus(part), new Big(0)).eq(total)
    );
  };
