-- What was made public, copied out of its events: all that leadership's queries read, under a login that reads nothing else. Written once, by whoever
-- publishes; no row tells of a person.
CREATE SCHEMA release;
GRANT USAGE ON SCHEMA release TO vouchsafe_app, vouchsafe_reporter;

CREATE TABLE release.release (
  tenant_id uuid NOT NULL,
  program_id text NOT NULL,
  number integer NOT NULL, -- 1, 2, 3 … of its programme
  release_id text NOT NULL,
  period_from date NOT NULL,
  period_to date NOT NULL,
  k integer NOT NULL,
  lattice jsonb NOT NULL,
  position bigint NOT NULL, -- what was known
  chain text NOT NULL,
  inputs_digest text NOT NULL,
  published_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, program_id, number)
);
CREATE TABLE release.figure (
  tenant_id uuid NOT NULL,
  program_id text NOT NULL,
  number integer NOT NULL,
  ordinal integer NOT NULL, -- the order of the lattice, which says nothing of the figures
  measure text NOT NULL,
  place jsonb NOT NULL,
  state text NOT NULL CHECK (state IN ('VALUE', 'SUPPRESSED')),
  part integer,
  whole integer,
  as_of date NOT NULL,
  CHECK ((state = 'VALUE') = (part IS NOT NULL AND whole IS NOT NULL)),
  PRIMARY KEY (tenant_id, program_id, number, ordinal)
);
ALTER TABLE release.release ENABLE ROW LEVEL SECURITY;
ALTER TABLE release.release FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON release.release
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
ALTER TABLE release.figure ENABLE ROW LEVEL SECURITY;
ALTER TABLE release.figure FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON release.figure
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
GRANT INSERT ON release.release, release.figure TO vouchsafe_app;
GRANT SELECT ON release.release, release.figure TO vouchsafe_reporter;
