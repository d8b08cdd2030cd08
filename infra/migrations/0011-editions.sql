-- Editions: what judged, part by part, under one content hash. Assessments name the edition that made them.

CREATE TABLE editions (
  edition_id  text PRIMARY KEY CHECK (edition_id ~ '^[0-9a-f]{64}$'),
  parts       text NOT NULL,
  stored_at   timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE editions IS 'The versions of policy, reference snapshots and models, as canonical JSON (RFC 8785) under its own SHA-256; never updated.';
COMMENT ON COLUMN editions.parts IS 'Text, not jsonb: the bytes are what the hash is of.';

ALTER TABLE assessments ADD COLUMN edition_id text;
COMMENT ON COLUMN assessments.edition_id IS 'The edition that judged; null from releases that had none.';

COMMENT ON TABLE reference_active IS 'No longer written: the reference topic alone says what is in force.';
