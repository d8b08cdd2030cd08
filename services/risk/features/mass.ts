import Big from 'big.js';
import type { Measure } from '../declaration/declaration-event.ts';
import { convertQuantity } from '../tariff/unit-of-measure.ts';
import { type Missing, missing } from './feature.ts';

/** A declared mass in kilograms; masses are kilograms where no unit is stated. */
export function kilograms(mass: Measure | undefined, label: string): number | Missing {
  if (mass === undefined) return missing(`no ${label} is declared`);
  if (isKilograms(mass)) return Number(mass.value);
  const converted = exactKilograms(mass);
  return converted === undefined
    ? missing(`the ${label} is stated in "${mass.unitCode}", which is no unit of mass`)
    : converted.toNumber();
}

/** Sign of a − b, exact; missing where a unit is none of mass. */
export function compareMasses(a: Measure, b: Measure): number | Missing {
  const difference = Number(a.value) - Number(b.value);
  if (isKilograms(a) && isKilograms(b) && Math.abs(difference) > 1e-9 * Math.abs(Number(a.value)))
    return Math.sign(difference);
  const [x, y] = [exactKilograms(a), exactKilograms(b)];
  if (x === undefined) return missing(`a mass is stated in "${a.unitCode}", which is no unit of mass`);
  return y === undefined ? missing(`a mass is stated in "${b.unitCode}", which is no unit of mass`) : x.cmp(y);
}

const isKilograms = ({ unitCode }: Measure): boolean => unitCode === undefined || unitCode === 'KGM';

/** Kilograms, exact; undefined where the unit is none of mass. */
export function exactKilograms(mass: Measure): Big | undefined {
  return convertQuantity(new Big(mass.value), mass.unitCode ?? 'KGM', 'KGM');
}
