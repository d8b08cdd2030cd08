import type { Format } from '../../../../services/reference/kinds/format.ts';
import { type Kind, notLoaded } from '../../../../services/reference/kinds/kind.ts';
import { firstProblem } from '../../../../services/reference/kinds/rows.ts';
import { absent, found, type Known } from '../../../../services/risk/facts/known.ts';
import { csvColumns, readCsv } from '../../../../services/source-files/read-csv.ts';

interface Depths {
  readonly depths: readonly (readonly [anchorage: string, metres: number])[];
}

interface DepthsOfFile extends Depths {
  readonly piece: 'depths';
}

interface DepthLookUps {
  readonly depth: (anchorage: string) => Known<number>;
}

const depthTable: Format<DepthsOfFile> = {
  id: 'depth-table',
  description: 'depths of anchorages, CSV (columns anchorage, metres)',
  source: 'a pilot',
  licence: 'own work',
  recognises: (file) => ['anchorage', 'metres'].every((column) => csvColumns(file).includes(column)),
  read(file) {
    const rows = readCsv(file).map(({ record }) => [record['anchorage']!, Number(record['metres'])] as const);
    return { piece: { piece: 'depths', depths: rows }, rows: rows.length };
  },
};

/** A kind of reference data that Tidewaiter does not have: how deep it is where ships lie at anchor. */
export const anchorages: Kind<'anchorages', Depths, DepthLookUps, DepthsOfFile> = {
  name: 'anchorages',
  inWords: 'chart of anchorages',
  whenMissing: 'nothing',
  shape: { depths: 'list' },
  rowProblem: ({ depths }) => firstProblem('depths', depths, ([, metres]) => (metres > 0 ? undefined : 'water')),
  count: ({ depths }) => ({ depths: depths.length }),
  importing: {
    formats: [depthTable],
    assemble: (pieces) => pieces.map((read) => ({ content: { depths: read.piece.depths }, from: [read] })),
  },
  load: (held) => {
    if (held === undefined) return { depth: () => notLoaded(anchorages) };
    const metres = new Map(held.content.depths);
    return {
      depth: (anchorage) => (metres.has(anchorage) ? found(metres.get(anchorage)!, held.from) : absent(held.from)),
    };
  },
  questions: { depth: (anchorage) => anchorage },
};
