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

type RowsByCode = ReadonlyMap<string, readonly UsualRow[]>;

/**
 * Looks up usual ratios at the narrowest level that has enough observations, and states values in the authority's currency. What was learned
 * from declarations on record goes before statistics of trade elsewhere, at whatever level.
 */
export class UsualLookUp {
  readonly #content: UsualRatiosContent;
  readonly #from: string;
  readonly #currency: string;
  readonly #exchangeRate: (currency: string, day: Day) => Known<ExchangeRate>;
  readonly #learned: RowsByCode;
  readonly #statistics: RowsByCode;

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
    const counted = content.rows.filter(([, , , , count]) => count >= content.minimumCount);
    this.#learned = byCode(counted.filter(([, , , , , source]) => source === undefined));
    this.#statistics = byCode(counted.filter(([, , , , , source]) => source !== undefined));
  }

  usual(code: CommodityCode, day: Day): Known<UsualRatios> {
    const digits = commodityDigits(code);
    if (digits === undefined) return absent(this.#from);
    const valuePerUnit = this.#valuePerUnit(digits, day);
    return found(
      {
        unitValue: this.#unitValue(digits, day),
        massPerUnit: this.#massPerUnit(digits),
        ...(valuePerUnit === undefined ? {} : { valuePerUnit }),
      },
      this.#from,
    );
  }

  #unitValue(digits: string, day: Day): Known<UsualRatio> {
    const ratio = this.#narrowest(digits, (unit) => unit === `${this.#content.currency}/KGM`)[0];
    if (ratio === undefined) return absent(this.#from);
    const shift = this.#shift(day);
    return typeof shift === 'number' ? found(this.#inCurrency(ratio, shift), this.#from) : shift;
  }

  #valuePerUnit(digits: string, day: Day): Known<readonly UsualRatio[]> | undefined {
    const money = `${this.#content.currency}/`;
    const ratios = this.#narrowest(digits, (unit) => unit.startsWith(money) && unit !== `${money}KGM`);
    if (ratios.length === 0) return undefined;
    const shift = this.#shift(day);
    if (typeof shift !== 'number') return shift;
    return found(
      ratios.map((ratio) => this.#inCurrency(ratio, shift)),
      this.#from,
    );
  }

  /** What the day's rate adds to the logarithm of an amount in the content's currency. */
  #shift(day: Day): number | Exclude<Known<never>, { readonly state: 'found' }> {
    const exchange = this.#exchangeRate(this.#content.currency, day);
    return exchange.state === 'found'
      ? Math.log(Number(exchange.value.rate))
      : unknown(`the usual values are in ${this.#content.currency}, and there is no rate for ${day}`, this.#from);
  }

  #inCurrency(ratio: UsualRatio, shift: number): UsualRatio {
    const moved = (log: number): number => Number((log + shift).toFixed(LOG_DECIMALS));
    const { statistics } = ratio;
    return {
      ...ratio,
      unit: `${this.#currency}/${ratio.unit.split('/')[1]!}`,
      medianLog: moved(ratio.medianLog),
      ...(statistics === undefined
        ? {}
        : { statistics: { ...statistics, lowLog: moved(statistics.lowLog), highLog: moved(statistics.highLog) } }),
    };
  }

  #massPerUnit(digits: string): Known<readonly UsualRatio[]> {
    const ratios = this.#narrowest(digits, (unit) => unit.startsWith('KGM/'));
    return ratios.length === 0 ? absent(this.#from) : found(ratios, this.#from);
  }

  #narrowest(digits: string, wanted: (unit: string) => boolean): readonly UsualRatio[] {
    for (const rows of [this.#learned, this.#statistics]) {
      for (const [level, length] of LEVELS) {
        if (digits.length < length) continue;
        const here = rows.get(digits.slice(0, length))?.filter(([, unit]) => wanted(unit)) ?? [];
        if (here.length > 0) return here.map((row) => this.#ratio(row, level));
      }
    }
    return [];
  }

  #ratio(
    [code, unit, medianLog, madLog, count, source, lowLog, highLog]: UsualRow,
    level: UsualRatio['level'],
  ): UsualRatio {
    const described = source === undefined ? undefined : this.#content.sources?.[source];
    return {
      ...{ unit, level, code, medianLog, madLog, count },
      ...(described && { statistics: { ...described, lowLog: lowLog!, highLog: highLog! } }),
    };
  }
}

function byCode(rows: readonly UsualRow[]): RowsByCode {
  const map = new Map<string, UsualRow[]>();
  for (const row of rows) {
    const known = map.get(row[0]);
    if (known === undefined) map.set(row[0], [row]);
    else known.push(row);
  }
  return map;
}
