import type { Spares } from '../../../models/classification/learn/evaluation/plausible-figures.ts';
import { loadShippedReference } from '../../adapters/reference-files/shipped-reference.ts';
import { asCommodityCode } from '../../risk/declaration/commodity-code.ts';
import { knownDay } from '../../risk/declaration/day.ts';

/** A day on which the shipped tariff and controls are in force: what spares duty is a question of the codes, not of the day. */
const DAY = knownDay('2026-01-15');

/** What a wrong code spares by the shipped reference data: a lower duty of the US tariff, or a control of either direction that the right code has. */
export function sparedByCodes(): Spares {
  const reference = loadShippedReference({ country: 'US', currency: 'USD' });
  const dutyOn = (digits: string): number | undefined => {
    const code = asCommodityCode(digits);
    const range = code === undefined ? undefined : reference.dutyRange(code, DAY);
    return range?.state === 'found' ? Number(range.value.lowest) : undefined;
  };
  const controlsOn = (digits: string): readonly string[] => {
    const code = asCommodityCode(digits);
    if (code === undefined) return [];
    return (['import', 'export'] as const).flatMap((direction) => {
      const found = reference.controls(code, { direction, day: DAY });
      return found.state === 'found' ? found.value.map(({ id }) => `${direction} ${id}`) : [];
    });
  };
  return (right, wrong) => {
    const [dutyOnRight, dutyOnWrong] = [dutyOn(right), dutyOn(wrong)];
    if (dutyOnRight !== undefined && dutyOnWrong !== undefined && dutyOnRight > dutyOnWrong) return true;
    const kept = new Set(controlsOn(wrong));
    return controlsOn(right).some((control) => !kept.has(control));
  };
}
