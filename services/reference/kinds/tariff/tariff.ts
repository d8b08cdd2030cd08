import type { CommodityCode } from '../../../risk/declaration/commodity-code.ts';
import type { CountryCode } from '../../../risk/declaration/country-code.ts';
import type { Day } from '../../../risk/declaration/day.ts';
import type { DutyRange, TariffLine } from '../../../risk/facts/facts.ts';
import { type Known, type Unknown, unknown } from '../../../risk/facts/known.ts';
import type { Asked, Held, Kind } from '../kind.ts';
import { assembleTariffs } from './assemble-tariff.ts';
import { countTariff, TARIFF_SHAPE, type TariffContent, tariffProblem } from './content.ts';
import { exportCodes } from './export-codes.ts';
import { TariffLookUp } from './tariff-look-up.ts';
import { type TariffOfFile, usHts } from './us-hts.ts';
import { usMfnRates } from './us-mfn-rates.ts';
import { type AdditionalDutiesOfFile, usSection301 } from './us-section-301.ts';

export interface TariffLookUps {
  /** The whole code against the authority's own tariff; `unknown` where none is loaded, or the heading is not covered. */
  readonly tariffLine: (code: CommodityCode, day: Day, direction?: 'import' | 'export') => Known<TariffLine>;
  /** Duty under a code of 4 to 10 digits for goods of an origin; `unknown` where a rate under it is no percentage of the value. */
  readonly dutyRange: (code: CommodityCode, day: Day, origin?: CountryCode) => Known<DutyRange>;
}

/** The tariff of a country: its lines with rates and units, the statistical codes below them, and duties that come on top. */
export const tariff: Kind<'tariff', TariffContent, TariffLookUps, TariffOfFile | AdditionalDutiesOfFile> = {
  name: 'tariff',
  inWords: 'tariff',
  isByCountry: true,
  isDated: true,
  whenMissing: 'warning',
  oldAfter: 'tariff',
  shape: TARIFF_SHAPE,
  rowProblem: tariffProblem,
  count: countTariff,
  importing: { formats: [usHts, usMfnRates, usSection301], assemble: assembleTariffs },
  load: lookUps,
  questions: {
    tariffLine: (code, day, direction) => `${day}${direction ?? ''}|${code}`,
    dutyRange: (code, day, origin) => `${day}${origin ?? ''}|${code}`,
  },
};

/** Exports are looked up in the export codes first, where the country has such; most take the tariff's codes as well. */
function lookUps(held: Held<TariffContent> | undefined, { authority: { country }, lookUpsOf }: Asked): TariffLookUps {
  const lines = held === undefined ? undefined : new TariffLookUp(held);
  const { exportLine } = lookUpsOf(exportCodes);
  return {
    tariffLine: (code, day, direction) => {
      const exported = direction === 'export' ? exportLine(code, day) : undefined;
      if (exported?.state === 'found') return exported;
      return lines?.line(code, day) ?? exported ?? noTariff(country);
    },
    dutyRange: (code, day, origin) => lines?.dutyRange(code, day, origin) ?? noTariff(country),
  };
}

function noTariff(country: string): Unknown {
  return unknown(`no tariff of ${country} is loaded`, `tariff/${country}`);
}
