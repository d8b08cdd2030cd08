import type {
  FindingCount,
  InspectedDays,
  InspectionResults,
  LaneCount,
  ModelFindingCount,
  OfficeFindingCount,
  OutcomeCoverage,
} from '../../feedback/ports/inspection-results.ts';
import type { Database } from './database.ts';

const VERDICTS = `count(*) FILTER (WHERE verdict = 'confirmed')::int AS confirmed, count(*) FILTER (WHERE verdict = 'otherwise')::int AS otherwise,
  count(*) FILTER (WHERE verdict = 'falseAlarm')::int AS "falseAlarm"`;

/** Days of the authority: $1 and $2 are days or null, $3 is its time zone. */
const WITHIN = `($1::date IS NULL OR inspected_at >= $1::date::timestamp AT TIME ZONE $3) AND ($2::date IS NULL OR inspected_at < ($2::date + 1)::timestamp AT TIME ZONE $3)
   AND $3::text IS NOT NULL`;

const BY_RULE = `SELECT rule, ${VERDICTS} FROM finding_verdicts WHERE ${WITHIN} GROUP BY rule ORDER BY rule`;
const BY_OFFICE = `SELECT rule, office_id AS office, ${VERDICTS} FROM finding_verdicts WHERE ${WITHIN} GROUP BY rule, office_id ORDER BY rule, office_id NULLS LAST`;
const BY_MODEL = `
SELECT model, ${VERDICTS} FROM finding_verdicts CROSS JOIN LATERAL (
  SELECT DISTINCT split_part(substr(source, 8), '@', 1) AS model FROM jsonb_array_elements_text(sources) source WHERE source LIKE 'models/%') m
 WHERE ${WITHIN} GROUP BY model ORDER BY model`;
const BY_LANE = `
SELECT lane, count(*)::int AS inspected, count(*) FILTER (WHERE irregular)::int AS irregular FROM inspected_declarations WHERE ${WITHIN}
 GROUP BY lane ORDER BY array_position(ARRAY['red', 'query', 'yellow', 'blue', 'green'], lane)`;
const COVERAGE = `SELECT count(*)::int AS outcomes, count(*) FILTER (WHERE assessment_id IS NULL)::int AS unmatched FROM inspections WHERE ${WITHIN}`;

type OfficeRow = FindingCount & { readonly office: string | null };

/**
 * The views of migration 0010, counted.
 * @param timeZone of the authority, IANA name: whose days are meant
 */
export function createPostgresInspectionResults(database: Database, timeZone: string): InspectionResults {
  const ask = <R>(statement: string, { from, to }: InspectedDays): Promise<readonly R[]> =>
    database.query<R & Record<string, unknown>>(statement, [from ?? null, to ?? null, timeZone]);
  return {
    coverage: async (days) => (await ask<OutcomeCoverage>(COVERAGE, days))[0]!,
    byRule: (days) => ask<FindingCount>(BY_RULE, days),
    byOffice: async (days) =>
      (await ask<OfficeRow>(BY_OFFICE, days)).map(({ office, ...count }): OfficeFindingCount =>
        office === null ? count : { ...count, office },
      ),
    byModel: (days) => ask<ModelFindingCount>(BY_MODEL, days),
    byLane: (days) => ask<LaneCount>(BY_LANE, days),
  };
}
