/**
 * Most texts of a declaration are codes: countries, units, document types, commodity codes. Reading one by Node's
 * decoder costs a call out of JavaScript; looking it up among those seen lately costs a few comparisons.
 */
const SLOTS = 4096;

/** Texts of up to this many bytes are looked up. */
export const SHORT = 16;

const seen = new Array<string | undefined>(SLOTS).fill(undefined);

/** The UTF-8 text of at most `SHORT` bytes at `start`. What is remembered is bounded and changes no answer. */
export function shortText(buffer: Buffer, start: number, length: number): string {
  let hash = length;
  for (let index = start; index < start + length; index += 1) hash = Math.imul(hash ^ (buffer[index] ?? 0), 16777619);
  const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
  const known = seen[slot];
  if (known?.length === length && isAt(known, buffer, start)) return known;
  const text = buffer.toString('utf8', start, start + length);
  seen[slot] = text;
  return text;
}

/** Only ASCII can be equal: any other character takes more than one byte. */
function isAt(text: string, buffer: Buffer, start: number): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code !== buffer[start + index] || code > 0x7f) return false;
  }
  return true;
}
