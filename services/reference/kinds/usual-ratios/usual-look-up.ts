import type { CommodityCode } from '../../../risk/declaration/commodity-code.ts';
import type { Day } from '../../../risk/declaration/day.ts';
import type { ExchangeRate, UsualRatio, UsualRatios } from '../../../risk/facts/facts.ts';
import { absent, found, type Known, unknown } from '../../../risk/facts/known.ts';
import { commodityDigits } from '../commodity-digits.ts';
import type { UsualRatiosContent, UsualRow } from './content.ts';

/** From the narrowest to the widest group of similar goods. */
const LEVELS = [
  ['HS8', 8],
  ['HS6', 6],
  ['HS4', 4],
  ['HS2', 2],
] as const;
/** Decimals kept of a scaled logarithm: a millionth is far below what any rule looks at. */
const LOG_DECIMALS = 6;

/** Looks up usual ratios at the narrowest level that has enough observations, and states unit values in the authority's currency. */
export class UsualLookUp {
  readonly #content: UsualRatiosContent;
  readonly #from: string;
  readonly #currency: string;
  readonly #exchangeRate: (currency: string, day: Day) => Known<ExchangeRate>;
  readonly #rows: ReadonlyMap<string, readonly UsualRow[]>;

  constructor(
    content: UsualRatiosContent,
    currency: string,
    exchangeRate: (currency: string, day: Day) => Known<ExchangeRate>,
    from: string,
  ) {
    this.#content = content;
    this.#currency = currency;
    this.#exchangeRate = exchangeRate;
    this.#from = from;
    this.#rows = byCode(content.rows.filter(([, , , , count]) => count >= content.minimumCount));
  }

  usual(code: CommodityCode, day: Day): Known<UsualRatios> {
    const digits = commodityDigits(code);
    if (digits === undefined) return absent(this.#from);
    return found({ unitValue: this.#unitValue(digits, day), massPerUnit: this.#massPerUnit(digits) }, this.#from);
  }

  #unitValue(digits: string, day: Day): Known<UsualRatio> {
    const ratio = this.#narrowest(digits, (unit) => unit === `${this.#content.currency}/KGM`)[0];
    if (ratio === undefined) return absent(this.#from);
    const exchange = this.#exchangeRate(this.#content.currency, day);
    if (exchange.state !== 'found')
      return unknown(`the usual values are in ${this.#content.currency}, and there is no rate for ${day}`, this.#from);
    const shift = Math.log(Number(exchange.value.rate));
    return found(
      { ...ratio, unit: `${this.#currency}/KGM`, medianLog: Number((ratio.medianLog + shift).toFixed(LOG_DECIMALS)) },
      this.#from,
    );
  }

  #massPerUnit(digits: string): Known<readonly UsualRatio[]> {
    const ratios = this.#narrowest(digits, (unit) => unit.startsWith('KGM/'));
    return ratios.length === 0 ? absent(this.#from) : found(ratios, this.#from);
  }

  #narrowest(digits: string, wanted: (unit: string) => boolean): readonly UsualRatio[] {
    for (const [level, length] of LEVELS) {
      const code = digits.slice(0, length);
      const rows = code.length < length ? [] : (this.#rows.get(code) ?? []).filter(([, unit]) => wanted(unit));
      if (rows.length > 0)
        return rows.map(([, unit, medianLog, madLog, count]) => ({ unit, level, code, medianLog, madLog, count }));
    }
    return [];
  }
}

function byCode(rows: readonly UsualRow[]): ReadonlyMap<string, readonly UsualRow[]> {
  const map = new Map<string, UsualRow[]>();
  for (const row of rows) map.set(row[0], [...(map.get(row[0]) ?? []), row]);
  return map;
}
