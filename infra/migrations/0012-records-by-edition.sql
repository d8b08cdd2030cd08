-- Records by edition: an assessment names by its edition what it does not repeat, so editions and their snapshots are kept as long as records need them.

ALTER TABLE editions ADD COLUMN last_recorded_at timestamptz;
UPDATE editions SET last_recorded_at = now();
COMMENT ON COLUMN editions.last_recorded_at IS 'When an assessment by this edition was last recorded, to the day; null before the first. Retention keeps the edition until no assessment names it any more.';

COMMENT ON COLUMN assessments.facts IS 'JSON of all facts but the event; where facts_schema is 2 without what is looked up in the edition. facts_hash is the SHA-256 of the event''s bytes and then of its UTF-8 bytes.';
COMMENT ON COLUMN assessments.assessment IS 'JSON of the decision; where facts_schema is 2 without what the policy of the edition says (texts, legal bases, ids of checks). A source ending in @ has the version that the edition names.';
