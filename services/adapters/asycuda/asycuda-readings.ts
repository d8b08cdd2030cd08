import type { ConstantOf, Reading } from '../xml/transposition-row.ts';

/** The format writes 0 where nothing is stated. */
export const UNLESS_ZERO: Reading = {
  words: 'nothing where it is 0',
  read: (text) => [/^[0.,]+$/.test(text) ? '' : text],
};

/** A trader is named in as many lines as fit on the form: the name first, then the address. */
export const NAME_THEN_ADDRESS: Reading = {
  words: 'the first line is the name, the others are the address',
  read: (text) => {
    const [name = '', ...address] = linesOf(text);
    return [name, address.join(', ')];
  },
};

/** The same twice: who receives imported goods is the importer. */
export const NAME_THEN_ADDRESS_TWICE: Reading = {
  words: 'the first line is the name, the others are the address; of consignee and importer',
  read: (text) => {
    const parts = NAME_THEN_ADDRESS.read(text) ?? [];
    return [...parts, ...parts];
  },
};

export const TWICE: Reading = { words: 'of consignee and importer', read: (text) => [text, text] };

/** "4071": requested and previous procedure. */
export const PROCEDURES: Reading = {
  words: 'the first two characters are the requested procedure, the others the previous one',
  read: (text) => [text.slice(0, 2), text.slice(2)],
};

export const CONTAINERISED: Reading = {
  words: 'true is 1, false is 0',
  read: (text) => (/^(true|false)$/i.test(text) ? [text.toLowerCase() === 'true' ? '1' : '0'] : undefined),
};

export const AFTER_A_BLANK: Reading = { words: 'behind a blank', read: (text) => [` ${text}`] };
export const BEFORE_A_DASH: Reading = { words: 'before a dash', read: (text) => [`${text}-`] };

/** Digits from which on a code is one of a national tariff. */
const NATIONAL_DIGITS = 8;

export const NATIONAL_OR_HS: ConstantOf = {
  words: 'TSP from eight digits on, else HS',
  of: (beside) => ((beside('ID') ?? '').length >= NATIONAL_DIGITS ? 'TSP' : 'HS'),
};

const linesOf = (text: string): readonly string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
