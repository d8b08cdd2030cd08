import avsc from 'avsc';
import { type Tap, Unencodable } from './tap.ts';

/** ES2024; in every Node from 20 on, but not yet in the library that the compiler is told of. */
interface WellFormed {
  isWellFormed(): boolean;
}

const writeString = (avsc.types.StringType.prototype as unknown as { _write(this: unknown, tap: Tap, value: string): void })._write;

/** A string that comes back as it was: half a surrogate pair has no UTF-8 and is refused rather than replaced. */
export class TextType extends avsc.types.StringType {
  _write(tap: Tap, value: unknown): void {
    if (typeof value !== 'string') throw new Unencodable('a text is missing');
    if (!(value as unknown as WellFormed).isWellFormed()) throw new Unencodable('a text holds half a surrogate pair');
    writeString.call(this, tap, value);
  }
}
