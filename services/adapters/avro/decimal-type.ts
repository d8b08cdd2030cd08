import avsc from 'avsc';
import { bytesOf, smallBytes, smallText, smallUnscaled, textOf, unscaledOf } from './decimal-bytes.ts';
import { CorruptBytes, type Tap, TruncatedBytes } from './tap.ts';

/** The one precision and scale of every decimal of Tidewaiter; they never change (see schemas/README.md). */
const PRECISION = 24;
const SCALE = 6;

interface DecimalSchema {
  precision?: number;
  scale?: number;
}

/** Avro `decimal` on bytes as plain decimal text. Refuses any other precision or scale, for the canonical form does not tell them apart. */
export class DecimalType extends avsc.types.LogicalType {
  readonly precision: number;
  readonly scale: number;

  constructor(schema: avsc.Schema, options?: unknown) {
    super(schema, options);
    const { precision, scale } = schema as DecimalSchema;
    if (precision !== PRECISION || scale !== SCALE || !avsc.Type.isType(this.underlyingType, 'bytes')) {
      throw new TypeError(
        `a decimal must be bytes with precision ${PRECISION} and scale ${SCALE}, not ${String(precision)} and ${String(scale)}`,
      );
    }
    this.precision = precision;
    this.scale = scale;
  }

  protected override _fromValue(bytes: Buffer): string {
    return textOf(bytes);
  }

  protected override _toValue(text: unknown): Buffer {
    return bytesOf(unscaledOf(text));
  }

  protected override _resolve(writer: avsc.Type): ((value: unknown) => unknown) | undefined {
    return writer instanceof DecimalType && writer.precision === this.precision && writer.scale === this.scale
      ? (value) => value
      : undefined;
  }

  protected override _export(schema: avsc.Schema): void {
    Object.assign(schema, { precision: this.precision, scale: this.scale });
  }

  _read(tap: Tap): string {
    const length = tap.readLong();
    if (length < 1) throw new CorruptBytes('a decimal of no bytes');
    if (length > tap.buf.length - tap.pos) throw new TruncatedBytes('the bytes end in the middle of a decimal');
    const start = tap.pos;
    tap.pos += length;
    return length <= 6 ? smallText(tap.buf, start, length) : textOf(tap.buf.subarray(start, tap.pos));
  }

  _write(tap: Tap, text: unknown): void {
    const small = smallUnscaled(text);
    if (small !== undefined) {
      tap.pos = smallBytes(small, tap.buf, tap.pos);
      return;
    }
    const bytes = bytesOf(unscaledOf(text));
    tap.writeLong(bytes.length);
    tap.writeFixed(bytes, bytes.length);
  }
}
