-- One row per event of a commitment: what its parties read back.
CREATE TABLE read.commitment_timeline (
  tenant_id uuid NOT NULL,
  commitment_id text NOT NULL,
  version integer NOT NULL, -- of the commitment's stream: 1, 2, 3 …
  position bigint NOT NULL,
  kind text NOT NULL, -- the event's name
  occurred_on date NOT NULL,
  recorded_at timestamptz NOT NULL,
  action_id text, -- the action that it is about or follows from: whoever may not know of that one may not know of this
  pledge_id text,
  text_version integer, -- of the agreement
  side text,
  reason text,
  PRIMARY KEY (tenant_id, commitment_id, version)
);
CREATE INDEX ON read.commitment_timeline (tenant_id, commitment_id, position);
