import type { Instant } from '../../risk/declaration/declaration-event.ts';
import type { LicenceRecord } from '../../reference/licences/licence-fields.ts';
import { licenceIdOf } from '../../risk/licensing/licence-id.ts';
import type { Database, Query } from './database.ts';

export interface LicenceImport {
  readonly revision: number;
  readonly changed: number;
  readonly unchanged: number;
}

const BATCH = 1_000;

const NEXT_REVISION = `
INSERT INTO licence_register AS r (revision, loaded_at, source) VALUES (1, $1, $2)
ON CONFLICT (only_row) DO UPDATE SET revision = r.revision + 1, loaded_at = excluded.loaded_at, source = excluded.source RETURNING revision`;

/** Writes what differs, and what it was before into the history. */
const UPSERT = `
WITH given AS (
  SELECT (g->>'id') AS licence_id, g->>'status' AS status, g->>'holderId' AS holder_id, g->>'holderName' AS holder_name,
         (g->>'validFrom')::date AS valid_from, (g->>'validTo')::date AS valid_to, g->'lines' AS lines
    FROM jsonb_array_elements($1::jsonb) g
), differing AS (
  SELECT g.*, to_jsonb(l) AS before FROM given g LEFT JOIN licences l USING (licence_id)
   WHERE l.licence_id IS NULL OR (l.status, l.holder_id, l.holder_name, l.valid_from, l.valid_to, l.lines) IS DISTINCT FROM (g.status, g.holder_id, g.holder_name, g.valid_from, g.valid_to, g.lines)
), written AS (
  INSERT INTO licences (licence_id, status, holder_id, holder_name, valid_from, valid_to, lines, revision)
  SELECT licence_id, status, holder_id, holder_name, valid_from, valid_to, lines, $2 FROM differing ORDER BY licence_id
  ON CONFLICT (licence_id) DO UPDATE SET status = excluded.status, holder_id = excluded.holder_id, holder_name = excluded.holder_name,
    valid_from = excluded.valid_from, valid_to = excluded.valid_to, lines = excluded.lines, revision = excluded.revision
  RETURNING licence_id, to_jsonb(licences) AS after
)
INSERT INTO licence_history (licence_id, revision, changed_at, before, after)
SELECT w.licence_id, $2, $3, d.before, w.after FROM written w JOIN differing d USING (licence_id) RETURNING licence_id`;

/** Brings licences into the register as one revision, all or nothing: new ones and those that differ, each with its history. Licences that are not named stay. */
export async function importLicences(database: Database, licences: Iterable<LicenceRecord>, source: string, at: Instant): Promise<LicenceImport> {
  return database.transaction(async (query) => {
    const [register] = await query<{ revision: string }>(NEXT_REVISION, [at, source]);
    const revision = Number(register!.revision);
    let [given, changed] = [0, 0];
    for (const batch of batches(licences)) {
      given += batch.length;
      changed += await upsert(query, batch, revision, at);
    }
    return { revision, changed, unchanged: given - changed };
  });
}

async function upsert(query: Query, batch: readonly LicenceRecord[], revision: number, at: Instant): Promise<number> {
  const given = batch.map((licence) => ({ ...licence, id: licenceIdOf(licence.id) }));
  return (await query(UPSERT, [JSON.stringify(given), revision, at])).length;
}

function* batches(licences: Iterable<LicenceRecord>): Generator<readonly LicenceRecord[]> {
  let batch = new Map<string, LicenceRecord>();
  for (const licence of licences) {
    batch.set(licenceIdOf(licence.id), licence);
    if (batch.size < BATCH) continue;
    yield [...batch.values()];
    batch = new Map();
  }
  if (batch.size > 0) yield [...batch.values()];
}
