-- The directory as it stood at a version of its stream, so that nobody has to fold all of its history: made from the log, and from the log alone.
-- Whoever loses it loses time. A format that is not known is not looked at.
CREATE TABLE directory.snapshot (
  tenant_id uuid NOT NULL,
  version bigint NOT NULL, -- of the stream, up to which it is folded
  format integer NOT NULL,
  head json NOT NULL, -- everything but posts and people
  posts integer NOT NULL,
  persons integer NOT NULL,
  PRIMARY KEY (tenant_id)
);
-- Pages of at most 500 lines of JSON: a post or a person each, by random ids. No card is in here.
CREATE TABLE directory.snapshot_page (
  tenant_id uuid NOT NULL,
  version bigint NOT NULL,
  kind text NOT NULL CHECK (kind IN ('post', 'person')),
  page integer NOT NULL,
  lines text NOT NULL,
  PRIMARY KEY (tenant_id, version, kind, page)
);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['snapshot', 'snapshot_page'] LOOP
    EXECUTE format('ALTER TABLE directory.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE directory.%I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant ON directory.%I
      USING (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)
      WITH CHECK (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON directory.%I TO vouchsafe_app', name);
  END LOOP;
END $$;
