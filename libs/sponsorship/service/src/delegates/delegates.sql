-- Who records for whom, at this moment.
CREATE TABLE read.delegate (
  tenant_id uuid NOT NULL,
  sponsor_id text NOT NULL,
  delegate_id text NOT NULL,
  since date NOT NULL,
  PRIMARY KEY (tenant_id, sponsor_id, delegate_id)
);
