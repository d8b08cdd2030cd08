-- Replay reads assessments page by page in the order in which they were recorded: without this, each page sorts all that is left.

CREATE INDEX assessments_recorded ON assessments (recorded_at, assessment_id);
