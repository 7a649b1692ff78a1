-- One row per role that a person holds now.
CREATE TABLE read.role_holder (
  tenant_id uuid NOT NULL,
  person_id text NOT NULL,
  role text NOT NULL,
  program_id text NOT NULL, -- of a lead; '' for every other role, because a key holds no null
  PRIMARY KEY (tenant_id, person_id, role, program_id)
);
CREATE INDEX ON read.role_holder (tenant_id, role, person_id);
