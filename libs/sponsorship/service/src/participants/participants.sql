-- What commitments turn on and other contexts decide: who holds an approved place in which programme, and who is here at all.
CREATE TABLE read.participant (
  tenant_id uuid NOT NULL,
  program_id text NOT NULL,
  person_id text NOT NULL,
  cohort_id text NOT NULL,
  role text NOT NULL,
  PRIMARY KEY (tenant_id, program_id, person_id, cohort_id)
);
-- Nobody stands here who has left or was deactivated.
CREATE TABLE read.person_here (
  tenant_id uuid NOT NULL,
  person_id text NOT NULL,
  PRIMARY KEY (tenant_id, person_id)
);
