-- One row per commitment as it stands now: what its parties see, and what lists are made of.
CREATE TABLE read.commitment_overview (
  tenant_id uuid NOT NULL,
  commitment_id text NOT NULL,
  program_id text NOT NULL,
  cohort_id text,
  sponsor_id text NOT NULL,
  protege_id text NOT NULL,
  status text NOT NULL CHECK (status IN ('proposed', 'declined', 'active', 'paused', 'fulfilled', 'withdrawn', 'ended')),
  paused boolean NOT NULL, -- a commitment may be fulfilled and paused: fulfilled is what lists show
  version integer NOT NULL,
  objective text NOT NULL,
  cadence jsonb NOT NULL,
  term_start date NOT NULL,
  term_end date NOT NULL,
  pledges jsonb NOT NULL, -- [{ pledgeId, side, promise, times, dueOn, done, status, onTime, advancedBy }]
  proposal jsonb, -- a text that waits for signatures: { version, objective, cadence, term, pledges, signedBy }
  made_on date,
  actions bigint NOT NULL,
  held_back jsonb NOT NULL, -- ids of actions in confidential forums that the protégé may not know of, nor of what they did for a pledge
  disclosed jsonb NOT NULL, -- ids of those that the sponsor has disclosed
  PRIMARY KEY (tenant_id, commitment_id)
);
CREATE INDEX ON read.commitment_overview (tenant_id, sponsor_id, commitment_id);
CREATE INDEX ON read.commitment_overview (tenant_id, protege_id, commitment_id);
CREATE INDEX ON read.commitment_overview (tenant_id, program_id, commitment_id);
