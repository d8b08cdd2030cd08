import type { Unchecked } from '../declaration/checked.ts';
import { commodityCodeOf } from '../declaration/commodity-code.ts';
import type { GoodsItem } from '../declaration/declaration-event.ts';
import { directionOf } from '../declaration/direction.ts';
import { stated } from '../declaration/stated.ts';
import type { Facts } from '../facts/facts.ts';
import type { Finding } from '../findings/finding.ts';
import { referralIdOf } from '../identity/derived-ids.ts';
import { asksForAPerson } from '../lanes/lane.ts';
import type { Assessment } from '../messages/assessment.ts';
import type { CaseOfGoods, Referral, ReferralItem, ReferredCase, ReferredGoods } from '../messages/referral.ts';
import { logisticsOf } from './consignment-details.ts';

/** Whether a person must be asked: lane red, query or yellow; or goods that were cancelled while (or perhaps while) they were referred. */
export function needsReferral({ kind, lane, findings }: Assessment): boolean {
  switch (kind) {
    case 'risk':
      return lane !== undefined && asksForAPerson(lane);
    case 'lifecycle':
      return findings.some(leavesACaseOpen);
  }
}

const leavesACaseOpen = ({ result, weight }: Finding): boolean => result === 'hit' || weight === 'required';

/**
 * What of a referral has to be known again when its goods are cancelled: a cancellation names the declaration and no more.
 * Undefined where the declaration was not referred.
 */
export function referredCase({ event }: Facts, assessment: Assessment): ReferredCase | undefined {
  if (assessment.kind !== 'risk' || !needsReferral(assessment)) return undefined;
  return {
    referralId: referralIdOf(assessment.assessmentId),
    ...stated({ functionalReferenceId: event.functionalReferenceId }),
    direction: directionOf(event) ?? 'unrecognised',
    ...logisticsOf(event),
    items: event.goodsItems.map(referredGoods),
  };
}

/** The case that a cancellation is about: as it was referred, and where that is not known, as far as the cancellation itself says. */
export function cancelledCase({
  event,
  prior,
}: Facts): CaseOfGoods & Pick<Referral, 'earlierReferralId' | 'functionalReferenceId'> {
  const referred = prior.state === 'found' ? prior.value.referred : undefined;
  if (referred !== undefined) {
    const { referralId, items, ...rest } = referred;
    return { earlierReferralId: referralId, ...rest, items: items.map(withoutFindings) };
  }
  const items = event.goodsItems.map(referredGoods).map(withoutFindings);
  return { direction: directionOf(event) ?? 'unrecognised', ...logisticsOf(event), items };
}

/** Which goods they are, in a few words. */
export function referredGoods(goods: Unchecked<GoodsItem>): ReferredGoods {
  const [commodityCode, description] = [commodityCodeOf(goods), goods.commodity?.description];
  return {
    sequenceNumber: goods.sequenceNumber,
    ...stated({ commodityCode, description }),
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
