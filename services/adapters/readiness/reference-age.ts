import type { ReferenceSettings } from '../../../config/settings.ts';
import { kindNamed } from '../../reference/kinds/kinds.ts';

type Limits = ReferenceSettings['oldAfter'];

/** The register of licences is no snapshot, and ages all the same. */
const LICENCES = 'licences';

/** Age in milliseconds from which a set is old; undefined for those that do not age. @param set its name, "tariff/US" */
export function oldAfter(set: string, limits: Limits): number | undefined {
  if (set === LICENCES) return limits.licences;
  const limit = kindNamed(set.split('/')[0])?.oldAfter;
  return limit === undefined ? undefined : limits[limit];
}
