import {
  editionIdOf,
  type EditionManifest,
  manifestOf,
  partsOf,
  type Versions,
} from '../../reference/editions/manifest.ts';
import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import { canonicalJson } from '../../risk/json/canonical.ts';
import type { Database } from './database.ts';

/** Stores what an edition is made of under its content hash; to be called before its first use. Storing it again changes nothing. */
export async function storeEdition(database: Database, manifest: EditionManifest): Promise<void> {
  await database.query('INSERT INTO editions (edition_id, parts) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
    editionIdOf(manifest),
    canonicalJson(partsOf(manifest)),
  ]);
}

/** What an edition was made of. @throws TDW_EDITION_NOT_STORED */
export async function readEdition(database: Database, id: string): Promise<EditionManifest> {
  const [row] = await database.query<{ parts: string }>('SELECT parts FROM editions WHERE edition_id = $1', [id]);
  const manifest = row && manifestOf(JSON.parse(row.parts) as Versions);
  if (manifest === undefined) throw new TidewaiterError('TDW_EDITION_NOT_STORED', `No edition is stored under ${id}.`);
  return manifest;
}
