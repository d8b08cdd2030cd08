const ASCII = /^[\x00-\x7f]*$/;

/** Small letters without accents; most descriptions are ASCII and need nothing but the former. */
export function plainLetters(description: string): string {
  return (ASCII.test(description) ? description : description.normalize('NFKD').replace(/\p{M}/gu, '')).toLowerCase();
}
