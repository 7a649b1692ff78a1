-- The answers of circles, copied to each member that takes part: what its leadership reads. Noise is in both counts; no row tells of a member.
CREATE TABLE release.benchmark (
  tenant_id uuid NOT NULL,
  circle_id uuid NOT NULL,
  benchmark_id text NOT NULL,
  question text NOT NULL,
  measure text NOT NULL,
  period_from date NOT NULL,
  period_to date NOT NULL,
  epsilon_numerator integer NOT NULL,
  epsilon_denominator integer NOT NULL,
  part integer NOT NULL, -- either may be negative
  whole integer NOT NULL,
  released_on date NOT NULL,
  PRIMARY KEY (tenant_id, circle_id, benchmark_id)
);
ALTER TABLE release.benchmark ENABLE ROW LEVEL SECURITY;
ALTER TABLE release.benchmark FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON release.benchmark
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
GRANT INSERT ON release.benchmark TO vouchsafe_app;
GRANT SELECT ON release.benchmark TO vouchsafe_reporter;
