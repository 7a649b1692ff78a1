-- Bitemporal facts: their own columns say when something held in the world, known_from and known_to between which positions of the
-- log we believed it. known_to is null while the belief stands. A report of today and one of last year read the same rows.
CREATE TABLE read.commitment_fact (
  tenant_id uuid NOT NULL,
  commitment_id text NOT NULL,
  known_from bigint NOT NULL,
  known_to bigint,
  program_id text NOT NULL,
  cohort_id text,
  sponsor_id text NOT NULL,
  protege_id text NOT NULL,
  -- [{ status, from }] by day: what the commitment was from that day on, until the next entry begins
  course jsonb NOT NULL,
  term_end date NOT NULL,
  -- [{ status, from, until, covers }]: the same without overlaps, the term counted in
  spans jsonb NOT NULL,
  made_on date,
  PRIMARY KEY (tenant_id, commitment_id, known_from)
);
CREATE INDEX ON read.commitment_fact (tenant_id, protege_id) WHERE known_to IS NULL;
CREATE INDEX ON read.commitment_fact (tenant_id, program_id, known_from);
CREATE TABLE read.pledge_fact (
  tenant_id uuid NOT NULL,
  commitment_id text NOT NULL,
  pledge_id text NOT NULL,
  known_from bigint NOT NULL,
  known_to bigint,
  side text NOT NULL,
  due_on date NOT NULL,
  status text NOT NULL CHECK (status IN ('open', 'kept', 'missed', 'withdrawn')),
  on_time boolean,
  PRIMARY KEY (tenant_id, commitment_id, pledge_id, known_from)
);
CREATE TABLE read.advocacy_fact (
  tenant_id uuid NOT NULL,
  action_id text NOT NULL,
  known_from bigint NOT NULL,
  known_to bigint,
  commitment_id text NOT NULL,
  act text NOT NULL,
  occurred_on date NOT NULL,
  attested boolean NOT NULL,
  confirmed boolean NOT NULL, -- attested, and not disputed
  PRIMARY KEY (tenant_id, action_id, known_from)
);
CREATE INDEX ON read.advocacy_fact (tenant_id, commitment_id, known_from);
CREATE TABLE read.outcome_fact (
  tenant_id uuid NOT NULL,
  outcome_id text NOT NULL,
  known_from bigint NOT NULL,
  known_to bigint,
  person_id text NOT NULL,
  program_id text,
  commitment_id text,
  kind text NOT NULL,
  occurred_on date NOT NULL,
  evidence_state text NOT NULL,
  actions jsonb NOT NULL, -- ids of the actions that the pair says it rests on
  PRIMARY KEY (tenant_id, outcome_id, known_from)
);
CREATE INDEX ON read.outcome_fact (tenant_id, program_id, known_from);
CREATE INDEX ON read.outcome_fact (tenant_id, person_id) WHERE known_to IS NULL;
CREATE TABLE read.enrolment_fact (
  tenant_id uuid NOT NULL,
  cohort_id text NOT NULL,
  person_id text NOT NULL,
  known_from bigint NOT NULL,
  known_to bigint,
  program_id text NOT NULL,
  role text NOT NULL,
  from_on date NOT NULL,
  until_on date,
  PRIMARY KEY (tenant_id, cohort_id, person_id, known_from)
);
CREATE INDEX ON read.enrolment_fact (tenant_id, program_id, known_from);
CREATE INDEX ON read.enrolment_fact (tenant_id, person_id) WHERE known_to IS NULL;
CREATE TABLE read.program_fact (
  tenant_id uuid NOT NULL,
  program_id text NOT NULL,
  known_from bigint NOT NULL,
  known_to bigint,
  population jsonb, -- conditions on whom it is for; null: not said
  rules_version integer, -- null until rules are set, as are the two below
  settings jsonb,
  eligibility jsonb, -- further conditions on protégés
  PRIMARY KEY (tenant_id, program_id, known_from)
);

-- What the facts believed now add up to, by month: present figures are read from here, whatever the size of the log.
CREATE TABLE read.program_cell (
  tenant_id uuid NOT NULL,
  program_id text NOT NULL,
  measure text NOT NULL,
  part text NOT NULL, -- act, side, kind, status …; empty where the measure has none
  month date NOT NULL,
  n integer NOT NULL,
  people integer NOT NULL,
  PRIMARY KEY (tenant_id, program_id, measure, part, month)
);
