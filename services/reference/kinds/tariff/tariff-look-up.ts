import Big from 'big.js';
import type { CommodityCode } from '../../../risk/declaration/commodity-code.ts';
import type { CountryCode } from '../../../risk/declaration/country-code.ts';
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
  /** By code, as everything that is searched. */
  readonly #lines: readonly TariffRow[];
  readonly #lineLengths: readonly number[];
  readonly #codeLengths: ReadonlySet<number>;
  readonly #statistical: TariffContent['statistical'];
  readonly #additional: ReadonlyMap<string, readonly AdditionalDutyRow[]>;
  readonly #rates = new Map<string, DutyRate>();

  constructor(held: Held<TariffContent>) {
    const { content, from } = held;
    this.#held = held;
    this.#content = content;
    this.#from = from;
    this.#headings = new Set(content.headings);
    this.#lines = byAscendingCode(content.lines);
    this.#statistical = byAscendingCode(content.statistical);
    this.#lineLengths = [...lengthsOf(content.lines)].sort((a, b) => b - a);
    this.#codeLengths = codeLengthsOf(content, this.#lineLengths);
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
  dutyRange(code: CommodityCode, day: Day, origin?: CountryCode): Known<DutyRange> {
    if (!this.#holdsOn(day)) return this.#notInForce(day);
    const digits = commodityDigits(code) ?? '';
    if (digits.length < 4) return absent(this.#from);
    const below = this.#lineOf(digits);
    const rows = below === undefined ? [...rowsBelow(this.#lines, digits)] : [below];
    if (rows.length === 0) return absent(this.#from);
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
    if (below === '' || /^0+$/.test(below) || !this.#hasStatistical(line)) return true;
    return below.length < 2 || rowOf(this.#statistical, digits.slice(0, 10)) !== undefined;
  }

  #hasStatistical(line: string): boolean {
    for (const [code] of rowsBelow(this.#statistical, line)) if (this.#lineOf(code)?.[0] === line) return true;
    return false;
  }

  #shorter(digits: string): Known<TariffLine> {
    const shortest = this.#lineLengths.at(-1) ?? 0;
    return digits.length < shortest
      ? unknown(`only ${digits.length} digits of the code are declared`, this.#from)
      : absent(this.#from);
  }

  #lineOf(digits: string): TariffRow | undefined {
    for (const length of this.#lineLengths) {
      const row = digits.length < length ? undefined : rowOf(this.#lines, digits.slice(0, length));
      if (row !== undefined) return row;
    }
    return undefined;
  }

  #toLine(row: TariffRow, digits: string, day: Day): TariffLine {
    const [line, rate, units, description] = row;
    const statistical = rowOf(this.#statistical, digits.slice(0, 10));
    const additional = (this.#additional.get(line) ?? []).filter(
      ({ validFrom, validTo }) => (validFrom ?? day) <= day && day <= (validTo ?? day),
    );
    return {
      country: this.#content.country,
      code: statistical === undefined ? line : digits.slice(0, 10),
      ...(description === undefined ? {} : { description }),
      duty: this.#rate(rate),
      supplementaryUnits: unitList(statistical?.[1] ?? units),
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
  const below = statistical.length === 0 ? lineLengths.map((length) => length + 2) : lengthsOf(statistical);
  return new Set([...lineLengths, ...below]);
}

function lengthsOf(rows: readonly CodeRow[]): ReadonlySet<number> {
  const lengths = new Set<number>();
  for (const [code] of rows) lengths.add(code.length);
  return lengths;
}

type CodeRow = readonly [code: string, ...rest: unknown[]];

/** Rows in the order of their codes, as they mostly are: a tariff of a hundred thousand lines is searched where it lies, nothing is built of it. */
function byAscendingCode<Row extends CodeRow>(rows: readonly Row[]): readonly Row[] {
  const ascending = rows.every(([code], index) => index === 0 || rows[index - 1]![0] <= code);
  return ascending ? rows : [...rows].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

/** How many rows come before the first with such a code or one after it. */
function placeOf(rows: readonly CodeRow[], code: string): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle]![0] < code) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The row of a code; of several the last. */
function rowOf<Row extends CodeRow>(rows: readonly Row[], code: string): Row | undefined {
  let row: Row | undefined;
  for (let at = placeOf(rows, code); rows[at]?.[0] === code; at += 1) row = rows[at];
  return row;
}

/** The rows whose codes begin so. */
function* rowsBelow<Row extends CodeRow>(rows: readonly Row[], beginning: string): Generator<Row> {
  for (let at = placeOf(rows, beginning); rows[at]?.[0].startsWith(beginning); at += 1) yield rows[at]!;
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
function percentOf(line: TariffLine, origin: CountryCode | undefined): Big | undefined {
  let sum = new Big(0);
  for (const rate of ratesFor(line, origin)) {
    if (rate.kind === 'adValorem') sum = sum.plus(rate.percent);
    else if (rate.kind !== 'free') return undefined;
  }
  return sum;
}
