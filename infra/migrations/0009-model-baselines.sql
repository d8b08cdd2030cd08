-- Drift of a model is measured against what is usual in this installation: against its training a model drifted from the first minute.

CREATE TABLE model_baselines (
  model    text NOT NULL,
  version  text NOT NULL,
  measure  text NOT NULL,
  counts   bigint[] NOT NULL,
  since    timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (model, version, measure)
);
COMMENT ON TABLE model_baselines IS 'How the first 10,000 numbers of each kind that a version of a model saw here were spread, by the bins of its training. Removing a version''s rows begins anew.';
