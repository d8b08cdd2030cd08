import Big from 'big.js';
import type { InspectorItem } from '../audience/view.ts';
import { decimalOf } from '../declaration/decimal-text.ts';
import type { Amount, GoodsItem } from '../declaration/declaration-event.ts';
import { originOf } from '../declaration/origin.ts';
import { stated } from '../declaration/stated.ts';
import type { ReferralItem } from '../messages/referral.ts';
import type { Policy } from '../policy/policy.ts';
import { documentsToAskFor, whatToLookFor } from './instructions.ts';

/** A goods item as the inspector needs it at the goods: what is declared, what is wrong, what to do. */
export function referralItem(item: InspectorItem, goods: GoodsItem | undefined, policy: Policy): ReferralItem {
  return {
    sequenceNumber: item.sequenceNumber,
    ...stated({ commodityCode: item.commodityCode }),
    ...(goods === undefined ? {} : declared(goods)),
    score: item.score,
    findings: item.findings,
    whatToLookFor: whatToLookFor(item.findings, item.furtherReasons),
    documentsToAskFor: documentsToAskFor(item.findings, policy, goods?.additionalDocuments ?? []),
    ...stated({ likelyCommodityCode: item.likelyCommodityCode, dutyAtStake: item.dutyAtStake }),
  };
}

type Declared = Pick<
  ReferralItem,
  | 'description'
  | 'originCountryCode'
  | 'netMass'
  | 'grossMass'
  | 'supplementaryQuantity'
  | 'statisticalValue'
  | 'packages'
>;

function declared(goods: GoodsItem): Declared {
  const { commodity } = goods;
  const origin = originOf(goods);
  const counted = goods.packagings.flatMap(({ quantity }) => (quantity === undefined ? [] : [quantity]));
  return stated({
    description: commodity?.description,
    originCountryCode: origin,
    netMass: commodity?.netNetWeightMeasure,
    grossMass: commodity?.grossMassMeasure,
    supplementaryQuantity: commodity?.tariffQuantity,
    statisticalValue: goods.statisticalValueAmount,
    packages:
      counted.length === 0 ? undefined : decimalOf(counted.reduce((sum, quantity) => sum.plus(quantity), new Big(0))),
  });
}

/** Duty at stake over the items for which it is known. */
export function totalDuty(items: readonly ReferralItem[]): Amount | undefined {
  const duties = items.flatMap(({ dutyAtStake }) => dutyAtStake ?? []);
  const currencyId = duties[0]?.currencyId;
  if (duties.length === 0) return undefined;
  return {
    value: decimalOf(duties.reduce((sum, { value }) => sum.plus(value), new Big(0))),
    ...stated({ currencyId }),
  };
}
