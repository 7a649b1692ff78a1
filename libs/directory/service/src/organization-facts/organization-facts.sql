-- The organization as it was on any day, as known at any position of the log. effective_from and effective_to say when a row held in the
-- world (to is not included; null is "still"), known_from and known_to from which position until before which it was believed.
CREATE TABLE read.post_fact (
  tenant_id uuid NOT NULL,
  post_id text NOT NULL,
  effective_from date NOT NULL,
  effective_to date,
  known_from bigint NOT NULL,
  known_to bigint,
  unit text,
  function text,
  grade text NOT NULL,
  rank integer, -- tenths of a level; null for a grade that the tenant's table lacks
  line_known boolean NOT NULL, -- false where a line of the post was refused: the chain above is unknown, not absent
  PRIMARY KEY (tenant_id, post_id, effective_from, known_from)
);
CREATE TABLE read.line_fact (
  tenant_id uuid NOT NULL,
  post_id text NOT NULL,
  above_id text NOT NULL,
  effective_from date NOT NULL,
  effective_to date,
  known_from bigint NOT NULL,
  known_to bigint,
  dotted boolean NOT NULL,
  PRIMARY KEY (tenant_id, post_id, above_id, effective_from, known_from)
);
CREATE INDEX ON read.line_fact (tenant_id, above_id);
CREATE TABLE read.holder_fact (
  tenant_id uuid NOT NULL,
  post_id text NOT NULL,
  person_id text NOT NULL,
  effective_from date NOT NULL,
  effective_to date,
  known_from bigint NOT NULL,
  known_to bigint,
  share double precision, -- of full time, in (0, 1]; null is unknown
  PRIMARY KEY (tenant_id, post_id, person_id, effective_from, known_from)
);
CREATE INDEX ON read.holder_fact (tenant_id, person_id);
CREATE TABLE read.person_fact (
  tenant_id uuid NOT NULL,
  person_id text NOT NULL,
  effective_from date NOT NULL,
  effective_to date,
  known_from bigint NOT NULL,
  known_to bigint,
  joined_on date NOT NULL,
  access_ended boolean NOT NULL, -- deactivated: on the payroll still, and not let in
  PRIMARY KEY (tenant_id, person_id, effective_from, known_from)
);
