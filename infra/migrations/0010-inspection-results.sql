-- What inspections found, joined to what had been said of the goods: for reports, boards and analysts' own questions. Nothing is stored twice.

CREATE VIEW inspections AS
  SELECT o.outcome_id, o.declaration_id, o.recorded_at, (c.content->>'inspectedAt')::timestamptz AS inspected_at, c.content->>'inspection' AS inspection,
         c.content->>'officeId' AS office_id, a.assessment_id, a.lane, a.assessment::jsonb AS assessment, c.content->'items' AS items
    FROM outcomes o
    CROSS JOIN LATERAL (SELECT o.content::jsonb AS content) c
    LEFT JOIN LATERAL (
      SELECT one.assessment_id, one.lane, one.assessment FROM assessments one
       WHERE one.declaration_id = o.declaration_id AND one.kind = 'risk'
         AND CASE WHEN c.content ? 'assessmentId' THEN one.assessment_id::text = lower(c.content->>'assessmentId') ELSE one.version = (c.content->>'version')::int END
       ORDER BY one.recorded_at DESC LIMIT 1
    ) a ON true;
COMMENT ON VIEW inspections IS 'Each outcome with the assessment that it is about: the one it names, else the last of its declaration''s version. Null where none is on record.';

CREATE VIEW inspected_items AS
  SELECT n.outcome_id, n.declaration_id, n.inspected_at, n.office_id, n.assessment_id, n.lane, n.assessment, (i->>'sequenceNumber')::int AS sequence_number,
         i->>'result' = 'irregular' AS irregular, coalesce(i->'confirmedFindings', '[]') AS confirmed
    FROM inspections n CROSS JOIN LATERAL jsonb_array_elements(n.items) i
   WHERE i->>'result' IN ('conforming', 'irregular');
COMMENT ON VIEW inspected_items IS 'Goods items that were looked at and decided on; inconclusive and not inspected ones say nothing.';

CREATE VIEW inspected_declarations AS
  SELECT assessment_id, min(lane) AS lane, max(inspected_at) AS inspected_at, (array_agg(office_id ORDER BY inspected_at DESC))[1] AS office_id, bool_or(irregular) AS irregular
    FROM inspected_items WHERE assessment_id IS NOT NULL GROUP BY assessment_id;
COMMENT ON VIEW inspected_declarations IS 'Each assessed declaration that was inspected, over all of its outcomes.';

CREATE VIEW inspected_findings AS
  SELECT i.outcome_id, i.assessment_id, i.lane, i.inspected_at, i.office_id, i.sequence_number, f->>'id' AS rule, f->'sources' AS sources,
         CASE WHEN i.confirmed ? (f->>'id') THEN 'confirmed' WHEN i.irregular THEN 'otherwise' ELSE 'falseAlarm' END AS verdict
    FROM inspected_items i
    CROSS JOIN LATERAL jsonb_array_elements(i.assessment->'items') a
    CROSS JOIN LATERAL jsonb_array_elements(a->'findings') f
   WHERE (a->>'sequenceNumber')::int = i.sequence_number AND f->>'result' = 'hit'
  UNION ALL
  SELECT d.outcome_id, d.assessment_id, d.lane, d.inspected_at, d.office_id, 0, f->>'id', f->'sources',
         CASE WHEN d.confirmed ? (f->>'id') THEN 'confirmed' WHEN d.irregular THEN 'otherwise' ELSE 'falseAlarm' END
    FROM (
      SELECT outcome_id, assessment_id, min(lane) AS lane, min(inspected_at) AS inspected_at, min(office_id) AS office_id, min(assessment::text)::jsonb AS assessment,
             bool_or(irregular) AS irregular, jsonb_path_query_array(jsonb_agg(confirmed), '$[*][*]') AS confirmed
        FROM inspected_items WHERE assessment_id IS NOT NULL GROUP BY outcome_id, assessment_id
    ) d
    CROSS JOIN LATERAL jsonb_array_elements(d.assessment->'findings') f
   WHERE f->>'result' = 'hit';
COMMENT ON VIEW inspected_findings IS 'Each hit on inspected goods by outcome: confirmed (the inspector says so), otherwise (something else was wrong) or falseAlarm (all was as declared). Item 0: about the whole declaration.';

CREATE VIEW finding_verdicts AS
  SELECT DISTINCT ON (assessment_id, sequence_number, rule) assessment_id, lane, inspected_at, office_id, sequence_number, rule, sources, verdict
    FROM inspected_findings
   ORDER BY assessment_id, sequence_number, rule, array_position(ARRAY['confirmed', 'otherwise', 'falseAlarm'], verdict), inspected_at DESC;
COMMENT ON VIEW finding_verdicts IS 'Each hit on inspected goods once, over all outcomes: a later outcome adds to an earlier one and takes nothing back.';
