import avsc from 'avsc';
import { CorruptBytes, type Tap, type TapType, TruncatedBytes } from './tap.ts';

/**
 * Number of entries in the next block of an array or map, 0 at its end. Every entry takes at least one byte, so that a
 * forged count is refused before anything is allocated for it (avsc would build that many entries out of thin air).
 */
function blockCount(tap: Tap): number {
  let count = tap.readLong();
  if (count < 0) {
    count = -count;
    tap.readLong();
  }
  if (count > tap.buf.length - tap.pos)
    throw new CorruptBytes(`a block claims ${String(count)} entries, more than there are bytes left`);
  return count;
}

const PLAIN_ARRAY = avsc.types.ArrayType.prototype as unknown as TapType;

export class BoundedArrayType extends avsc.types.ArrayType {
  /** Bytes of frozen lists of texts, such as the ids of a policy's checks: they never change, and are part of many records. */
  readonly #frozen = new WeakMap<object, Buffer>();

  _read(tap: Tap): unknown[] {
    const items = this.itemsType as TapType;
    const values: unknown[] = [];
    for (let count = blockCount(tap); count > 0; count = blockCount(tap)) {
      while (count-- > 0) values.push(items._read(tap));
    }
    return values;
  }

  _write(tap: Tap, value: unknown): void {
    if (!Object.isFrozen(value)) return PLAIN_ARRAY._write.call(this, tap, value);
    const known = this.#frozen.get(value as object);
    if (known !== undefined) return tap.writeFixed(known);
    const start = tap.pos;
    PLAIN_ARRAY._write.call(this, tap, value);
    if (tap.pos <= tap.buf.length && (value as readonly unknown[]).every((entry) => typeof entry === 'string'))
      this.#frozen.set(value as object, Buffer.from(tap.buf.subarray(start, tap.pos)));
  }
}

export class BoundedMapType extends avsc.types.MapType {
  _read(tap: Tap): Record<string, unknown> {
    const type = this.valuesType as TapType;
    const entries: [string, unknown][] = [];
    for (let count = blockCount(tap); count > 0; count = blockCount(tap)) {
      while (count-- > 0) {
        const key = tap.readString();
        if (key === undefined) throw new TruncatedBytes('a map ends in the middle of a key');
        entries.push([key, type._read(tap)]);
      }
    }
    return Object.fromEntries(entries);
  }
}
