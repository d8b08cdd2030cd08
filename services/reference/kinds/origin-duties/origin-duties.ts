import type { CommodityCode } from '../../../risk/declaration/commodity-code.ts';
import { knownCountry } from '../../../risk/declaration/country-code.ts';
import type { Day } from '../../../risk/declaration/day.ts';
import type { OriginDuty } from '../../../risk/facts/facts.ts';
import type { Known } from '../../../risk/facts/known.ts';
import { geography } from '../geography/geography.ts';
import { type Kind, notLoaded } from '../kind.ts';
import { type OriginDutiesContent, originDutyProblem } from './content.ts';
import { OriginDutyLookUp } from './origin-duty-look-up.ts';

export interface OriginDutiesLookUps {
  /** Duties by origin of the authority that the code may be under, whatever the origin, and those of its chapter that are told by words. */
  readonly originDuties: (code: CommodityCode, day: Day) => Known<readonly OriginDuty[]>;
}

/** Anti-dumping and countervailing duties, safeguards and additional duties that depend on where goods come from. */
export const originDuties: Kind<'origin-duties', OriginDutiesContent, OriginDutiesLookUps> = {
  name: 'origin-duties',
  inWords: 'list of duties by origin',
  whenMissing: 'nothing',
  shape: { measures: 'list' },
  rowProblem: originDutyProblem,
  count: ({ measures }) => ({ measures: measures.length }),
  load: (held, { authority, lookUpsOf }) => {
    if (held === undefined) return { originDuties: () => notLoaded(originDuties) };
    const known = lookUpsOf(geography).country(knownCountry(authority.country));
    const levying = known.state === 'found' && known.value.customsUnion === 'EU' ? 'EU' : authority.country;
    const lookUp = new OriginDutyLookUp(held.content, levying, held.from);
    return { originDuties: (code, day) => lookUp.originDuties(code, day) };
  },
  questions: { originDuties: (code, day) => `${day}${code}` },
};
