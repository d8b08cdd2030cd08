import type { CountedDeclaration } from '../../audit/ports/audit-store.ts';
import type { Day } from '../../risk/declaration/day.ts';
import type { HistoryKey } from '../../risk/trader/trader-history.ts';
import type { Query } from './database.ts';

/** Changes of one counter. */
interface Change {
  readonly key: HistoryKey;
  readonly declarations: number;
  readonly referrals: number;
  readonly hits: number;
  readonly day: Day;
}

/** Counts a declaration once, and its first referral once, however many versions of it there are. */
const COUNT = `
INSERT INTO counted_declarations AS c (declaration_id, entries, referred)
SELECT * FROM unnest($1::text[], $2::jsonb[], $3::bool[]) ON CONFLICT (declaration_id) DO NOTHING RETURNING declaration_id`;

const REFER =
  'UPDATE counted_declarations SET referred = true WHERE declaration_id = ANY($1) AND NOT referred RETURNING entries';
const HIT = 'UPDATE counted_declarations SET hit = true WHERE declaration_id = ANY($1) AND NOT hit RETURNING entries';

const APPLY = `
INSERT INTO trader_history AS h (party, dimension, value, declarations, referrals, hits, first_seen, last_seen)
SELECT party, dimension, value, sum(declarations)::int, sum(referrals)::int, sum(hits)::int, min(day), max(day)
  FROM unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::int[], $6::int[], $7::date[]) AS c(party, dimension, value, declarations, referrals, hits, day)
  GROUP BY party, dimension, value ORDER BY party, dimension, value
ON CONFLICT (party, dimension, value) DO UPDATE SET
  declarations = h.declarations + excluded.declarations, referrals = h.referrals + excluded.referrals, hits = h.hits + excluded.hits,
  first_seen = least(h.first_seen, excluded.first_seen), last_seen = greatest(h.last_seen, excluded.last_seen)`;

const MOVE = `
INSERT INTO history_state AS s (since, position) VALUES ($1, $2)
ON CONFLICT (only_row) DO UPDATE SET since = least(s.since, excluded.since), position = excluded.position`;

interface Entries extends Record<string, unknown> {
  readonly entries: { readonly day: Day; readonly keys: readonly HistoryKey[] };
}

/** Counts declarations in their traders' histories; to be called in the transaction that writes their assessments. */
export async function countDeclarations(
  query: Query,
  batch: readonly CountedDeclaration[],
  position: string,
): Promise<void> {
  if (batch.length === 0) return;
  const first = new Map<string, CountedDeclaration>();
  for (const counted of batch) if (!first.has(counted.declarationId)) first.set(counted.declarationId, counted);
  const distinct = [...first.values()].sort((a, b) => (a.declarationId < b.declarationId ? -1 : 1));
  const entries = distinct.map(({ day, keys }) => JSON.stringify({ day, keys }));
  const rows = await query<{ declaration_id: string }>(COUNT, [
    distinct.map((counted) => counted.declarationId),
    entries,
    distinct.map(() => false),
  ]);
  const fresh = rows.map((row) => first.get(row.declaration_id)!);
  const referred = await query<Entries>(REFER, [
    batch.filter((counted) => counted.referred).map((counted) => counted.declarationId),
  ]);
  await apply(query, [
    ...fresh.flatMap(({ keys, day }) => keys.map((key) => change(key, day, { declarations: 1 }))),
    ...referred.flatMap(({ entries: { keys, day } }) => keys.map((key) => change(key, day, { referrals: 1 }))),
  ]);
  await query(MOVE, [distinct.map((counted) => counted.day).sort()[0], position]);
}

/** Counts inspections that found something, once a declaration. */
export async function countHits(query: Query, declarationIds: readonly string[]): Promise<void> {
  if (declarationIds.length === 0) return;
  const rows = await query<Entries>(HIT, [declarationIds]);
  await apply(
    query,
    rows.flatMap(({ entries: { keys, day } }) => keys.map((key) => change(key, day, { hits: 1 }))),
  );
}

function change(
  key: HistoryKey,
  day: Day,
  counts: Partial<Pick<Change, 'declarations' | 'referrals' | 'hits'>>,
): Change {
  return { key, day, declarations: 0, referrals: 0, hits: 0, ...counts };
}

async function apply(query: Query, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return;
  await query(APPLY, [
    changes.map(({ key }) => key.party),
    changes.map(({ key }) => key.dimension),
    changes.map(({ key }) => key.value),
    changes.map((entry) => entry.declarations),
    changes.map((entry) => entry.referrals),
    changes.map((entry) => entry.hits),
    changes.map((entry) => entry.day),
  ]);
}
