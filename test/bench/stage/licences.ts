import type { Database } from '../../../services/adapters/postgres/database.ts';
import type { DeclarationEvent } from '../../../services/risk/declaration/declaration-event.ts';
import { licenceIdOf } from '../../../services/risk/licensing/cited.ts';

/** Copies of the register's licences under ids of their own, which no declaration cites. */
const COPY = `
INSERT INTO licences (licence_id, status, holder_id, holder_name, valid_from, valid_to, lines, revision)
SELECT l.licence_id || '-COPY' || n, l.status, l.holder_id, l.holder_name, l.valid_from, l.valid_to, l.lines, l.revision
  FROM generate_series(1, $2) AS n, licences l WHERE position('-COPY' IN l.licence_id) = 0 ORDER BY n LIMIT $1
ON CONFLICT (licence_id) DO NOTHING`;

const REMOVE =
  'DELETE FROM licences WHERE licence_id IN (SELECT licence_id FROM licences WHERE licence_id <> ALL($2) ORDER BY licence_id LIMIT $1)';

/** Makes the register have so many licences; those that declarations cite stay. */
export async function fillRegister(database: Database, wanted: number, cited: readonly string[]): Promise<void> {
  const count = await countLicences(database);
  if (wanted < count) await database.query(REMOVE, [count - wanted, cited]);
  const real = await countLicences(database, "WHERE position('-COPY' IN licence_id) = 0");
  if (wanted > real) await database.query(COPY, [wanted - real, Math.ceil(wanted / real)]);
  await database.query('ANALYZE licences');
}

export async function countLicences(database: Database, where = ''): Promise<number> {
  const [row] = await database.query<{ count: string }>(`SELECT count(*) FROM licences ${where}`);
  return Number(row!.count);
}

/** All documents that the events name, by the ids under which the register would have them. */
export function documentsCited(events: readonly DeclarationEvent[]): readonly string[] {
  const documents = events.flatMap((event) => [
    ...event.additionalDocuments,
    ...event.goodsItems.flatMap((item) => item.additionalDocuments),
  ]);
  return [...new Set(documents.flatMap(({ id }) => (id === undefined ? [] : licenceIdOf(id))))];
}
