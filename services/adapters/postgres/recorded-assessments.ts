import { validate } from 'uuid';
import type { EventType } from '../../risk/declaration/declaration-event.ts';
import { assessmentIdOf } from '../../risk/identity/derived-ids.ts';
import type { Lane } from '../../risk/lanes/lane.ts';
import type { AssessmentKind } from '../../risk/messages/assessment.ts';
import type { AssessmentHeading } from '../../risk/record/recorded-assessment.ts';
import type { Database } from './database.ts';

/** An assessment as it stands in the database. */
export interface StoredAssessment {
  readonly heading: AssessmentHeading;
  readonly event: Buffer;
  /** JSON in UTF-8. */
  readonly facts: Buffer;
  readonly factsHash: string;
  /** JSON of what stands beside the heading. */
  readonly assessment: string;
  /** ISO 8601. */
  readonly recordedAt: string;
  /** The edition that judged; absent from releases that had none. */
  readonly editionId?: string;
}

export interface ReplayRange {
  /** ISO 8601; recorded at or after. */
  readonly from?: string;
  /** ISO 8601; recorded before. */
  readonly to?: string;
  readonly declarationId?: string;
  readonly limit?: number;
}

interface Row extends Record<string, unknown> {
  readonly assessment_id: string;
  readonly recorded_at: string;
  readonly recorded: string;
  readonly event_id: string;
  readonly event_type: EventType;
  readonly declaration_id: string;
  readonly version: number;
  readonly kind: AssessmentKind;
  readonly lane: Lane | null;
  readonly score: number;
  readonly policy_hash: string;
  readonly engine: string;
  readonly facts_schema: number;
  readonly event: Buffer;
  readonly facts: string;
  readonly facts_hash: string;
  readonly assessment: string;
  readonly edition_id: string | null;
}

const PAGE = 500;

const COLUMNS = `
SELECT a.assessment_id::text, a.recorded_at::text, to_char(a.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS recorded,
       a.event_id::text, a.event_type, a.declaration_id, a.version, a.kind, a.lane, a.score, a.policy_hash, a.engine, a.facts_schema, a.event, a.facts, a.facts_hash, a.assessment, a.edition_id
  FROM assessments a`;

/** Ordered by the table's columns: a bare `recorded_at` would be the text of the same name, which repeats an hour when clocks go back, and no index gives. */
const READ = `
${COLUMNS}
 WHERE (a.recorded_at, a.assessment_id) > ($1::timestamptz, $2::uuid) AND ($3::timestamptz IS NULL OR a.recorded_at < $3) AND ($4::text IS NULL OR a.declaration_id = $4)
 ORDER BY a.recorded_at, a.assessment_id LIMIT $5`;

const NAMED = `
${COLUMNS} WHERE a.declaration_id = $1 OR a.assessment_id = ANY($2::uuid[]) ORDER BY a.recorded_at, a.assessment_id`;

/** Assessments by their own id, by their event's or their declaration's, oldest first; none where none is on record. */
export async function assessmentsNamed(database: Database, id: string): Promise<readonly StoredAssessment[]> {
  const assessments = validate(id) ? [id, assessmentIdOf(id)] : [];
  return (await database.query<Row>(NAMED, [id, assessments])).map(stored);
}

/** Recorded assessments in the order in which they were recorded, page by page. */
export async function* recordedAssessments(
  database: Database,
  { from, to, declarationId, limit = Infinity }: ReplayRange,
): AsyncGenerator<StoredAssessment> {
  let after: readonly [string, string] = [from ?? '-infinity', '00000000-0000-0000-0000-000000000000'];
  for (let left = limit; left > 0;) {
    const rows = await database.query<Row>(READ, [...after, to ?? null, declarationId ?? null, Math.min(PAGE, left)]);
    for (const row of rows) yield stored(row);
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = [last.recorded_at, last.assessment_id];
    left -= rows.length;
  }
}

function stored(row: Row): StoredAssessment {
  return {
    heading: headingOf(row),
    event: row.event,
    facts: Buffer.from(row.facts),
    factsHash: row.facts_hash,
    assessment: row.assessment,
    recordedAt: row.recorded,
    ...(row.edition_id !== null && { editionId: row.edition_id }),
  };
}

function headingOf(row: Row): AssessmentHeading {
  return {
    assessmentId: row.assessment_id,
    eventId: row.event_id,
    eventType: row.event_type,
    declarationId: row.declaration_id,
    version: row.version,
    kind: row.kind,
    ...(row.lane !== null && { lane: row.lane }),
    score: row.score,
    versions: { engine: row.engine, policy: row.policy_hash, factsSchema: row.facts_schema },
  };
}
