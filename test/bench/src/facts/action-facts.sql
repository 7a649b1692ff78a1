CREATE TABLE read.bench_action_fact (
  tenant_id uuid NOT NULL,
  action_id text NOT NULL,
  known_from bigint NOT NULL,
  known_to bigint,
  commitment_id text NOT NULL,
  sponsor_id text NOT NULL,
  act text NOT NULL,
  protege_present boolean,
  occurred_on date NOT NULL,
  PRIMARY KEY (tenant_id, action_id, known_from)
);
CREATE INDEX ON read.bench_action_fact (tenant_id, occurred_on);
