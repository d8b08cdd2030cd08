const ACCENTS = /\p{M}+/gu;
/** Text without anything to take apart, as most of it is. */
const PLAIN = /^[ -~]*$/;
const NO_WORD = /[^\p{L}\p{N}]+/gu;

/** Lower case, without accents, words of letters and digits with one space between. */
export function normalisedText(text: string): string {
  const bare = PLAIN.test(text) ? text : text.normalize('NFKD').replace(ACCENTS, '');
  return bare.toLowerCase().replace(NO_WORD, ' ').trim();
}
