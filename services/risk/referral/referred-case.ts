import type { Assessment } from '../assess/assessment.ts';
import { directionOf } from '../declaration/direction.ts';
import type { Facts } from '../facts/facts.ts';
import { referralIdOf } from './ids.ts';
import { needsReferral } from './needs-referral.ts';
import { placesOf } from './places.ts';
import type { ReferredCase } from './referral.ts';
import { referredGoods } from './referred-goods.ts';

/**
 * What of a referral has to be known again when its goods are cancelled: a cancellation names the declaration and no more.
 * Undefined where the declaration was not referred.
 */
export function referredCase({ event }: Facts, assessment: Assessment): ReferredCase | undefined {
  if (assessment.kind !== 'risk' || !needsReferral(assessment)) return undefined;
  return {
    referralId: referralIdOf(assessment.assessmentId),
    ...(event.functionalReferenceId === undefined ? {} : { functionalReferenceId: event.functionalReferenceId }),
    direction: directionOf(event) ?? 'unrecognised',
    ...placesOf(event),
    items: event.goodsItems.map(referredGoods),
  };
}
