import type { CommodityCode } from '../../../risk/declaration/commodity-code.ts';
import type { Day } from '../../../risk/declaration/day.ts';
import type { Subheading } from '../../../risk/facts/facts.ts';
import type { Known } from '../../../risk/facts/known.ts';
import { type Kind, notLoaded } from '../kind.ts';
import { assembleNomenclature } from './assemble-nomenclature.ts';
import { countNomenclature, editionProblem, type NomenclatureContent } from './content.ts';
import { type Correlation, hsCorrelation } from './hs-correlation.ts';
import { hsNomenclature, type NomenclatureOfFile } from './hs-nomenclature.ts';
import { NomenclatureLookUp } from './nomenclature-look-up.ts';

export interface NomenclatureLookUps {
  /** First six digits against the HS edition in force on the day; chapters 98 and 99 are national and so `unknown`. */
  readonly subheading: (code: CommodityCode, day: Day) => Known<Subheading>;
  /** Codes that a code of the edition before became (or of the one after came from); `absent` where it did not move. */
  readonly moved: (code: CommodityCode, day: Day) => Known<readonly string[]>;
}

/** The Harmonized System, in the editions of which goods may still be judged. */
export const nomenclature: Kind<
  'nomenclature',
  NomenclatureContent,
  NomenclatureLookUps,
  NomenclatureOfFile | Correlation
> = {
  name: 'nomenclature',
  inWords: 'nomenclature',
  whenMissing: 'notReady',
  oldAfter: 'nomenclature',
  shape: { editions: 'list', moves: 'record', chapterTitles: 'record', headingTitles: 'record' },
  rowProblem: editionProblem,
  count: countNomenclature,
  importing: { formats: [hsNomenclature, hsCorrelation], assemble: assembleNomenclature },
  load: (held) => {
    if (held === undefined) return { subheading: () => notLoaded(nomenclature), moved: () => notLoaded(nomenclature) };
    const lookUp = new NomenclatureLookUp(held.content, held.from);
    return { subheading: (code, day) => lookUp.subheading(code, day), moved: (code, day) => lookUp.moved(code, day) };
  },
  questions: { subheading: (code, day) => `${day}${code}` },
};
