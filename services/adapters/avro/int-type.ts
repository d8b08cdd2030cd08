import avsc from 'avsc';
import { CorruptBytes, type Tap } from './tap.ts';

/** A 32-bit number; avsc would read a longer one as it stands. */
export class IntType extends avsc.types.IntType {
  _read(tap: Tap): number {
    const value = tap.readLong();
    if ((value | 0) !== value) throw new CorruptBytes('a number of more than 32 bits');
    return value;
  }
}
