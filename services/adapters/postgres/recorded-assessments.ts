import type { Database } from './database.ts';

/** An assessment as replay needs it. */
export interface ReplayRow {
  readonly assessmentId: string;
  readonly declarationId: string;
  readonly policyHash: string;
  readonly event: Buffer;
  /** JSON in UTF-8. */
  readonly facts: Buffer;
  readonly factsHash: string;
  readonly assessment: string;
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
  readonly declaration_id: string;
  readonly policy_hash: string;
  readonly event: Buffer;
  readonly facts: string;
  readonly facts_hash: string;
  readonly assessment: string;
}

const PAGE = 500;

/** Ordered by the table's columns: a bare `recorded_at` would be the text of the same name, which repeats an hour when clocks go back, and no index gives. */
const READ = `
SELECT a.assessment_id::text, a.recorded_at::text, a.declaration_id, a.policy_hash, a.event, a.facts, a.facts_hash, a.assessment FROM assessments a
 WHERE (a.recorded_at, a.assessment_id) > ($1::timestamptz, $2::uuid) AND ($3::timestamptz IS NULL OR a.recorded_at < $3) AND ($4::text IS NULL OR a.declaration_id = $4)
 ORDER BY a.recorded_at, a.assessment_id LIMIT $5`;

/** Recorded assessments in the order in which they were recorded, page by page. */
export async function* recordedAssessments(
  database: Database,
  { from, to, declarationId, limit = Infinity }: ReplayRange,
): AsyncGenerator<ReplayRow> {
  let after: readonly [string, string] = [from ?? '-infinity', '00000000-0000-0000-0000-000000000000'];
  for (let left = limit; left > 0;) {
    const rows = await database.query<Row>(READ, [...after, to ?? null, declarationId ?? null, Math.min(PAGE, left)]);
    for (const row of rows) yield replayRow(row);
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = [last.recorded_at, last.assessment_id];
    left -= rows.length;
  }
}

function replayRow(row: Row): ReplayRow {
  const {
    assessment_id: assessmentId,
    declaration_id: declarationId,
    policy_hash: policyHash,
    event,
    facts,
    facts_hash: factsHash,
    assessment,
  } = row;
  return { assessmentId, declarationId, policyHash, event, facts: Buffer.from(facts), factsHash, assessment };
}
