import avsc from 'avsc';
import { SHORT, shortText } from './short-text.ts';
import { type Tap, Unencodable } from './tap.ts';

/** ES2024; in every Node from 20 on, but not yet in the library that the compiler is told of. */
interface WellFormed {
  isWellFormed(): boolean;
}

const isWellFormed = (text: string): boolean => (text as unknown as WellFormed).isWellFormed();

/** Longest text whose length takes one byte. */
const ONE_BYTE_LENGTH = 63;

/** A string that comes back as it was: half a surrogate pair has no UTF-8 and is refused rather than replaced. */
export class TextType extends avsc.types.StringType {
  _check(value: unknown, _flags: unknown, hook: ((value: unknown, type: unknown) => void) | undefined): boolean {
    const fits = typeof value === 'string' && isWellFormed(value);
    if (!fits) hook?.(value, this);
    return fits;
  }

  _read(tap: Tap): string | undefined {
    const length = (tap.buf[tap.pos] ?? 0) >> 1;
    if (length > SHORT || ((tap.buf[tap.pos] ?? 0) & 1) === 1 || tap.pos + 1 + length > tap.buf.length)
      return tap.readString();
    const start = tap.pos + 1;
    tap.pos = start + length;
    return length === 0 ? '' : shortText(tap.buf, start, length);
  }

  _write(tap: Tap, value: unknown): void {
    if (typeof value !== 'string') throw new Unencodable('a text is missing');
    if (value.length <= ONE_BYTE_LENGTH && writeAscii(tap, value)) return;
    if (!isWellFormed(value)) throw new Unencodable('a text holds half a surrogate pair');
    tap.writeString(value);
  }
}

/** Writes a short ASCII text; false, and nothing written, where it holds anything else. */
function writeAscii(tap: Tap, text: string): boolean {
  const { buf } = tap;
  const start = tap.pos + 1;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code > 0x7f) return false;
    buf[start + index] = code;
  }
  buf[tap.pos] = text.length * 2;
  tap.pos = start + text.length;
  return true;
}
