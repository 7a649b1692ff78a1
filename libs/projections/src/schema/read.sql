-- Read models are folds: rebuilt, never migrated. Their tables are made per version by prepareReadModels; here lie only their positions.
CREATE SCHEMA read;
GRANT USAGE ON SCHEMA read TO vouchsafe_app;

-- One row per attempt to fold a version of a projection. Holds nothing of any tenant.
CREATE TABLE read.build (
  projection text NOT NULL,
  version integer NOT NULL,
  build integer NOT NULL,
  state text NOT NULL CHECK (state IN ('BUILDING', 'LIVE')),
  PRIMARY KEY (projection, version, build)
);
GRANT SELECT ON read.build TO vouchsafe_app;

CREATE TABLE read.position (
  tenant_id uuid NOT NULL,
  projection text NOT NULL,
  version integer NOT NULL,
  build integer NOT NULL,
  position bigint NOT NULL,
  parked_at bigint, -- the event that could not be folded
  parked_reason text,
  PRIMARY KEY (tenant_id, projection, version, build)
);
ALTER TABLE read.position ENABLE ROW LEVEL SECURITY;
ALTER TABLE read.position FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON read.position
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- The switch below compares the positions of all tenants; they say nothing about anybody.
CREATE POLICY switch ON read.position TO vouchsafe_owner USING (true);
GRANT SELECT, INSERT, UPDATE ON read.position TO vouchsafe_app;

-- Makes a build that has caught up the one that queries read: in one transaction, while no position can move.
-- A rebuild of the same version takes over the tables' names, and what it replaces is dropped. Answers whether it switched.
CREATE FUNCTION read.switch_to(p_projection text, p_version integer, p_build integer, p_tables text[]) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE old_build integer; name text;
BEGIN
  LOCK TABLE read.position IN SHARE ROW EXCLUSIVE MODE;
  PERFORM FROM read.build AS b WHERE b.projection = p_projection AND b.version = p_version AND b.build = p_build AND b.state = 'BUILDING' FOR UPDATE;
  IF NOT FOUND THEN RETURN false; END IF;
  SELECT b.build INTO old_build FROM read.build AS b WHERE b.projection = p_projection AND b.version = p_version AND b.state = 'LIVE' FOR UPDATE;
  IF FOUND THEN
    IF EXISTS (
      SELECT FROM read.position AS live
        LEFT JOIN read.position AS next ON next.tenant_id = live.tenant_id AND next.projection = live.projection AND next.version = live.version AND next.build = p_build
       WHERE live.projection = p_projection AND live.version = p_version AND live.build = old_build AND coalesce(next.position, 0) < live.position
    ) THEN RETURN false; END IF;
    FOREACH name IN ARRAY p_tables LOOP
      EXECUTE format('DROP TABLE read.%I', name);
      EXECUTE format('ALTER TABLE read.%I RENAME TO %I', format('%s_b%s', name, p_build), name);
    END LOOP;
    DELETE FROM read.position AS p WHERE p.projection = p_projection AND p.version = p_version AND p.build = old_build;
    DELETE FROM read.build AS b WHERE b.projection = p_projection AND b.version = p_version AND b.build = old_build;
  END IF;
  UPDATE read.build AS b SET state = 'LIVE' WHERE b.projection = p_projection AND b.version = p_version AND b.build = p_build;
  RETURN true;
END $$;
REVOKE ALL ON FUNCTION read.switch_to(text, integer, integer, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION read.switch_to(text, integer, integer, text[]) TO vouchsafe_app;
