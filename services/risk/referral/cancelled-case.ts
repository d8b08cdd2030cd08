import { directionOf } from '../declaration/direction.ts';
import type { Facts } from '../facts/facts.ts';
import { placesOf } from './places.ts';
import type { CaseOfGoods, Referral } from './referral.ts';
import { referredGoods, withoutFindings } from './referred-goods.ts';

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
  return { direction: directionOf(event) ?? 'unrecognised', ...placesOf(event), items };
}
