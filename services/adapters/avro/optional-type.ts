import avsc from 'avsc';
import { CorruptBytes, type Tap, type TapType, TruncatedBytes } from './tap.ts';

/** Reads Avro's null as absent. */
export class AbsentType extends avsc.types.NullType {
  _read(): undefined {
    return undefined;
  }
}

/** Refuses the first byte of an optional value that is neither of its two branches. */
export function noSuchBranch(branch: number | undefined): never {
  if (branch === undefined) throw new TruncatedBytes('the bytes end before an optional value');
  throw new CorruptBytes(`an optional value has no branch ${branch}`);
}

/** A union of null and one other type, in this order: absent (`undefined`) or a plain value, never null. */
export class OptionalType extends avsc.types.UnwrappedUnionType {
  _read(tap: Tap): unknown {
    const branch = tap.buf[tap.pos++];
    if (branch === 0) return undefined;
    if (branch === 2) return (this.types[1] as TapType)._read(tap);
    return noSuchBranch(branch);
  }

  _write(tap: Tap, value: unknown): void {
    if (value === undefined || value === null) {
      tap.buf[tap.pos++] = 0;
      return;
    }
    tap.buf[tap.pos++] = 2;
    (this.types[1] as TapType)._write(tap, value);
  }

  _check(value: unknown, flags: unknown, hook: unknown, path: unknown): boolean {
    return (
      value === undefined ||
      value === null ||
      (this.types[1] as unknown as { _check(...rest: unknown[]): boolean })._check(value, flags, hook, path)
    );
  }
}
