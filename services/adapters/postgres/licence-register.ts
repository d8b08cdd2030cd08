import type { Day } from '../../risk/declaration/day.ts';
import type { Licence, LicenceLine, LicenceStatus } from '../../risk/facts/facts.ts';
import { absent, found, type Known, unknown } from '../../risk/facts/known.ts';
import type { LicenceRegister } from '../../scoring/ports/licence-register.ts';
import type { Database } from './database.ts';

const FIND = `
SELECT s.revision AS register_revision, l.licence_id, l.status, l.holder_id, l.holder_name, l.valid_from::text, l.valid_to::text, l.lines, l.revision
  FROM licence_register s LEFT JOIN licences l ON l.licence_id = ANY($1)`;

interface LicenceRow extends Record<string, unknown> {
  readonly register_revision: string;
  readonly licence_id: string | null;
  readonly status: LicenceStatus;
  readonly holder_id: string | null;
  readonly holder_name: string | null;
  readonly valid_from: Day | null;
  readonly valid_to: Day | null;
  readonly lines: readonly LicenceLine[];
  readonly revision: string;
}

/** The register of licences in Postgres, tables `licences` and `licence_register`. */
export function createPostgresLicenceRegister(database: Database): LicenceRegister {
  return {
    find: async (licenceIds) => {
      const rows = await database.query<LicenceRow>(FIND, [licenceIds]);
      const revision = rows[0]?.register_revision;
      const found = new Map(rows.filter((row) => row.licence_id !== null).map((row) => [row.licence_id, row]));
      return new Map(licenceIds.map((id) => [id, known(found.get(id), revision)]));
    },
  };
}

function known(row: LicenceRow | undefined, revision: string | undefined): Known<Licence> {
  if (revision === undefined) return unknown('no licence register is loaded', 'licences');
  return row ? found(licenceOf(row), `licences@${revision}`) : absent(`licences@${revision}`);
}

function licenceOf(row: LicenceRow): Licence {
  return {
    id: row.licence_id!,
    status: row.status,
    ...(row.holder_id !== null && { holderId: row.holder_id }),
    ...(row.holder_name !== null && { holderName: row.holder_name }),
    ...(row.valid_from !== null && { validFrom: row.valid_from }),
    ...(row.valid_to !== null && { validTo: row.valid_to }),
    lines: row.lines,
    revision: Number(row.revision),
  };
}
