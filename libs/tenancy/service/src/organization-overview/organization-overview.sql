-- The tenant itself: one row, its own. What it is called, for those who sign in and for lists.
CREATE TABLE read.organization_overview (
  tenant_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  name text NOT NULL,
  handle text,
  kind text NOT NULL CHECK (kind IN ('ORGANIZATION', 'GROUP', 'CIRCLE')),
  sample boolean NOT NULL,
  PRIMARY KEY (tenant_id, organization_id)
);
-- Memberships, from whichever side this log knows them: in a network's tenant its members, in an organization's the networks it is in.
CREATE TABLE read.network_membership (
  tenant_id uuid NOT NULL,
  network_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  status text NOT NULL CHECK (status IN ('INVITED', 'MEMBER')),
  PRIMARY KEY (tenant_id, network_id, organization_id)
);
