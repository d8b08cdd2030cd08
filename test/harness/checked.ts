import { asCommodityCode, type CommodityCode } from '../../services/risk/declaration/commodity-code.ts';

/** A literal of a test as what it is checked to be; a test that misspells it fails. */
export const commodityCode = (text: string): CommodityCode => checked(text, asCommodityCode(text));

function checked<T>(text: string, value: T | undefined): T {
  if (value === undefined) throw new TypeError(`a test takes "${text}" for what it is not`);
  return value;
}
