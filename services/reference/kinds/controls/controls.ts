import type { CommodityCode } from '../../../risk/declaration/commodity-code.ts';
import type { ControlMeasure } from '../../../risk/facts/facts.ts';
import type { Known } from '../../../risk/facts/known.ts';
import type { ControlQuery } from '../../../risk/tariff/control-query.ts';
import { type Kind, notLoaded } from '../kind.ts';
import { controlProblem, type ControlsContent } from './content.ts';
import { ControlLookUp } from './control-look-up.ts';

export interface ControlsLookUps {
  /** Controls on the code; an empty list where the controls were read and none applies. */
  readonly controls: (code: CommodityCode, query: ControlQuery) => Known<readonly ControlMeasure[]>;
}

/** Prohibitions and restrictions by commodity code, as an authority brings them in itself. */
export const controls: Kind<'controls', ControlsContent, ControlsLookUps> = {
  name: 'controls',
  inWords: 'list of controls',
  whenMissing: 'notReady',
  shape: { measures: 'list' },
  rowProblem: controlProblem,
  count: ({ measures }) => ({ measures: measures.length }),
  load: (held) => {
    if (held === undefined) return { controls: () => notLoaded(controls) };
    const lookUp = new ControlLookUp(held.content, held.from);
    return { controls: (code, query) => lookUp.controls(code, query) };
  },
  questions: {
    controls: (code, { day, direction, destination, origin }) =>
      `${day}${direction}|${destination ?? ''}|${origin ?? ''}|${code}`,
  },
};
