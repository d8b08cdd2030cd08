import { TidewaiterError } from '../../../risk/failure/tidewaiter-error.ts';
import { type Assembled, type Assembling, piecesOf, type ReadPiece } from '../format.ts';
import { type AdditionalDutyRow, type TariffContent, tariffContent } from './content.ts';
import type { TariffOfFile } from './us-hts.ts';
import type { Provision } from './us-provision.ts';
import type { AdditionalDutiesOfFile } from './us-section-301.ts';

type Tariff = ReadPiece<TariffOfFile>;
type Lists = readonly ReadPiece<AdditionalDutiesOfFile>[];

/** Tariffs by country: lines with rates, statistical codes, and duty on top where the lists and the provisions are both there. */
export function assembleTariffs(
  pieces: readonly ReadPiece<TariffOfFile | AdditionalDutiesOfFile>[],
  { inForce }: Assembling<TariffContent>,
): readonly Assembled<TariffContent>[] {
  const lists = piecesOf(pieces, 'additional-duties');
  const tariffs = piecesOf(pieces, 'tariff');
  const richest = [...new Set(tariffs.map(({ piece }) => piece.country))].map((country) =>
    mostDetailed(tariffs.filter(({ piece }) => piece.country === country)),
  );
  refuseOrphan(lists, richest);
  return richest.map((tariff) =>
    assembleTariff(
      tariff,
      lists.filter(({ piece }) => piece.country === tariff.piece.country),
      inForce,
    ),
  );
}

/** Refuses a list of lines whose provisions no schedule brings. */
function refuseOrphan(lists: Lists, tariffs: readonly Tariff[]): void {
  const orphan = lists.find(
    ({ piece }) =>
      !tariffs.some((tariff) => tariff.piece.country === piece.country && tariff.piece.provisions.length > 0),
  );
  if (orphan === undefined) return;
  throw new TidewaiterError(
    'TDW_REFERENCE_INCOMPLETE',
    `${orphan.file.name} lists lines by provision; the rates stand in the tariff schedule, which is not among the files.`,
    { location: { file: orphan.file.name } },
  );
}

function assembleTariff(
  tariff: Tariff,
  lists: Lists,
  inForce: Assembling<TariffContent>['inForce'],
): Assembled<TariffContent> {
  const { country, lines, statistical, provisions } = tariff.piece;
  const additional =
    lists.length > 0
      ? lists.flatMap(({ piece }) => additionalDuties(piece.rows, provisions))
      : (inForce(country)?.additional ?? []);
  return {
    of: country,
    content: tariffContent(country, lines, statistical, additional),
    from: [tariff, ...lists],
    ...(lists.length > 0 || additional.length === 0
      ? {}
      : { notes: ['additional duties are taken over from the version before'] }),
  };
}

function mostDetailed(tariffs: readonly Tariff[]): Tariff {
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
