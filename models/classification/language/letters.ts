/** What a description is written with. */
export interface Letters {
  readonly latin: number;
  /** Of any other script: Chinese, Cyrillic, Arabic … */
  readonly foreign: number;
  /** Latin letters that English does not have ("ç", "ß", "ı"). */
  readonly marked: number;
  readonly digits: number;
}

const LATIN = /\p{Script=Latin}/u;
const LETTER = /\p{L}/u;
const PLAIN = /[a-z]/i;

export function lettersOf(description: string): Letters {
  let [latin, foreign, marked, digits] = [0, 0, 0, 0];
  for (const character of description) {
    if (PLAIN.test(character)) latin += 1;
    else if (character >= '0' && character <= '9') digits += 1;
    else if (!LETTER.test(character)) continue;
    else if (LATIN.test(character)) [latin, marked] = [latin + 1, marked + 1];
    else foreign += 1;
  }
  return { latin, foreign, marked, digits };
}
