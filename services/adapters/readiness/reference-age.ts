import type { ReferenceSettings } from '../../../config/settings.ts';

type Limits = ReferenceSettings['oldAfter'];

/** Which setting holds for which kind of reference set. */
const LIMIT_OF: Readonly<Record<string, keyof Limits>> = {
  tariff: 'tariff',
  'export-codes': 'tariff',
  nomenclature: 'nomenclature',
  'exchange-rates': 'exchangeRates',
  'usual-ratios': 'usualRatios',
  licences: 'licences',
};

/** Age in milliseconds from which a set is old; undefined for those that do not age. @param set its name, "tariff/US" */
export function oldAfter(set: string, limits: Limits): number | undefined {
  const limit = LIMIT_OF[set.split('/')[0]!];
  return limit === undefined ? undefined : limits[limit];
}
