/** Literals of tests as what they are checked to be: a test that misspells one fails. */
import { asCommodityCode, type CommodityCode } from '../../services/risk/declaration/commodity-code.ts';
import { asCountryCode, type CountryCode } from '../../services/risk/declaration/country-code.ts';
import { asDay, type Day } from '../../services/risk/declaration/day.ts';
import { type DecimalText, isDecimalText } from '../../services/risk/declaration/decimal-text.ts';
import { type Instant, isInstant } from '../../services/risk/declaration/instant.ts';

export const decimal = (text: string): DecimalText => checked(text, isDecimalText(text) ? text : undefined);
export const instant = (text: string): Instant => checked(text, isInstant(text) ? text : undefined);
export const country = (text: string): CountryCode => checked(text, asCountryCode(text));
export const day = (text: string): Day => checked(text, asDay(text));
export const commodityCode = (text: string): CommodityCode => checked(text, asCommodityCode(text));

function checked<T>(text: string, value: T | undefined): T {
  if (value === undefined) throw new TypeError(`a test takes "${text}" for what it is not`);
  return value;
}
