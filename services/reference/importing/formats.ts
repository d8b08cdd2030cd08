import { ecbRates } from '../kinds/exchange-rates/ecb-rates.ts';
import { hmrcRates } from '../kinds/exchange-rates/hmrc-rates.ts';
import type { Format } from '../kinds/format.ts';
import { countryCodes } from '../kinds/geography/country-codes.ts';
import { seaPorts } from '../kinds/geography/sea-ports.ts';
import { highPriorityCodes } from '../kinds/high-priority/high-priority-codes.ts';
import { hsCorrelation } from '../kinds/nomenclature/hs-correlation.ts';
import { hsNomenclature } from '../kinds/nomenclature/hs-nomenclature.ts';
import { usHts } from '../kinds/tariff/us-hts.ts';
import { usMfnRates } from '../kinds/tariff/us-mfn-rates.ts';
import { usScheduleB } from '../kinds/tariff/us-schedule-b.ts';
import { usSection301 } from '../kinds/tariff/us-section-301.ts';
import { ownSnapshot } from './own-snapshot.ts';

/** Every file format that `reference import` reads. A new one is a file in formats/ and a name here. */
export const FORMATS: readonly Format[] = [
  usHts,
  usMfnRates,
  usSection301,
  usScheduleB,
  hsNomenclature,
  hsCorrelation,
  ecbRates,
  hmrcRates,
  highPriorityCodes,
  countryCodes,
  seaPorts,
  ownSnapshot,
];
