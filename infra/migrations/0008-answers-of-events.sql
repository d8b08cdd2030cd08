-- Scoring itself remembers what it answered to an event: audit may be behind, and a cancellation that overtook it found a declaration without lane,
-- office or goods. Audit still sets the lane of an assessment that it records, where it is another: what is on the topic stands.

ALTER TABLE events ADD COLUMN referred jsonb;
COMMENT ON COLUMN events.referred IS 'Where the event was referred: office, direction, place and goods of the case, as JSON.';
COMMENT ON COLUMN events.lane IS 'Set by scoring with its answer, and by audit where the assessment that it records says otherwise; null with kind set means a lifecycle assessment.';
-- Each row is updated once after it is written: room for that on the same page spares the indexes.
ALTER TABLE events SET (fillfactor = 80);
