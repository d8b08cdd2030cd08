import avsc from 'avsc';
import { type Instant, instantOf } from '../../risk/declaration/instant.ts';
import { CorruptBytes, type Tap, Unencodable } from './tap.ts';

const INSTANT = /^\d{4}-\d{2}-(\d{2})T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/;
/** ISO 8601 writes these years with four digits. */
const EARLIEST = Date.parse('0000-01-01T00:00:00Z');
const LATEST = Date.parse('9999-12-31T23:59:59.999Z');

/** Milliseconds since the epoch; NaN for what is no instant, a 30 February included. */
function millisOf(instant: unknown): number {
  const match = typeof instant === 'string' ? INSTANT.exec(instant) : null;
  if (match === null) return NaN;
  const millis = Date.parse(match[0]);
  return Number(match[1]) <= 28 || new Date(millis).getUTCDate() === Number(match[1]) ? millis : NaN;
}

/** Avro `timestamp-millis` as ISO 8601 UTC text, milliseconds left out where zero. */
export class InstantType extends avsc.types.LogicalType {
  protected override _fromValue(millis: number): Instant {
    if (!(millis >= EARLIEST && millis <= LATEST)) throw new CorruptBytes('a time outside the years 0000 to 9999');
    return instantOf(millis);
  }

  protected override _toValue(instant: unknown): number {
    const millis = millisOf(instant);
    if (Number.isNaN(millis)) throw new Unencodable('a time is not ISO 8601 in UTC');
    return millis;
  }

  protected override _resolve(writer: avsc.Type): ((value: unknown) => unknown) | undefined {
    return writer instanceof InstantType ? (value) => value : undefined;
  }

  _read(tap: Tap): Instant {
    return this._fromValue(tap.readLong());
  }

  _write(tap: Tap, instant: unknown): void {
    tap.writeLong(this._toValue(instant));
  }
}
