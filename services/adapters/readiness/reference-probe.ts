import type { ReferenceSettings } from '../../../config/settings.ts';
import type { ReferenceData } from '../../scoring/ports/reference-data.ts';
import type { Probe } from './probes.ts';
import { degraded, failing, OK } from './readiness.ts';
import { oldAfter } from './reference-age.ts';

export interface ReferenceProbe {
  /** What is in use, or undefined while nothing is loaded. */
  readonly reference: () => Pick<ReferenceData, 'sourceDays'> | undefined;
  /** Names of the sets that scoring cannot do without. */
  readonly required: readonly string[];
  readonly limits: ReferenceSettings['oldAfter'];
  readonly now: () => number;
}

/** Whether the reference sets are loaded, and none says what was true too long ago. */
export function referenceProbe({ reference, required, limits, now }: ReferenceProbe): Probe {
  const isOld = ([set, day]: [string, string]): boolean =>
    now() - Date.parse(day) > (oldAfter(set, limits) ?? Infinity);
  return {
    check: 'reference',
    look: () => {
      const days = reference()?.sourceDays ?? {};
      const missing = required.filter((set) => !(set in days));
      if (missing.length > 0) return Promise.resolve(failing(`not loaded: ${missing.join(', ')}`));
      const old = Object.entries(days)
        .filter(isOld)
        .map(([set, day]) => `${set} of ${day}`);
      return Promise.resolve(old.length > 0 ? degraded(`old: ${old.join(', ')}`) : OK);
    },
  };
}
