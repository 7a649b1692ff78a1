-- One row per person and cohort, whatever became of the request.
CREATE TABLE read.cohort_roster (
  tenant_id uuid NOT NULL,
  cohort_id text NOT NULL,
  person_id text NOT NULL,
  program_id text NOT NULL,
  role text NOT NULL,
  status text NOT NULL CHECK (status IN ('REQUESTED', 'ENROLLED', 'DECLINED', 'WITHDRAWN')),
  rules_version integer, -- under which the person was found eligible
  since date NOT NULL, -- the day on which the status began, in the world
  PRIMARY KEY (tenant_id, cohort_id, person_id)
);
CREATE INDEX ON read.cohort_roster (tenant_id, person_id, cohort_id);
-- Who takes part: the relation that the policy asks for. Nobody stands here who was declined or has left.
CREATE TABLE read.cohort_place (
  tenant_id uuid NOT NULL,
  person_id text NOT NULL,
  cohort_id text NOT NULL,
  program_id text NOT NULL,
  PRIMARY KEY (tenant_id, person_id, cohort_id)
);
