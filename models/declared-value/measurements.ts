import type { ItemContext } from '../../services/risk/features/context.ts';
import { isMissing, type Missing } from '../../services/risk/features/feature.ts';
import { massFeatures } from '../../services/risk/features/item/mass.ts';
import { valueFeatures } from '../../services/risk/features/item/value.ts';
import { usualMassPerUnit, usualRange, usualUnitValue } from '../../services/risk/features/usual.ts';
import type { UsualRatio } from '../../services/risk/facts/facts.ts';

/** One number of an item against what is usual for its code, or why it cannot be compared. */
export type Measurement =
  | { readonly field: string; readonly seen: string; readonly usual: string; readonly deviation: number }
  | { readonly field: string; readonly why: string };

/** Value per kilogram and mass per unit, as far as the item states what they need. */
export function measurements(context: ItemContext): readonly Measurement[] {
  return [
    measurement('value per kilogram', context, valueOf('item.unitValue', context), valueOf('item.unitValueDeviation', context), usualUnitValue(context)),
    measurement('mass per unit', context, valueOf('item.massPerUnit', context), valueOf('item.massPerUnitDeviation', context), usualMassPerUnit(context)),
  ];
}

type Read = number | Missing;

function valueOf(name: string, context: ItemContext): Read {
  const feature = [...valueFeatures, ...massFeatures].find((one) => one.name === name);
  if (feature === undefined) throw new RangeError(`no feature ${name}`);
  const value = feature.of(context);
  return typeof value === 'number' || (typeof value === 'object' && isMissing(value)) ? value : { missing: `${name} is no number` };
}

function measurement(field: string, _context: ItemContext, seen: Read, deviation: Read, usual: UsualRatio | Missing): Measurement {
  if (typeof seen !== 'number') return { field, why: seen.missing };
  if (typeof deviation !== 'number') return { field, why: deviation.missing };
  return isMissing(usual as Missing) ? { field, why: (usual as Missing).missing } : { field, seen: String(seen), usual: usualRange(usual as UsualRatio), deviation };
}
