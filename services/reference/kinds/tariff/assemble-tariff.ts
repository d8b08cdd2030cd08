import { TidewaiterError } from '../../../risk/failure/tidewaiter-error.ts';
import type { AdditionalDutyRow, TariffContent, TariffRow } from '../../snapshot/contents.ts';
import { type Active, type Assembled, piecesOf, type ReadPiece } from '../assemble.ts';
import type { Provision, RawTariffLine } from '../format.ts';
import { writeRate } from './rate-notation.ts';

/** Tariffs by country: lines with rates, statistical codes, and duty on top where the lists and the provisions are both there. */
export function assembleTariffs(pieces: readonly ReadPiece[], active: Active): readonly Assembled<'tariff'>[] {
  const lists = piecesOf(pieces, 'additional-duties');
  const tariffs = piecesOf(pieces, 'tariff');
  const richest = [...new Set(tariffs.map(({ piece }) => piece.country))].map((country) =>
    mostDetailed(tariffs.filter(({ piece }) => piece.country === country)),
  );
  const orphan = lists.find(
    ({ piece }) =>
      !richest.some((tariff) => tariff.piece.country === piece.country && tariff.piece.provisions.length > 0),
  );
  if (orphan !== undefined) {
    throw new TidewaiterError(
      'TDW_REFERENCE_INCOMPLETE',
      `${orphan.file.name} lists lines by provision; the rates stand in the tariff schedule, which is not among the files.`,
      { place: { file: orphan.file.name } },
    );
  }
  return richest.map((tariff) => {
    const { country, lines, statistical, provisions } = tariff.piece;
    const mine = lists.filter(({ piece }) => piece.country === country);
    const additional =
      mine.length > 0
        ? mine.flatMap(({ piece }) => additionalDuties(piece.rows, provisions))
        : (active('tariff', country)?.additional ?? []);
    return {
      kind: 'tariff',
      of: country,
      content: tariffContent(country, lines, statistical, additional),
      from: [tariff, ...mine],
      ...(mine.length > 0 || additional.length === 0
        ? {}
        : { notes: ['additional duties are taken over from the version before'] }),
    };
  });
}

/** Export codes are lines of one level, free of duty. */
export function assembleExportCodes(pieces: readonly ReadPiece[]): readonly Assembled<'export-codes'>[] {
  return piecesOf(pieces, 'export-codes').map((read) => ({
    kind: 'export-codes',
    of: read.piece.country,
    content: tariffContent(read.piece.country, read.piece.lines, [], []),
    from: [read],
  }));
}

/** Content of a tariff in the snapshot's notation, every list by code. */
function tariffContent(
  country: string,
  lines: readonly RawTariffLine[],
  statistical: readonly (readonly [string, readonly string[]])[],
  additional: readonly AdditionalDutyRow[],
): TariffContent {
  return {
    country,
    headings: [...new Set(lines.map(({ code }) => code.slice(0, 4)))].sort(),
    lines: lines.map(toRow).sort(([a], [b]) => (a < b ? -1 : 1)),
    statistical: statistical
      .map(([code, units]) => [code, units.join(' ')] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
    additional,
  };
}

function toRow({ code, rate, units, description }: RawTariffLine): TariffRow {
  return description === undefined
    ? [code, writeRate(rate), units.join(' ')]
    : [code, writeRate(rate), units.join(' '), description];
}

function mostDetailed(
  tariffs: readonly ReturnType<typeof piecesOf<'tariff'>>[number][],
): ReturnType<typeof piecesOf<'tariff'>>[number] {
  return tariffs.reduce((best, other) =>
    other.piece.statistical.length > best.piece.statistical.length ? other : best,
  );
}

/** Rows of the lists by provision; those of a provision that adds nothing any more (suspended) are dropped. */
function additionalDuties(
  rows: readonly { readonly code: string; readonly provision: string }[],
  provisions: readonly Provision[],
): readonly AdditionalDutyRow[] {
  return provisions.flatMap(({ id, percent, origins, validFrom, validTo }) => {
    const codes = [...new Set(rows.filter(({ provision }) => provision === id).map(({ code }) => code))].sort();
    if (codes.length === 0) return [];
    return [
      {
        id,
        origins,
        rate: `${percent}%`,
        ...(validFrom === undefined ? {} : { validFrom }),
        ...(validTo === undefined ? {} : { validTo }),
        codes: codes.join(' '),
      },
    ];
  });
}
