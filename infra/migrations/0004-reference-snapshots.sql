-- Reference data: immutable snapshots under their content hash, and which of them is active here.

CREATE TABLE reference_snapshots (
  version     text PRIMARY KEY CHECK (version ~ '^[0-9a-f]{64}$'),
  name        text NOT NULL,
  source_day  date NOT NULL,
  document    text NOT NULL,
  stored_at   timestamptz NOT NULL DEFAULT now(),
  stored_as   bigint GENERATED ALWAYS AS IDENTITY
);
COMMENT ON TABLE reference_snapshots IS 'Canonical JSON (RFC 8785) under its own SHA-256; never updated.';
COMMENT ON COLUMN reference_snapshots.document IS 'Text, not jsonb: the bytes are what the hash is of.';
CREATE INDEX reference_snapshots_name ON reference_snapshots (name, stored_as);

CREATE TABLE reference_active (
  name          text PRIMARY KEY,
  version       text NOT NULL REFERENCES reference_snapshots (version),
  activated_at  timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE reference_active IS 'What the reference topic said last, kept for processes that start while it cannot be read.';
