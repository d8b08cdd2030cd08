import Big from 'big.js';
import { decimalOf, type DecimalText } from '../declaration/decimal-text.ts';
import { originOf } from '../declaration/origin.ts';
import type { DutyRate } from '../facts/facts.ts';
import type { ItemContext } from '../features/definition/context.ts';
import { exactKilograms } from '../features/item/mass.ts';
import { exactItemValue } from '../features/item/value.ts';
import type { ItemAssessment } from '../messages/assessment.ts';
import { duty, type DutyBase, ratesFor } from '../tariff/duty.ts';

/** What the goods more likely are, where a model says so, and the duty that is at stake on an import: what the declared code spares, else the whole. */
export function likelyCodeAndDutyAtRisk(
  context: ItemContext,
): Pick<ItemAssessment, 'likelyCommodityCode' | 'dutyAtStake'> {
  const likely = context.item.likely?.code;
  const atRisk = context.direction === 'import' ? (dutyDifferential(context) ?? dutyAsDeclared(context)) : undefined;
  return {
    ...(likely === undefined ? {} : { likelyCommodityCode: likely }),
    ...(atRisk === undefined ? {} : { dutyAtStake: { value: atRisk, currencyId: context.facts.authority.currency } }),
  };
}

/** Lowest duty under the likelier code less the highest under the declared one; undefined where that is nothing or not known. */
function dutyDifferential(context: ItemContext): DecimalText | undefined {
  const { duty: likely, declaredDuty } = context.item.likely ?? {};
  const value = exactItemValue(context);
  if (value === undefined || likely?.state !== 'found' || declaredDuty?.state !== 'found') return undefined;
  const percent = new Big(likely.value.lowest).minus(declaredDuty.value.highest);
  return percent.gt(0) ? decimalOf(new Big(value).times(percent).div(100).round(2, Big.roundHalfUp)) : undefined;
}

/** Duty on the item as declared, in the authority's currency; undefined where a rate, value or quantity is not known. */
function dutyAsDeclared(context: ItemContext): DecimalText | undefined {
  if (context.item.tariffLine.state !== 'found') return undefined;
  return totalOf(ratesFor(context.item.tariffLine.value, originOf(context.goods)), dutyBase(context));
}

function dutyBase(context: ItemContext): DutyBase {
  const value = exactItemValue(context);
  const mass = context.goods.commodity?.netNetWeightMeasure;
  const netMass = mass && exactKilograms(mass)?.toFixed();
  const quantity = context.goods.commodity?.tariffQuantity;
  const rates = Object.entries(context.item.exchangeRates).flatMap(([currency, rate]) =>
    rate.state === 'found' ? [[currency, rate.value.rate] as const] : [],
  );
  return {
    ...(value === undefined ? {} : { value }),
    ...(netMass === undefined ? {} : { netMass }),
    ...(quantity === undefined ? {} : { quantity }),
    exchange: { ...Object.fromEntries(rates), [context.facts.authority.currency]: '1' },
  };
}

function totalOf(rates: readonly DutyRate[], base: DutyBase): DecimalText | undefined {
  const parts = rates.map((rate) => duty(rate, base));
  const known = parts.flatMap((part) => (part.state === 'known' ? [part.value] : []));
  return known.length < parts.length ? undefined : decimalOf(known.reduce((sum, part) => sum.plus(part), new Big(0)));
}
