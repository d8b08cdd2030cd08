import type { EventType } from '../../risk/declaration/declaration-event.ts';
import type { Lane } from '../../risk/lanes/lane.ts';
import type { ReferredCase } from '../../risk/messages/referral.ts';
import {
  answerClaims,
  type ClaimAnswer,
  type EventAnswer,
  type EventClaim,
  type EventRegister,
  type RegisteredEvent,
} from '../../scoring/ports/event-register.ts';
import type { Database } from './database.ts';

/** Claims in one statement: new events and those released or claimed by the same record are granted, and earlier events of the same declarations come back with them. */
const CLAIM = `
WITH claim AS (
  SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::int[], $5::text[], $6::int[], $7::bigint[], $8::text[])
    AS c(event_id, declaration_id, event_type, version, topic, partition, "offset", content)
), granted AS (
  INSERT INTO events AS e (event_id, declaration_id, event_type, version, topic, partition, "offset", content)
  SELECT * FROM claim ORDER BY event_id
  ON CONFLICT (event_id) DO UPDATE SET topic = excluded.topic, partition = excluded.partition, "offset" = excluded."offset", content = excluded.content, released = false
    WHERE e.released OR (e.topic = excluded.topic AND e.partition = excluded.partition AND e."offset" = excluded."offset")
  RETURNING event_id
)
SELECT 'granted' AS row, event_id::text, NULL AS declaration_id, NULL AS event_type, NULL AS version, NULL AS topic, NULL AS partition, NULL AS "offset", NULL AS content, NULL AS kind, NULL AS lane, NULL::jsonb AS referred FROM granted
UNION ALL
SELECT 'earlier', event_id::text, declaration_id, event_type, version, topic, partition, "offset"::text, content, kind, lane, referred
  FROM events WHERE NOT released AND declaration_id IN (SELECT declaration_id FROM claim)`;

interface ClaimRow extends Record<string, unknown> {
  readonly row: 'granted' | 'earlier';
  readonly event_id: string;
  readonly declaration_id: string;
  readonly event_type: EventType;
  readonly version: number;
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly content: string | null;
  readonly kind: 'risk' | 'lifecycle' | null;
  readonly lane: Lane | null;
  readonly referred: ReferredCase | null;
}

const REMEMBER = `
UPDATE events e SET kind = a.kind, lane = a.lane, referred = a.referred
  FROM unnest($1::uuid[], $2::text[], $3::text[], $4::jsonb[]) AS a(event_id, kind, lane, referred) WHERE e.event_id = a.event_id`;

/** Write-offs that gave way to a released event count again, unless a still later event that is not released with it writes off in its place. */
const RELEASE = `
WITH RECURSIVE undone AS (UPDATE write_offs SET status = 'released' WHERE event_id = ANY($1::uuid[]) RETURNING event_id, declaration_id),
later AS (
  SELECT event_id, superseded_by FROM write_offs WHERE event_id = ANY($1::uuid[])
  UNION
  SELECT l.event_id, w.superseded_by FROM later l JOIN write_offs w ON w.event_id = l.superseded_by WHERE l.superseded_by = ANY($1::uuid[])),
successor AS (SELECT event_id, superseded_by FROM later WHERE superseded_by IS NULL OR NOT superseded_by = ANY($1::uuid[])),
standing AS (
  UPDATE write_offs w SET superseded_by = s.superseded_by FROM successor s
   WHERE w.superseded_by = s.event_id AND w.declaration_id IN (SELECT declaration_id FROM undone) AND NOT w.event_id = ANY($1::uuid[]))
UPDATE events SET released = true, kind = NULL, lane = NULL, referred = NULL WHERE event_id = ANY($1::uuid[])`;

/** The register of events in Postgres, table \`events\`. */
export function createPostgresEventRegister(database: Database): EventRegister {
  return {
    claim: async (claims) => answerFrom(claims, await database.query<ClaimRow>(CLAIM, columns(firstOfEach(claims)))),
    remember: async (answers) => {
      await database.query(REMEMBER, answerColumns(answers));
    },
    release: async (eventIds) => {
      await database.query(RELEASE, [eventIds]);
    },
  };
}

/** One statement cannot claim an event twice: of repeats within the batch only the first asks. */
function firstOfEach(claims: readonly EventClaim[]): readonly EventClaim[] {
  const first = new Map<string, EventClaim>();
  for (const claim of claims) if (!first.has(claim.eventId)) first.set(claim.eventId, claim);
  return [...first.values()];
}

function columns(claims: readonly EventClaim[]): unknown[] {
  return [
    claims.map((claim) => claim.eventId),
    claims.map((claim) => claim.declarationId),
    claims.map((claim) => claim.eventType),
    claims.map((claim) => claim.version),
    claims.map((claim) => claim.topic),
    claims.map((claim) => claim.partition),
    claims.map((claim) => claim.offset.toString()),
    claims.map((claim) => claim.content),
  ];
}

function answerColumns(answers: ReadonlyMap<string, EventAnswer>): unknown[] {
  const given = [...answers.values()];
  return [
    [...answers.keys()],
    given.map((answer) => answer.kind),
    given.map((answer) => answer.lane ?? null),
    given.map((answer) => (answer.referred === undefined ? null : JSON.stringify(answer.referred))),
  ];
}

function answerFrom(claims: readonly EventClaim[], rows: readonly ClaimRow[]): readonly ClaimAnswer[] {
  const granted = new Set(rows.filter((row) => row.row === 'granted').map((row) => row.event_id));
  const earlier = rows.filter((row) => row.row === 'earlier').map(registered);
  return answerClaims(claims, granted, earlier);
}

function registered(row: ClaimRow): RegisteredEvent {
  return {
    eventId: row.event_id,
    declarationId: row.declaration_id,
    eventType: row.event_type,
    version: row.version,
    topic: row.topic,
    partition: row.partition,
    offset: BigInt(row.offset),
    content: row.content ?? undefined,
    answer: row.kind === null ? undefined : answerIn(row.kind, row),
  };
}

function answerIn(kind: EventAnswer['kind'], { lane, referred }: ClaimRow): EventAnswer {
  return { kind, ...(lane !== null && { lane }), ...(referred !== null && { referred }) };
}
