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
const BEYOND_ASCII = 0x80;

export function lettersOf(description: string): Letters {
  let [latin, foreign, marked, digits] = [0, 0, 0, 0];
  for (const character of description) {
    const code = character.codePointAt(0)!;
    if (code < BEYOND_ASCII) {
      if ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) latin += 1;
      else if (code >= 0x30 && code <= 0x39) digits += 1;
    } else if (!LETTER.test(character)) continue;
    else if (LATIN.test(character)) [latin, marked] = [latin + 1, marked + 1];
    else foreign += 1;
  }
  return { latin, foreign, marked, digits };
}
