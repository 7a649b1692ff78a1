-- One row per grant that this tenant is a party to, as its own log knows it.
CREATE TABLE read.sharing_grant (
  tenant_id uuid NOT NULL,
  sharing_id text NOT NULL,
  grantor uuid NOT NULL,
  grantee uuid NOT NULL,
  status text NOT NULL CHECK (status IN ('OFFERED', 'ACCEPTED', 'REVOKED')),
  scope jsonb, -- { figures, programIds }; with purpose and expires null where a revocation arrived before the offer
  purpose text,
  expires date,
  PRIMARY KEY (tenant_id, sharing_id)
);
CREATE INDEX ON read.sharing_grant (tenant_id, status, grantee);
