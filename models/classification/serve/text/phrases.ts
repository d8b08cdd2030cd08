import { withoutExclusions } from './exclusions.ts';
import { plainText } from './plain-text.ts';

const PHRASE_END = /[,;:()/?!|•+&]|\s-\s|\.\s|\band\/or\b|\band\b|\bor\b|\bwith\b/;
const WORD = /[a-z0-9]+/g;
const MOST_WORDS = 60;

/** Words without meaning for goods: grammar, and what every text of a tariff or an invoice has. */
const EMPTY_WORDS = new Set(
  (
    'a an the of for in on to by as at from into is are be it its this that these those which such any all each both than then there their they was were been being has have having not no nor ' +
    'and or with and/or other others etc eg ie viz used use uses using kind kinds type types similar like suitable including includes included include consisting consist consists designed ' +
    'whether specially solely principally mainly primarily specifically various variety certain what who whom if but so can may also per via made make item items goods product products article articles '
  ).split(/\s+/),
);

/** Where a description goes on from what the goods are to what they are for, what they have and how they come. */
const ASIDE =
  /\b(?:for|with|in|on|used|designed|intended|featuring|which|that|containing|consisting of|measuring|suitable for|imported|packaged|including)\b/;

/**
 * A description as phrases of its words, in order. Words have 2 to 24 letters and digits, at least one letter; the empty ones are left
 * out. Where a purpose or a property follows the goods, the goods are said once more: they weigh more than "used in …".
 */
export function phrasesOf(description: string): readonly (readonly string[])[] {
  const text = withoutExclusions(plainText(description));
  const aside = text.search(ASIDE);
  const all = split(text);
  return aside <= 0 ? all : [...split(text.slice(0, aside)), ...all];
}

function split(text: string): readonly (readonly string[])[] {
  const phrases: string[][] = [];
  let count = 0;
  for (const part of text.split(PHRASE_END)) {
    const words = (part.match(WORD) ?? []).filter(isTelling).slice(0, MOST_WORDS - count);
    count += words.length;
    if (words.length > 0) phrases.push(words);
  }
  return phrases;
}

function isTelling(word: string): boolean {
  return word.length >= 2 && word.length <= 24 && /[a-z]/.test(word) && !EMPTY_WORDS.has(word);
}
