import type { CommodityCode } from '../../../risk/declaration/commodity-code.ts';
import type { Day } from '../../../risk/declaration/day.ts';
import type { TariffLine } from '../../../risk/facts/facts.ts';
import type { Known } from '../../../risk/facts/known.ts';
import type { Kind } from '../kind.ts';
import { countTariff, TARIFF_SHAPE, type TariffContent, tariffContent, tariffProblem } from './content.ts';
import { TariffLookUp } from './tariff-look-up.ts';
import { type ExportCodesOfFile, usScheduleB } from './us-schedule-b.ts';

export interface ExportCodesLookUps {
  /** The line of goods that are exported; `undefined` where the authority's country has no export codes of its own loaded. */
  readonly exportLine: (code: CommodityCode, day: Day) => Known<TariffLine> | undefined;
}

/** Codes under which goods are exported, where they differ from the import tariff (US Schedule B): lines of one level, free of duty. */
export const exportCodes: Kind<'export-codes', TariffContent, ExportCodesLookUps, ExportCodesOfFile> = {
  name: 'export-codes',
  inWords: 'list of export codes',
  isByCountry: true,
  isDated: true,
  whenMissing: 'nothing',
  oldAfter: 'tariff',
  shape: TARIFF_SHAPE,
  rowProblem: tariffProblem,
  count: countTariff,
  importing: {
    formats: [usScheduleB],
    assemble: (pieces) =>
      pieces.map((read) => ({
        of: read.piece.country,
        content: tariffContent(read.piece.country, read.piece.lines, [], []),
        from: [read],
      })),
  },
  load: (held) => {
    if (held === undefined) return { exportLine: () => undefined };
    const lookUp = new TariffLookUp(held);
    return { exportLine: (code, day) => lookUp.line(code, day) };
  },
};
