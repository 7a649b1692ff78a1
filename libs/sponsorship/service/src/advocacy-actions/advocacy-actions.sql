-- One row per advocacy action as it is believed now. Parties and state of its commitment stand in commitment_overview.
CREATE TABLE read.advocacy_action (
  tenant_id uuid NOT NULL,
  action_id text NOT NULL,
  commitment_id text NOT NULL,
  delegate_id text, -- who recorded it, where that was not the sponsor
  occurred_on date NOT NULL,
  act text NOT NULL,
  behaviour text NOT NULL,
  forum text NOT NULL,
  audience text NOT NULL,
  protege_present boolean, -- null is unknown, and never counted as absent
  direct_observation boolean,
  capital text,
  pledge_id text,
  milestone_id text,
  evidence text,
  late boolean NOT NULL,
  state text NOT NULL CHECK (state IN ('recorded', 'confirmed', 'disputed', 'retracted')),
  attested jsonb NOT NULL, -- how: ["PROTEGE", "WITNESS", "DOCUMENT"], each once
  dispute text, -- the protégé's words while a dispute is open
  told boolean NOT NULL, -- the sponsor has disclosed it
  disclosed boolean NOT NULL, -- whether the protégé may know of it: told, or done in an open forum
  PRIMARY KEY (tenant_id, action_id)
);
CREATE INDEX ON read.advocacy_action (tenant_id, commitment_id, occurred_on, action_id);
