import type { Settings } from '../../../../../config/settings.ts';
import { oldAfter } from '../../../../adapters/readiness/reference-age.ts';
import { KINDS } from '../../../../reference/kinds/kinds.ts';
import { MS_PER_DAY } from '../../../../risk/declaration/instant.ts';
import type { ReferenceData } from '../../../../risk/look-up/reference-data.ts';
import { REQUIRED_SETS } from '../../../../runtime/compose/reference.ts';
import { type Check, fine, warning } from './check.ts';

/** Whether the reference data that judgement needs are loaded, the authority's own tariff too, and how old they are. */
export function referenceCheck(settings: Settings, load: () => Promise<ReferenceData>, now: () => number): Check {
  return {
    name: 'reference data',
    examine: async () => {
      const { sourceDays } = await load();
      const missing = wantedSets(settings.authority.country).filter((name) => !(name in sourceDays));
      const old = Object.entries(sourceDays).filter(
        ([name, day]) =>
          now() - Date.parse(day) > (oldAfter(name, settings.reference.oldAfter) ?? Infinity) + MS_PER_DAY,
      );
      const says = Object.entries(sourceDays)
        .map(([name, day]) => `${name} ${day}`)
        .join(', ');
      if (missing.length === 0 && old.length === 0) return fine(says);
      const complaints = [
        ...missing.map((name) => `${name} is not loaded`),
        ...old.map(([name, day]) => `${name} is of ${day}`),
      ];
      return warning(
        complaints.join('; '),
        'Run `tidewaiter reference import FILE…` with current files; what is missing is judged as unknown.',
      );
    },
  };
}

/** What judgement needs, and then what it is poorer without. */
function wantedSets(country: string): readonly string[] {
  const others = KINDS.filter(({ whenMissing }) => whenMissing === 'warning');
  return [...REQUIRED_SETS, ...others.map(({ name, isByCountry }) => (isByCountry ? `${name}/${country}` : name))];
}
