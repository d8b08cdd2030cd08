import { CorruptBytes, Unencodable } from './tap.ts';

/** A decimal that needs more than 24 digits or more than 6 decimals. */
export class DecimalOutOfRange extends Unencodable {}

const UNITS = 1_000_000;
const LIMIT = 10n ** 24n;
const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;
/** Powers of two that bound one to five bytes in two's complement. */
const BOUNDS = [2 ** 7, 2 ** 15, 2 ** 23, 2 ** 31, 2 ** 39] as const;
const SIX_BYTES = 2 ** 47;
const WORD = 2 ** 32;
/** What makes millionths of a number with so many decimals. */
const SCALES = [1_000_000, 100_000, 10_000, 1_000, 100, 10, 1] as const;
const ZERO = 48;
const POINT = 46;
const MINUS = 45;

/** Millionths of a decimal that fits six bytes, with plain numbers; undefined for larger ones and for anything that is no decimal. */
export function smallUnscaled(text: unknown): number | undefined {
  if (typeof text !== 'string' || text.length > 16) return undefined;
  const first = text.charCodeAt(0) === MINUS ? 1 : 0;
  let unscaled = 0;
  let point = -1;
  for (let index = first; index < text.length; index += 1) {
    const digit = text.charCodeAt(index) - ZERO;
    if (digit >= 0 && digit <= 9) unscaled = unscaled * 10 + digit;
    else if (digit === POINT - ZERO && point < 0 && index > first) point = index;
    else return undefined;
  }
  const decimals = point < 0 ? 0 : text.length - point - 1;
  if (text.length === first || decimals > 6 || (point >= 0 && decimals === 0)) return undefined;
  unscaled *= SCALES[decimals] ?? NaN;
  if (unscaled >= SIX_BYTES) return undefined;
  return first === 1 ? -unscaled : unscaled;
}

/** Writes Avro bytes (length, then big-endian two's complement) at `at` and answers the position behind them. Past the end nothing is written. */
export function smallBytes(unscaled: number, buffer: Buffer, at: number): number {
  let length = 1;
  for (const bound of BOUNDS) if (unscaled >= bound || unscaled < -bound) length += 1;
  const high = Math.floor(unscaled / WORD);
  let low = unscaled - high * WORD;
  buffer[at] = length * 2;
  for (let index = at + length; index > at && index > at + length - 4; index -= 1) {
    buffer[index] = low & 0xff;
    low >>>= 8;
  }
  if (length > 4) buffer[at + length - 4] = high & 0xff;
  if (length > 5) buffer[at + 1] = (high >> 8) & 0xff;
  return at + 1 + length;
}

/** The decimal (`DecimalText`) in one to six bytes of two's complement. */
export function smallText(buffer: Buffer, start: number, length: number): string {
  const unscaled = buffer.readIntBE(start, length);
  const size = Math.abs(unscaled);
  const whole = Math.floor(size / UNITS);
  const rest = size - whole * UNITS;
  const sign = unscaled < 0 ? '-' : '';
  return rest === 0 ? `${sign}${whole}` : `${sign}${whole}.${decimalsOf(String(rest))}`;
}

/** Millionths as decimals: "500000" → "5", "50" → "00005". */
function decimalsOf(rest: string): string {
  const padded = rest.padStart(6, '0');
  let end = 6;
  while (padded.charCodeAt(end - 1) === ZERO) end -= 1;
  return padded.slice(0, end);
}

/** Millionths of any decimal. Throws `Unencodable` for what is no plain decimal, `DecimalOutOfRange` for too many digits. */
export function unscaledOf(text: unknown): bigint {
  const [match, sign, whole = '', decimals = ''] =
    typeof text === 'string' && text.length <= 64 ? (DECIMAL.exec(text) ?? []) : [];
  if (match === undefined) throw new Unencodable('a decimal is not in plain notation');
  const kept = decimals.replace(/0+$/, '');
  if (kept.length > 6) throw new DecimalOutOfRange('a decimal has more than 6 decimals');
  const unscaled = BigInt(whole + kept.padEnd(6, '0'));
  if (unscaled >= LIMIT) throw new DecimalOutOfRange('a decimal has more than 24 digits');
  return sign === '-' ? -unscaled : unscaled;
}

/** Shortest big-endian two's complement. */
export function bytesOf(unscaled: bigint): Buffer {
  let length = 1;
  while (BigInt.asIntN(length * 8, unscaled) !== unscaled) length += 1;
  return Buffer.from(
    BigInt.asUintN(length * 8, unscaled)
      .toString(16)
      .padStart(length * 2, '0'),
    'hex',
  );
}

/** The decimal (`DecimalText`) in big-endian two's complement of any length. Throws `CorruptBytes` beyond 24 digits. */
export function textOf(bytes: Buffer): string {
  if (bytes.length === 0 || bytes.length > 16) throw new CorruptBytes('a decimal of no bytes or of more than 16');
  const unscaled = BigInt.asIntN(bytes.length * 8, BigInt(`0x${bytes.toString('hex')}`));
  const size = unscaled < 0n ? -unscaled : unscaled;
  if (size >= LIMIT) throw new CorruptBytes('a decimal of more than 24 digits');
  const rest = Number(size % 1_000_000n);
  const whole = `${unscaled < 0n ? '-' : ''}${String(size / 1_000_000n)}`;
  return rest === 0 ? whole : `${whole}.${decimalsOf(String(rest))}`;
}
