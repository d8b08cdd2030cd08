import type { AuditResult, AuditStore, OutcomesResult, RecordedAssessment } from '../../audit/ports/audit-store.ts';
import type { Outcome } from '../../risk/messages/outcome.ts';
import { ensureMonths } from './assessment-months.ts';
import { countDeclarations, countHits } from './count-history.ts';
import type { Database, Query, Row } from './database.ts';

const NEW = `
INSERT INTO recorded (assessment_id, content_hash, recorded_at)
SELECT * FROM unnest($1::uuid[], $2::text[], $3::timestamptz[]) ON CONFLICT DO NOTHING RETURNING assessment_id::text AS id`;

const CONFLICTS = `
SELECT assessment_id::text AS id FROM recorded r JOIN unnest($1::uuid[], $2::text[]) AS c(id, content_hash) ON r.assessment_id = c.id WHERE r.content_hash <> c.content_hash`;

const WRITE = `
INSERT INTO assessments (assessment_id, recorded_at, event_id, event_type, declaration_id, version, kind, lane, score, policy_hash, engine,
  facts_schema, facts_hash, event, facts, assessment, input_topic, input_partition, input_offset, edition_id)
SELECT * FROM unnest($1::uuid[], $2::timestamptz[], $3::uuid[], $4::text[], $5::text[], $6::int[], $7::text[], $8::text[], $9::int[], $10::text[], $11::text[],
  $12::int[], $13::text[], $14::bytea[], $15::text[], $16::text[], $17::text[], $18::int[], $19::bigint[], $20::text[])`;

const SETTLE = `
WITH settled AS (UPDATE write_offs SET status = 'final' WHERE status = 'provisional' AND event_id = ANY($1::uuid[]))
UPDATE events e SET kind = c.kind, lane = c.lane FROM unnest($1::uuid[], $2::text[], $3::text[]) AS c(event_id, kind, lane)
 WHERE e.event_id = c.event_id AND (e.kind, e.lane) IS DISTINCT FROM (c.kind, c.lane)`;

/** To the day: one update a day and edition. */
const USE = `
UPDATE editions SET last_recorded_at = $2 WHERE edition_id = ANY($1::text[]) AND (last_recorded_at IS NULL OR last_recorded_at < $2::timestamptz - interval '1 day')`;

const WRITE_OUTCOMES = `
INSERT INTO outcomes (outcome_id, declaration_id, recorded_at, found, content)
SELECT * FROM unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::bool[], $5::text[]) ON CONFLICT DO NOTHING RETURNING outcome_id::text AS id`;

/** An outcome that is recorded again, from the same file, differs in when it was recorded and in nothing else. */
const CONFLICTING_OUTCOMES = `
SELECT DISTINCT o.outcome_id::text AS id FROM outcomes o JOIN unnest($1::uuid[], $2::text[]) AS c(id, content) ON o.outcome_id = c.id
 WHERE o.content::jsonb - 'recordedAt' <> c.content::jsonb - 'recordedAt'`;

const VERDICTS =
  'SELECT rule, verdict, count(*)::int AS times FROM inspected_findings WHERE outcome_id = ANY($1::uuid[]) GROUP BY rule, verdict';

const INSPECTED = `
SELECT lane, CASE WHEN irregular THEN 'irregular' ELSE 'conforming' END AS result, count(*)::int AS times
  FROM (SELECT min(lane) AS lane, bool_or(irregular) AS irregular FROM inspected_items WHERE outcome_id = ANY($1::uuid[]) AND lane IS NOT NULL GROUP BY outcome_id) d
 GROUP BY lane, irregular`;

/** Assessments, outcomes and all that follows from them, in Postgres. */
export function createPostgresAuditStore(database: Database): AuditStore {
  return {
    record: async (batch, position) => {
      await ensureMonths(
        database,
        batch.map((entry) => entry.recordedAt),
      );
      return database.transaction((query) => record(query, batch, position));
    },
    recordOutcomes: (outcomes) => database.transaction((query) => recordOutcomes(query, outcomes)),
  };
}

async function record(query: Query, batch: readonly RecordedAssessment[], position: string): Promise<AuditResult> {
  const ids = batch.map((entry) => entry.record.assessmentId);
  const hashes = batch.map((entry) => entry.contentHash);
  const fresh = new Set(
    (await query<{ id: string }>(NEW, [ids, hashes, batch.map((entry) => entry.recordedAt)])).map((row) => row.id),
  );
  const conflicting = fresh.size === batch.length ? [] : await query<{ id: string }>(CONFLICTS, [ids, hashes]);
  const written = batch.filter((entry) => fresh.has(entry.record.assessmentId));
  if (written.length > 0) {
    await query(WRITE, columns(written));
    await query(USE, [editionsOf(written), latestOf(written)]);
    await query(SETTLE, [
      written.map(({ record }) => record.eventId),
      written.map(({ record }) => record.kind),
      written.map(({ record }) => record.lane ?? null),
    ]);
    await countDeclarations(
      query,
      written.flatMap((entry) => entry.counts ?? []),
      position,
    );
  }
  return {
    written: written.length,
    repeated: batch.length - written.length - conflicting.length,
    conflicting: conflicting.map((row) => row.id),
  };
}

const editionsOf = (batch: readonly RecordedAssessment[]): readonly string[] => [
  ...new Set(batch.flatMap(({ record }) => record.edition ?? [])),
];

const latestOf = (batch: readonly RecordedAssessment[]): string =>
  batch.reduce((latest, { recordedAt }) => (recordedAt > latest ? recordedAt : latest), '');

function columns(batch: readonly RecordedAssessment[]): unknown[] {
  const column = <T>(of: (entry: RecordedAssessment) => T): T[] => batch.map(of);
  return [
    column(({ record }) => record.assessmentId),
    column(({ recordedAt }) => recordedAt),
    column(({ record }) => record.eventId),
    column(({ record }) => record.eventType),
    column(({ record }) => record.declarationId),
    column(({ record }) => record.version),
    column(({ record }) => record.kind),
    column(({ record }) => record.lane ?? null),
    column(({ record }) => record.score),
    column(({ record }) => record.versions.policy),
    column(({ record }) => record.versions.engine),
    column(({ record }) => record.versions.factsSchema),
    column(({ record }) => record.factsHash),
    column(({ record }) => asBuffer(record.event)),
    column(({ record }) => asBuffer(record.facts).toString('utf8')),
    column(({ assessment }) => assessment),
    column(({ record }) => record.input.topic),
    column(({ record }) => record.input.partition),
    column(({ record }) => record.input.offset),
    column(({ record }) => record.edition ?? null),
  ];
}

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

async function recordOutcomes(query: Query, outcomes: readonly Outcome[]): Promise<OutcomesResult> {
  const found = (outcome: Outcome): boolean => outcome.items.some((item) => item.result === 'irregular');
  const [ids, contents] = [
    outcomes.map((outcome) => outcome.outcomeId),
    outcomes.map((outcome) => JSON.stringify(outcome)),
  ];
  const rows = await query<{ id: string }>(WRITE_OUTCOMES, [
    ids,
    outcomes.map((outcome) => outcome.declarationId),
    outcomes.map((outcome) => outcome.recordedAt),
    outcomes.map(found),
    contents,
  ]);
  const fresh = new Set(rows.map((row) => row.id));
  const conflicting =
    fresh.size === outcomes.length ? [] : await query<{ id: string }>(CONFLICTING_OUTCOMES, [ids, contents]);
  const hits = outcomes.filter((outcome) => fresh.has(outcome.outcomeId) && found(outcome));
  await countHits(
    query,
    hits.map((outcome) => outcome.declarationId),
  );
  const findings = await query<OutcomesResult['findings'][number] & Row>(VERDICTS, [[...fresh]]);
  const declarations = await query<OutcomesResult['declarations'][number] & Row>(INSPECTED, [[...fresh]]);
  return {
    written: fresh.size,
    repeated: outcomes.length - fresh.size - conflicting.length,
    conflicting: conflicting.map((row) => row.id),
    findings,
    declarations,
  };
}
