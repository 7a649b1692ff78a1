-- One row per staged file: what it says, what it would change, and what became of it.
CREATE TABLE read.import_review (
  tenant_id uuid NOT NULL,
  import_id text NOT NULL,
  state text NOT NULL CHECK (state IN ('STAGED', 'RECORDING', 'APPLIED', 'DISCARDED')),
  staged jsonb NOT NULL, -- the data of ImportStaged
  staged_at timestamptz NOT NULL,
  position bigint NOT NULL, -- of the staging: newer files stand higher
  confirmed_at timestamptz,
  accept_leavers_reason text,
  PRIMARY KEY (tenant_id, import_id)
);
CREATE INDEX ON read.import_review (tenant_id, position);
