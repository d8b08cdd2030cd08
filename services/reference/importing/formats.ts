import type { Format } from './format.ts';
import { countryCodes } from './formats/country-codes.ts';
import { ecbRates } from './formats/ecb-rates.ts';
import { highPriorityCodes } from './formats/high-priority-codes.ts';
import { hmrcRates } from './formats/hmrc-rates.ts';
import { hsCorrelation } from './formats/hs-correlation.ts';
import { hsNomenclature } from './formats/hs-nomenclature.ts';
import { ownSnapshot } from './formats/own-snapshot.ts';
import { seaPorts } from './formats/sea-ports.ts';
import { usHts } from './formats/us-hts.ts';
import { usMfnRates } from './formats/us-mfn-rates.ts';
import { usScheduleB } from './formats/us-schedule-b.ts';
import { usSection301 } from './formats/us-section-301.ts';

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
