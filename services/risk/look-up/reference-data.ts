import type { CommodityCode } from '../declaration/commodity-code.ts';
import type { CountryCode } from '../declaration/country-code.ts';
import type { Day } from '../declaration/day.ts';
import type { Direction } from '../declaration/direction.ts';
import type { EmbargoMatch, EmbargoQuery } from '../embargo/embargo.ts';
import type {
  ControlMeasure,
  Country,
  DocumentKind,
  DutyRange,
  ExchangeRate,
  HighPriority,
  OriginDuty,
  Subheading,
  TariffLine,
  UsualRatios,
} from '../facts/facts.ts';
import type { Known } from '../facts/known.ts';
import type { BusinessLine } from '../facts/party-fact.ts';
import type { ControlQuery } from '../tariff/control-query.ts';

/**
 * Reference data of one authority, held in memory: immutable, synchronous, without side effects. A kind of which nothing is
 * loaded answers `unknown`, never `absent`.
 */
export interface ReferenceData {
  /** First six digits against the HS edition in force on the day; chapters 98 and 99 are national and so `unknown`. */
  subheading(code: CommodityCode, day: Day): Known<Subheading>;
  /** Codes that a code of the edition before became (or of the one after came from); `absent` where it did not move. */
  moved(code: CommodityCode, day: Day): Known<readonly string[]>;
  /** The whole code against the authority's own tariff; `unknown` where none is loaded, or the heading is not covered. */
  tariffLine(code: CommodityCode, day: Day, direction?: Direction): Known<TariffLine>;
  /** Duty under a code of 4 to 10 digits for goods of an origin; `unknown` where a rate under it is no percentage of the value. */
  dutyRange(code: CommodityCode, day: Day, origin?: CountryCode): Known<DutyRange>;
  /** Controls on the code; an empty list where the controls were read and none applies. */
  controls(code: CommodityCode, query: ControlQuery): Known<readonly ControlMeasure[]>;
  /** Duties by origin of the authority that the code may be under, whatever the origin, and those of its chapter that are told by words. */
  originDuties(code: CommodityCode, day: Day): Known<readonly OriginDuty[]>;
  highPriority(code: CommodityCode): Known<HighPriority>;
  /** What embargoes say of an item on its way; an empty list where the laws were read and none meets it. */
  embargoes(query: EmbargoQuery): Known<readonly EmbargoMatch[]>;
  /** Usual ratios, backing off HS8 → HS6 → HS4 → HS2; unit values in the authority's currency at the day's rate. */
  usual(code: CommodityCode, day: Day): Known<UsualRatios>;
  /** To the authority's currency; the last published rate that is not older than the table allows. */
  exchangeRate(currency: string, day: Day): Known<ExchangeRate>;
  /** By category and type: "X002". */
  documentKind(code: string): Known<DocumentKind>;
  country(code: CountryCode): Known<Country>;
  /** What a party does for a living, by its name and its address as stated; an empty list where they tell nothing. */
  businessLines(name: string, address: string): Known<readonly BusinessLine[]>;
  /** Version (content hash) of every loaded snapshot, by its name: `{ "tariff/US": "3f2a…" }`. */
  readonly versions: Readonly<Record<string, string>>;
  /** Day of what each snapshot says (its source's own date), by name: for the age metric. */
  readonly sourceDays: Readonly<Record<string, Day>>;
}
