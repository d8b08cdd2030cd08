import { LEAST_SHARE_KEPT } from '../../reference/importing/guard.ts';
import type { LicenceRecord } from '../../reference/licences/licence-fields.ts';
import type { Day } from '../../risk/declaration/day.ts';
import type { DecimalText } from '../../risk/declaration/decimal-text.ts';
import type { Instant } from '../../risk/declaration/instant.ts';
import type { LicenceLine, LicenceStatus } from '../../risk/facts/facts.ts';
import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import { licenceIdOf } from '../../risk/licensing/cited.ts';
import type { Database, Query } from './database.ts';

export interface LicenceImport {
  readonly revision: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Licences that were in the register and are not in a whole one: it no longer knows them. */
  readonly dropped: number;
}

/** `merge` leaves licences that are not named as they are; `whole` drops them, unless they are more than a register loses at once. */
export type ImportMode = { readonly kind: 'merge' } | { readonly kind: 'whole'; readonly forcedBecause?: string };

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

/** What is no longer there ends in the history as null. */
const DROP = `
WITH dropped AS (DELETE FROM licences WHERE NOT (licence_id = ANY($1)) RETURNING licence_id, to_jsonb(licences) AS before)
INSERT INTO licence_history (licence_id, revision, changed_at, before, after) SELECT licence_id, $2, $3, before, 'null' FROM dropped RETURNING licence_id`;

/**
 * Brings licences into the register as one revision, all or nothing: new ones and those that differ, each with its history.
 * Throws TDW_LICENCES_SHRUNK for a whole register that would lose more than a tenth of the licences without a reason.
 * Licences of one id are the same licence however it is spelt; the last of them stands.
 */
export async function importLicences(
  database: Database,
  given: Iterable<LicenceRecord>,
  source: string,
  at: Instant,
  mode: ImportMode = { kind: 'merge' },
): Promise<LicenceImport> {
  const licences = [...given];
  return database.transaction(async (query) => {
    const [register] = await query<{ revision: string }>(NEXT_REVISION, [at, source]);
    const revision = Number(register!.revision);
    if (mode.kind === 'whole' && mode.forcedBecause === undefined) await refuseShrunk(query, licences);
    let changed = 0;
    for (const batch of batches(licences)) changed += await upsert(query, batch, revision, at);
    const dropped =
      mode.kind === 'whole' ? (await query(DROP, [licences.map(({ id }) => licenceIdOf(id)), revision, at])).length : 0;
    return { revision, changed, unchanged: licences.length - changed, dropped };
  });
}

async function refuseShrunk(query: Query, licences: readonly LicenceRecord[]): Promise<void> {
  const ids = licences.map(({ id }) => licenceIdOf(id));
  const [count] = await query<{ before: number; kept: number }>(
    'SELECT count(*)::int AS before, count(*) FILTER (WHERE licence_id = ANY($1))::int AS kept FROM licences',
    [ids],
  );
  const { before, kept } = count!;
  if (kept >= before * LEAST_SHARE_KEPT) return;
  throw new TidewaiterError('TDW_LICENCES_SHRUNK', `Of ${before} licences in the register the file has ${kept}.`);
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

/** A licence in brief, without its holder. */
export interface LicenceInBrief extends Readonly<Record<string, unknown>> {
  readonly id: string;
  readonly status: LicenceStatus;
  readonly validFrom: Day | null;
  readonly validTo: Day | null;
  readonly lines: number;
  /** Revision of the register that changed it last. */
  readonly revision: number;
}

export interface LicenceFilter {
  readonly status?: LicenceStatus;
  /** As the licences state it. */
  readonly holderId?: string;
  readonly limit: number;
}

const LIST = `
SELECT licence_id AS id, status, valid_from::text AS "validFrom", valid_to::text AS "validTo", jsonb_array_length(lines) AS lines, revision::int AS revision
  FROM licences WHERE ($1::text IS NULL OR status = $1) AND ($2::text IS NULL OR holder_id = $2) ORDER BY licence_id LIMIT $3`;

/** Licences in the order of their ids. */
export function listLicences(
  database: Database,
  { status, holderId, limit }: LicenceFilter,
): Promise<readonly LicenceInBrief[]> {
  return database.query<LicenceInBrief>(LIST, [status ?? null, holderId ?? null, limit]);
}

/** A licence with what is written off each of its lines, and how it came to be what it is. */
export interface LicenceShown {
  readonly id: string;
  /** As the register has it now; null where it was dropped. */
  readonly licence: LicenceRecord | null;
  readonly writtenOff: readonly LineWrittenOff[];
  /** Oldest first. */
  readonly history: readonly LicenceChange[];
}

export interface LineWrittenOff extends Readonly<Record<string, unknown>> {
  readonly line: LicenceLine['line'];
  readonly unit: string | null;
  /** Write-offs of assessments on record, and of those that audit has not written yet. */
  readonly final: DecimalText;
  readonly provisional: DecimalText;
}

export interface LicenceChange extends Readonly<Record<string, unknown>> {
  readonly revision: number;
  readonly changedAt: Instant;
  /** null where the licence was dropped from the register. */
  readonly status: LicenceStatus | null;
}

const NOW = `
SELECT jsonb_strip_nulls(jsonb_build_object('id', licence_id, 'status', status, 'holderId', holder_id, 'holderName', holder_name, 'validFrom', valid_from, 'validTo', valid_to)) || jsonb_build_object('lines', lines) AS licence
  FROM licences WHERE licence_id = $1`;
const WRITTEN_OFF = `
SELECT line, unit, trim_scale(coalesce(sum(quantity) FILTER (WHERE status = 'final'), 0))::text AS final, trim_scale(coalesce(sum(quantity) FILTER (WHERE status = 'provisional'), 0))::text AS provisional
  FROM write_offs WHERE licence_id = $1 AND status <> 'released' AND superseded_by IS NULL AND answer = 'yes' GROUP BY line, unit ORDER BY line`;
const CHANGES = `
SELECT revision::int AS revision, to_char(changed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "changedAt", after->>'status' AS status
  FROM licence_history WHERE licence_id = $1 ORDER BY revision`;

/** All that is known of a licence, however its id is spelt; undefined where it never was in the register. */
export async function showLicence(database: Database, cited: string): Promise<LicenceShown | undefined> {
  const id = licenceIdOf(cited);
  const [[now], writtenOff, history] = await Promise.all([
    database.query<{ licence: LicenceRecord }>(NOW, [id]),
    database.query<LineWrittenOff>(WRITTEN_OFF, [id]),
    database.query<LicenceChange>(CHANGES, [id]),
  ]);
  return now === undefined && history.length === 0
    ? undefined
    : { id, licence: now?.licence ?? null, writtenOff, history };
}
