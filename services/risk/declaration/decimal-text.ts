import Big from 'big.js';
import type { Checked } from './checked.ts';

/**
 * A decimal in plain notation without exponent, plus sign, leading or trailing zeros: "0.5", "-12", "60000". At most 6 decimals, and 18 digits before the
 * point: what is worked out of such may have more, and is refused when it is encoded.
 */
export type DecimalText = Checked<'DecimalText'>;
/** A decimal of any length in plain notation: rates, factors, and what they make of a value. Nothing of it is encoded. */
export type ExactDecimal = string;

/** Plain or with exponent; bounded, so that no text can make the arithmetic costly. */
const NUMBER = /^[+-]?(\d{1,40}(\.\d{0,40})?|\.\d{1,40})([eE][+-]?\d{1,2})?$/;
/** 24 digits with 6 of them behind the point, as every decimal of the schemas has. */
const NORMAL = /^(0|-?([1-9]\d{0,17}|0(?=\.))(\.\d{0,5}[1-9])?)$/;

/**
 * A number as people and systems write it ("10.00", "+5", ".5", "1E3") in the one form that the event carries ("10", "5", "0.5", "1000").
 * `undefined` where it is no number, or has more than 6 decimals or 18 digits before the point: it is refused, never rounded.
 */
export function normaliseDecimal(text: string): DecimalText | undefined {
  if (!NUMBER.test(text)) return undefined;
  const number = new Big(text.startsWith('+') ? text.slice(1) : text);
  const plain = number.toFixed();
  const normal = plain === '-0' ? '0' : plain;
  return isDecimalText(normal) ? normal : undefined;
}

/** Whether a text already is in that form. */
export function isDecimalText(text: string): text is DecimalText {
  return NORMAL.test(text);
}

/** A decimal that the program itself names. @throws RangeError where it is none in that form */
export function knownDecimal(text: string): DecimalText {
  if (!isDecimalText(text)) throw new RangeError(`"${text}" is no decimal in its one form`);
  return text;
}

/** What was worked out. @param number of at most 6 decimals: a sum of such, or rounded */
export const decimalOf = (number: Big): DecimalText => number.toFixed() as DecimalText;

/**
 * What decimals add up to, in whole millionths, which numbers add up exactly and much faster than exact decimals; undefined where one
 * is a hundred million or more, or the sum is beyond what numbers hold exactly.
 */
export function millionthsOf(values: readonly DecimalText[]): number | undefined {
  let sum = 0;
  for (const value of values) {
    const number = Number(value);
    if (!(Math.abs(number) < 1e8)) return undefined;
    sum += Math.round(number * 1e6);
    if (!Number.isSafeInteger(sum)) return undefined;
  }
  return sum;
}
