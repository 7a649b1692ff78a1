-- One row per outcome as it is believed now.
CREATE TABLE read.outcome (
  tenant_id uuid NOT NULL,
  outcome_id text NOT NULL,
  person_id text NOT NULL,
  program_id text,
  commitment_id text,
  recorded_by text, -- null where a system recorded it
  source text NOT NULL,
  evidence_state text NOT NULL,
  kind text NOT NULL,
  occurred_on date NOT NULL,
  measure jsonb, -- { value, unit, baseline }
  rests_on jsonb NOT NULL, -- [{ commitmentId, actionId }]
  state text NOT NULL CHECK (state IN ('recorded', 'retracted')),
  PRIMARY KEY (tenant_id, outcome_id)
);
CREATE INDEX ON read.outcome (tenant_id, person_id, occurred_on, outcome_id);
CREATE INDEX ON read.outcome (tenant_id, program_id, occurred_on, outcome_id);
