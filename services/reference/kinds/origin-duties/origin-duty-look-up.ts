import type { CommodityCode } from '../../../risk/declaration/commodity-code.ts';
import type { Day } from '../../../risk/declaration/day.ts';
import type { OriginDuty } from '../../../risk/facts/facts.ts';
import { absent, found, type Known } from '../../../risk/facts/known.ts';
import { commodityDigits } from '../commodity-digits.ts';
import { isInForce } from '../validity.ts';
import type { OriginDutiesContent, OriginMeasure } from './content.ts';

interface Reaching {
  readonly measure: OriginMeasure;
  readonly duty: OriginDuty;
}
type ByPrefix = ReadonlyMap<string, readonly Reaching[]>;

/** Looks up the duties by origin that a code may be under, and those of its chapter that words could bring it under. */
export class OriginDutyLookUp {
  readonly #from: string;
  readonly #byCode: ByPrefix;
  readonly #byChapter: ByPrefix;
  readonly #lengths: readonly number[];

  /** @param authority country, or "EU" */
  constructor({ measures }: OriginDutiesContent, authority: string, from: string) {
    this.#from = from;
    const own = measures.filter((measure) => measure.authority === authority);
    this.#byCode = byPrefix(own, 'code', ({ codes }) => codes.split(' '));
    this.#byChapter = byPrefix(
      own.filter(({ elsewhere }) => elsewhere !== undefined),
      'chapter',
      ({ codes }) => [...new Set(codes.split(' ').map((code) => code.slice(0, 2)))],
    );
    this.#lengths = [...new Set([...this.#byCode.keys()].map((code) => code.length))];
  }

  originDuties(code: CommodityCode, day: Day): Known<readonly OriginDuty[]> {
    const digits = commodityDigits(code);
    if (digits === undefined) return absent(this.#from);
    const reached = this.#lengths.flatMap((length) =>
      length <= digits.length ? (this.#byCode.get(digits.slice(0, length)) ?? []) : [],
    );
    const byCode = new Set(reached.map(({ measure }) => measure));
    const near = (this.#byChapter.get(digits.slice(0, 2)) ?? []).filter(({ measure }) => !byCode.has(measure));
    return found(
      [...reached, ...near].filter(({ measure }) => isInForce(measure, day)).map(({ duty }) => duty),
      this.#from,
    );
  }
}

function byPrefix(
  measures: readonly OriginMeasure[],
  reach: OriginDuty['reach'],
  prefixesOf: (measure: OriginMeasure) => readonly string[],
): ByPrefix {
  const map = new Map<string, Reaching[]>();
  for (const measure of measures) {
    const reaching = { measure, duty: dutyOf(measure, reach) };
    for (const prefix of prefixesOf(measure)) {
      const known = map.get(prefix);
      if (known === undefined) map.set(prefix, [reaching]);
      else known.push(reaching);
    }
  }
  return map;
}

function dutyOf(measure: OriginMeasure, reach: OriginDuty['reach']): OriginDuty {
  const { id, kind, title, legalBasis, rate, origins } = measure;
  const words = (reach === 'code' ? measure.words : measure.elsewhere) ?? [];
  return {
    ...{ id, kind, title, legalBasis, reach, words },
    ...(rate === undefined ? {} : { rate }),
    origins: origins.split(' '),
  };
}
