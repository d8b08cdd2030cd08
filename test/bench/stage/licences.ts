import type { Database } from '../../../services/adapters/postgres/database.ts';

/** Copies of the register's licences under ids of their own, which no declaration cites. */
const COPY = `
INSERT INTO licences (licence_id, status, holder_id, holder_name, valid_from, valid_to, lines, revision)
SELECT l.licence_id || '-COPY' || n, l.status, l.holder_id, l.holder_name, l.valid_from, l.valid_to, l.lines, l.revision
  FROM generate_series(1, $2) AS n, licences l WHERE position('-COPY' IN l.licence_id) = 0 ORDER BY n LIMIT $1
ON CONFLICT (licence_id) DO NOTHING`;

/** Fills the register up to so many licences; those that declarations cite are among them from the start, and never fewer. */
export async function growLicences(database: Database, wanted: number): Promise<void> {
  const real = await countLicences(database, "WHERE position('-COPY' IN licence_id) = 0");
  if (wanted > real) await database.query(COPY, [wanted - real, Math.ceil(wanted / real)]);
  await database.query('ANALYZE licences');
}

export async function countLicences(database: Database, where = ''): Promise<number> {
  const [row] = await database.query<{ count: string }>(`SELECT count(*) FROM licences ${where}`);
  return Number(row!.count);
}
