import Big from 'big.js';
import type { CommodityCode } from '../../../risk/declaration/commodity-code.ts';
import type { Day } from '../../../risk/declaration/day.ts';
import type { AdditionalDuty, DutyRange, DutyRate, TariffLine } from '../../../risk/facts/facts.ts';
import { absent, found, type Known, unknown } from '../../../risk/facts/known.ts';
import { ratesFor } from '../../../risk/tariff/duty.ts';
import { commodityDigits } from '../commodity-digits.ts';
import type { Held } from '../kind.ts';
import type { AdditionalDutyRow, TariffContent, TariffRow } from './content.ts';
import { readRate } from './rate-notation.ts';

/** What all tariffs share; a code of no more digits is told to be too short, not to be none. */
const HS_DIGITS = 6;

/** Looks declared codes up in one country's tariff: its lines with rates, and the statistical codes below them. */
export class TariffLookUp {
  readonly #content: TariffContent;
  readonly #held: Held<TariffContent>;
  readonly #from: string;
  readonly #headings: ReadonlySet<string>;
  readonly #lines: ReadonlyMap<string, TariffRow>;
  readonly #lineLengths: readonly number[];
  readonly #codeLengths: ReadonlySet<number>;
  readonly #statistical: ReadonlyMap<string, string>;
  readonly #linesWithStatistical: ReadonlySet<string>;
  readonly #units: ReadonlyMap<string, string>;
  readonly #additional: ReadonlyMap<string, readonly AdditionalDutyRow[]>;
  readonly #rates = new Map<string, DutyRate>();

  constructor(held: Held<TariffContent>) {
    const { content, from } = held;
    this.#held = held;
    this.#content = content;
    this.#from = from;
    this.#headings = new Set(content.headings);
    this.#lines = new Map(content.lines.map((row) => [row[0], row]));
    this.#lineLengths = [...new Set(content.lines.map(([code]) => code.length))].sort((a, b) => b - a);
    this.#statistical = new Map(content.statistical);
    this.#codeLengths = codeLengthsOf(content, this.#lineLengths);
    this.#linesWithStatistical = new Set(
      content.statistical.map(([code]) => this.#lineOf(code)?.[0]).filter((code) => code !== undefined),
    );
    this.#units = new Map(content.lines.map(([code, , units]) => [code, units]));
    this.#additional = byCode(content.additional);
  }

  line(code: CommodityCode, day: Day): Known<TariffLine> {
    const digits = commodityDigits(code);
    if (digits === undefined) return absent(this.#from);
    if (!this.#holdsOn(day)) return this.#notInForce(day);
    if (digits.length > HS_DIGITS && !this.#codeLengths.has(digits.length)) return absent(this.#from);
    if (!this.#headings.has(digits.slice(0, 4)))
      return unknown(
        `heading ${digits.slice(0, 4)} is not covered by the loaded tariff of ${this.#content.country}`,
        this.#from,
      );
    const row = this.#lineOf(digits);
    if (row === undefined) return this.#shorter(digits);
    if (!this.#furtherDigitsHold(row[0], digits)) return absent(this.#from);
    return found(this.#toLine(row, digits, day), this.#from);
  }

  /** From the lowest to the highest duty of all lines under a code, or of the one line that it is below. */
  dutyRange(code: CommodityCode, day: Day, origin?: string): Known<DutyRange> {
    if (!this.#holdsOn(day)) return this.#notInForce(day);
    const digits = commodityDigits(code) ?? '';
    const below = this.#lineOf(digits);
    const rows = below === undefined ? this.#content.lines.filter(([line]) => line.startsWith(digits)) : [below];
    if (digits.length < 4 || rows.length === 0) return absent(this.#from);
    const percents = rows.map((row) => percentOf(this.#toLine(row, row[0], day), origin));
    const known = percents.filter((percent) => percent !== undefined).sort((a, b) => a.cmp(b));
    if (known.length < percents.length)
      return unknown(`a rate under ${digits} is no percentage of the value`, this.#from);
    return found({ lowest: known[0]!.toFixed(), highest: known.at(-1)!.toFixed() }, this.#from);
  }

  #holdsOn(day: Day): boolean {
    const { validFrom = day, validTo = day } = this.#held;
    return validFrom <= day && day <= validTo;
  }

  #notInForce(day: Day): Known<never> {
    return unknown(`the loaded tariff of ${this.#content.country} does not hold on ${day}`, this.#from);
  }

  /** Digits below a line are checked where the tariff has any below it; where it has none they are somebody else's, and nothing is said of them. */
  #furtherDigitsHold(line: string, digits: string): boolean {
    const below = digits.slice(line.length, 10);
    if (below === '' || /^0+$/.test(below) || !this.#linesWithStatistical.has(line)) return true;
    return below.length < 2 || this.#statistical.has(digits.slice(0, 10));
  }

  #shorter(digits: string): Known<TariffLine> {
    const shortest = this.#lineLengths.at(-1) ?? 0;
    return digits.length < shortest
      ? unknown(`only ${digits.length} digits of the code are declared`, this.#from)
      : absent(this.#from);
  }

  #lineOf(digits: string): TariffRow | undefined {
    for (const length of this.#lineLengths) {
      const row = digits.length < length ? undefined : this.#lines.get(digits.slice(0, length));
      if (row !== undefined) return row;
    }
    return undefined;
  }

  #toLine(row: TariffRow, digits: string, day: Day): TariffLine {
    const [line, rate, , description] = row;
    const statistical = this.#statistical.get(digits.slice(0, 10));
    const additional = (this.#additional.get(line) ?? []).filter(
      ({ validFrom, validTo }) => (validFrom ?? day) <= day && day <= (validTo ?? day),
    );
    return {
      country: this.#content.country,
      code: statistical === undefined ? line : digits.slice(0, 10),
      ...(description === undefined ? {} : { description }),
      duty: this.#rate(rate),
      supplementaryUnits: unitList(statistical ?? this.#units.get(line) ?? ''),
      ...(additional.length === 0 ? {} : { additionalDuties: additional.map((row) => this.#toAdditional(row)) }),
    };
  }

  #toAdditional({ id, origins, rate }: AdditionalDutyRow): AdditionalDuty {
    return { id, origins, duty: this.#rate(rate) };
  }

  #rate(notation: string): DutyRate {
    const read = this.#rates.get(notation) ?? readRate(notation) ?? { kind: 'other', text: notation };
    this.#rates.set(notation, read);
    return read;
  }
}

/** Numbers of digits that codes of the tariff have. Where no codes below its lines are loaded, two more digits may be those of its statistics. */
function codeLengthsOf({ statistical }: TariffContent, lineLengths: readonly number[]): ReadonlySet<number> {
  const below =
    statistical.length === 0 ? lineLengths.map((length) => length + 2) : statistical.map(([code]) => code.length);
  return new Set([...lineLengths, ...below]);
}

function unitList(units: string): readonly string[] {
  return units === '' ? [] : units.split(' ');
}

function byCode(rows: readonly AdditionalDutyRow[]): ReadonlyMap<string, readonly AdditionalDutyRow[]> {
  const map = new Map<string, AdditionalDutyRow[]>();
  for (const row of rows) {
    for (const code of row.codes.split(' ')) map.set(code, [...(map.get(code) ?? []), row]);
  }
  return map;
}

/** Duty on goods of an origin in percent of their value, with what comes on top of it; undefined where it is not only that. */
function percentOf(line: TariffLine, origin: string | undefined): Big | undefined {
  let sum = new Big(0);
  for (const rate of ratesFor(line, origin)) {
    if (rate.kind === 'adValorem') sum = sum.plus(rate.percent);
    else if (rate.kind !== 'free') return undefined;
  }
  return sum;
}
