-- What the audit service records: every assessment with all its facts, every policy, and the traders' history.

CREATE TABLE policies (
  policy_hash    text PRIMARY KEY,
  document       text NOT NULL,
  first_used_at  timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE policies IS 'Every policy, whole and in canonical form, under its content hash: stored before its first use, never changed.';

CREATE TABLE recorded (
  assessment_id  uuid PRIMARY KEY,
  content_hash   text NOT NULL,
  recorded_at    timestamptz NOT NULL
);
COMMENT ON TABLE recorded IS 'One row an assessment, over all months: decides what is new. Another content hash under the same id is an alert.';
CREATE INDEX recorded_at ON recorded (recorded_at);

CREATE TABLE assessments (
  assessment_id   uuid NOT NULL,
  recorded_at     timestamptz NOT NULL,
  event_id        uuid NOT NULL,
  event_type      text NOT NULL,
  declaration_id  text NOT NULL,
  version         integer NOT NULL,
  kind            text NOT NULL,
  lane            text,
  score           integer NOT NULL,
  policy_hash     text NOT NULL,
  engine          text NOT NULL,
  facts_schema    integer NOT NULL,
  facts_hash      text NOT NULL,
  event           bytea NOT NULL,
  facts           text NOT NULL,
  assessment      text NOT NULL,
  input_topic     text NOT NULL,
  input_partition integer NOT NULL,
  input_offset    bigint NOT NULL,
  PRIMARY KEY (assessment_id, recorded_at)
) PARTITION BY RANGE (recorded_at);
COMMENT ON COLUMN assessments.event IS 'The declaration event in Avro single-object encoding.';
COMMENT ON COLUMN assessments.facts IS 'JSON of all facts but the event; facts_hash is the SHA-256 of the event''s bytes and then of its UTF-8 bytes.';
COMMENT ON COLUMN assessments.assessment IS 'JSON of the decision.';
CREATE INDEX assessments_declaration ON assessments (declaration_id);
CREATE INDEX assessments_lane ON assessments (lane, recorded_at);

CREATE VIEW post_clearance AS
  SELECT assessment_id, declaration_id, version, score, recorded_at FROM assessments WHERE lane = 'blue';
COMMENT ON VIEW post_clearance IS 'Released, to be checked afterwards.';

CREATE TABLE trader_history (
  party         text NOT NULL,
  dimension     text NOT NULL,
  value         text NOT NULL,
  declarations  integer NOT NULL,
  referrals     integer NOT NULL,
  hits          integer NOT NULL,
  first_seen    date NOT NULL,
  last_seen     date NOT NULL,
  PRIMARY KEY (party, dimension, value)
);
COMMENT ON TABLE trader_history IS 'Counts of declarations by party and dimension (all, chapter, destination, consignee, received).';

CREATE TABLE counted_declarations (
  declaration_id  text PRIMARY KEY,
  entries         jsonb NOT NULL,
  referred        boolean NOT NULL,
  hit             boolean NOT NULL DEFAULT false
);
COMMENT ON TABLE counted_declarations IS 'Which declarations are in the history already, and under which entries: each is counted once.';

CREATE TABLE history_state (
  only_row  boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  since     date NOT NULL,
  position  text NOT NULL
);
COMMENT ON TABLE history_state IS 'First day the history covers, and how far it has come; no row means that there is none.';

CREATE TABLE outcomes (
  outcome_id      uuid PRIMARY KEY,
  declaration_id  text NOT NULL,
  recorded_at     timestamptz NOT NULL,
  found           boolean NOT NULL,
  content         text NOT NULL
);
CREATE INDEX outcomes_declaration ON outcomes (declaration_id);

CREATE TABLE accesses (
  access_id   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at          timestamptz NOT NULL DEFAULT now(),
  who         text NOT NULL,
  command     text NOT NULL,
  subject     text NOT NULL,
  reason      text NOT NULL
);
COMMENT ON TABLE accesses IS 'Who read or changed personal data by command line, and why.';

CREATE TABLE redrives (
  redrive_id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at            timestamptz NOT NULL DEFAULT now(),
  who           text NOT NULL,
  reason        text NOT NULL,
  event_id      uuid,
  topic         text NOT NULL,
  partition     integer NOT NULL,
  "offset"      bigint NOT NULL
);
