-- What the stream itself remembers: which record speaks for an event, and what it drew on licences.

CREATE TABLE events (
  event_id        uuid PRIMARY KEY,
  declaration_id  text NOT NULL,
  event_type      text NOT NULL,
  version         integer NOT NULL,
  topic           text NOT NULL,
  partition       integer NOT NULL,
  "offset"        bigint NOT NULL,
  released        boolean NOT NULL DEFAULT false,
  kind            text,
  lane            text,
  registered_at   timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE events IS 'One row an event: the coordinates of the record that speaks for it. The same event elsewhere is a duplicate.';
COMMENT ON COLUMN events.released IS 'The event ended as a dead letter: a redriven record may claim it.';
COMMENT ON COLUMN events.lane IS 'Set by audit once the assessment is recorded; null with kind set means a lifecycle assessment.';
CREATE INDEX events_declaration ON events (declaration_id);
CREATE INDEX events_registered ON events (registered_at);

CREATE TABLE licence_register (
  only_row   boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  revision   bigint NOT NULL,
  loaded_at  timestamptz NOT NULL,
  source     text NOT NULL
);
COMMENT ON TABLE licence_register IS 'The state of the register as a whole; no row means that it was never loaded, so every licence is unknown.';

CREATE TABLE licences (
  licence_id   text PRIMARY KEY,
  status       text NOT NULL,
  holder_id    text,
  holder_name  text,
  valid_from   date,
  valid_to     date,
  lines        jsonb NOT NULL,
  revision     bigint NOT NULL
);

CREATE TABLE licence_history (
  licence_id  text NOT NULL,
  revision    bigint NOT NULL,
  changed_at  timestamptz NOT NULL,
  before      jsonb,
  after       jsonb NOT NULL,
  PRIMARY KEY (licence_id, revision)
);

CREATE TABLE write_offs (
  event_id      uuid NOT NULL,
  item          integer NOT NULL,
  document      integer NOT NULL,
  licence_id    text NOT NULL,
  line          integer,
  quantity      numeric(24, 6) NOT NULL,
  unit          text,
  answer        text NOT NULL CHECK (answer IN ('yes', 'no', 'undetermined')),
  remaining     numeric(24, 6),
  status        text NOT NULL DEFAULT 'provisional' CHECK (status IN ('provisional', 'final', 'released')),
  reserved_at   timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (event_id, item, document)
);
COMMENT ON TABLE write_offs IS 'Draws on licences. The first committed answer of an event stands on every retry.';
CREATE INDEX write_offs_licence ON write_offs (licence_id, line) WHERE status <> 'released';
