-- One row per programme as it stands now, with its newest rules.
CREATE TABLE read.program_overview (
  tenant_id uuid NOT NULL,
  program_id text NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  status text NOT NULL CHECK (status IN ('DRAFT', 'OPEN', 'CLOSED')),
  term_start date,
  term_end date,
  definition jsonb NOT NULL, -- { goals, population, places }
  rules jsonb NOT NULL, -- { version, settings, eligibility }
  PRIMARY KEY (tenant_id, program_id)
);
-- The frames of cohorts; who is in them stands in the roster.
CREATE TABLE read.cohort (
  tenant_id uuid NOT NULL,
  cohort_id text NOT NULL,
  program_id text NOT NULL,
  name text NOT NULL,
  opens_on date NOT NULL,
  closes_on date,
  closed boolean NOT NULL,
  PRIMARY KEY (tenant_id, cohort_id)
);
CREATE INDEX ON read.cohort (tenant_id, program_id, opens_on, cohort_id);
