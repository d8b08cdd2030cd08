const ACCENTS = /\p{M}+/gu;
const NO_WORD = /[^\p{L}\p{N}]+/gu;

/** Lower case, without accents, words of letters and digits with one space between. */
export function normalisedText(text: string): string {
  return text.normalize('NFKD').replace(ACCENTS, '').toLowerCase().replace(NO_WORD, ' ').trim();
}
