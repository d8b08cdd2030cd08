import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Spares } from '../../../models/classification/learn/evaluation/plausible-figures.ts';
import { projectRoot } from '../../adapters/config/project-root.ts';
import type { ControlsContent } from '../../reference/kinds/controls/content.ts';
import { ControlLookUp } from '../../reference/kinds/controls/control-look-up.ts';
import type { TariffContent } from '../../reference/kinds/tariff/content.ts';
import { TariffLookUp } from '../../reference/kinds/tariff/tariff-look-up.ts';
import { asCommodityCode } from '../../risk/declaration/commodity-code.ts';
import { knownDay } from '../../risk/declaration/day.ts';

/** What a wrong code spares by the shipped reference data: a lower duty of the US tariff, or a control of either direction that the right code has. */
export function sparedByCodes(): Spares {
  const tariff = shipped<TariffContent>('tariff-us.json');
  const controls = shipped<ControlsContent>('controls.json');
  const day = knownDay(tariff.validFrom);
  const duties = new TariffLookUp({ content: tariff.content, from: 'tariff' });
  const measures = new ControlLookUp(controls.content, 'controls');
  const dutyOn = (digits: string): number | undefined => {
    const code = asCommodityCode(digits);
    const range = code === undefined ? undefined : duties.dutyRange(code, day);
    return range?.state === 'found' ? Number(range.value.lowest) : undefined;
  };
  const controlsOn = (digits: string): readonly string[] => {
    const code = asCommodityCode(digits);
    if (code === undefined) return [];
    return (['import', 'export'] as const).flatMap((direction) => {
      const found = measures.controls(code, { direction, day });
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

interface Shipped<Content> {
  /** ISO 8601; the tariff has one. */
  readonly validFrom: string;
  readonly content: Content;
}

const shipped = <Content>(name: string): Shipped<Content> =>
  JSON.parse(readFileSync(join(projectRoot(), 'config', 'reference', name), 'utf8')) as Shipped<Content>;
