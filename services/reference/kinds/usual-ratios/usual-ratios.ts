import type { CommodityCode } from '../../../risk/declaration/commodity-code.ts';
import type { Day } from '../../../risk/declaration/day.ts';
import type { UsualRatios } from '../../../risk/facts/facts.ts';
import type { Known } from '../../../risk/facts/known.ts';
import { exchangeRates } from '../exchange-rates/exchange-rates.ts';
import { type Kind, notLoaded } from '../kind.ts';
import { usualProblem, type UsualRatiosContent } from './content.ts';
import { UsualLookUp } from './usual-look-up.ts';

export interface UsualRatiosLookUps {
  /** Usual ratios, backing off HS8 → HS6 → HS4 → HS2; unit values in the authority's currency at the day's rate. */
  readonly usual: (code: CommodityCode, day: Day) => Known<UsualRatios>;
}

/** Unit values and masses that are usual for a code, as learned from declarations. */
export const usualRatios: Kind<'usual-ratios', UsualRatiosContent, UsualRatiosLookUps> = {
  name: 'usual-ratios',
  inWords: 'table of usual values',
  whenMissing: 'notReady',
  oldAfter: 'usualRatios',
  shape: { currency: 'text', minimumCount: 'number', rows: 'list' },
  rowProblem: usualProblem,
  count: ({ rows }) => ({ ratios: rows.length }),
  load: (held, { authority, lookUpsOf }) => {
    if (held === undefined) return { usual: () => notLoaded(usualRatios) };
    const { exchangeRate } = lookUpsOf(exchangeRates);
    const lookUp = new UsualLookUp(held.content, authority.currency, exchangeRate, held.from);
    return { usual: (code, day) => lookUp.usual(code, day) };
  },
  questions: { usual: (code, day) => `${day}${code}` },
};
