import { commodityCodeOf } from '../declaration/commodity-code.ts';
import type { GoodsItem } from '../declaration/declaration-event.ts';
import type { ReferralItem, ReferredGoods } from './referral.ts';

/** Which goods they are, in a few words. */
export function referredGoods(goods: GoodsItem): ReferredGoods {
  const [commodityCode, description] = [commodityCodeOf(goods), goods.commodity?.description];
  return {
    sequenceNumber: goods.sequenceNumber,
    ...(commodityCode === undefined ? {} : { commodityCode }),
    ...(description === undefined ? {} : { description }),
  };
}

/** Goods that were not judged here. */
export const withoutFindings = (goods: ReferredGoods): ReferralItem => ({
  ...goods,
  score: 0,
  findings: [],
  whatToLookFor: [],
  documentsToAskFor: [],
});
