-- What policies know and what they have decided. Unlike read models none of this is ever folded again: what is due was decided once.
-- All times are the database's own; no process's clock decides anything here.
CREATE SCHEMA react;
GRANT USAGE ON SCHEMA react TO vouchsafe_app, vouchsafe_scout;

-- Holds nothing of any tenant. What was recorded before `since` is history to the policy: it remembers, and does nothing.
CREATE TABLE react.policy (policy text PRIMARY KEY, since timestamptz NOT NULL DEFAULT clock_timestamp());
CREATE FUNCTION react.register(p_policies text[]) RETURNS TABLE (policy text, since timestamptz) LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  INSERT INTO react.policy AS p (policy) SELECT unnest(p_policies) ON CONFLICT DO NOTHING;
  RETURN QUERY SELECT p.policy, p.since FROM react.policy AS p WHERE p.policy = ANY (p_policies);
END $$;
REVOKE ALL ON FUNCTION react.register(text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION react.register(text[]) TO vouchsafe_app;

CREATE TABLE react.position (
  tenant_id uuid NOT NULL,
  policy text NOT NULL,
  position bigint NOT NULL,
  chain bytea, -- the log's up to there: what comes from elsewhere must go on from it
  parked_at bigint, -- the event that the policy could not read
  parked_reason text,
  PRIMARY KEY (tenant_id, policy)
);
CREATE TABLE react.memory (
  tenant_id uuid NOT NULL,
  policy text NOT NULL,
  key text NOT NULL,
  value jsonb NOT NULL,
  PRIMARY KEY (tenant_id, policy, key)
);
CREATE TABLE react.alarm (
  tenant_id uuid NOT NULL,
  policy text NOT NULL,
  key text NOT NULL,
  rings_at timestamptz NOT NULL,
  position bigint NOT NULL, -- of the event that set it
  correlation text NOT NULL,
  data jsonb NOT NULL,
  PRIMARY KEY (tenant_id, policy, key)
);
CREATE INDEX ON react.alarm (rings_at, tenant_id);

-- A command or an effect, from the transaction that decided it to its end. Dead ones are the dead letters.
CREATE TABLE react.reaction (
  tenant_id uuid NOT NULL,
  reaction_id text NOT NULL,
  policy text NOT NULL,
  position bigint NOT NULL,
  alarm text,
  ordinal integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('command', 'effect')),
  name text NOT NULL, -- of the command or the channel
  lane text NOT NULL,
  payload jsonb NOT NULL,
  correlation text NOT NULL,
  state text NOT NULL CHECK (state IN ('DUE', 'DONE', 'DEAD')),
  attempts integer NOT NULL, -- also fences: who took it later has counted on
  due_at timestamptz NOT NULL, -- not to be tried before; while it is being tried, when others may take it over
  recorded_at timestamptz NOT NULL,
  ended_at timestamptz,
  note text, -- what became of the last attempt
  replay_key text, -- of the request that asked for it once more
  PRIMARY KEY (tenant_id, reaction_id)
);
CREATE INDEX ON react.reaction (due_at, tenant_id) WHERE state = 'DUE';
CREATE INDEX ON react.reaction (tenant_id, due_at) WHERE state = 'DUE';
CREATE INDEX ON react.reaction (tenant_id, ended_at, reaction_id) WHERE state <> 'DUE';
CREATE INDEX ON react.reaction (tenant_id, name, lane, position, reaction_id);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['position', 'memory', 'alarm', 'reaction'] LOOP
    EXECUTE format('ALTER TABLE react.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE react.%I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant ON react.%I
      USING (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)
      WITH CHECK (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON react.%I TO vouchsafe_app', name);
  END LOOP;
END $$;

-- Whose turn it is, and not what for: told to the scout, for it is all that a worker may know of tenants it is not in.
CREATE POLICY due ON react.alarm FOR SELECT TO vouchsafe_owner USING (true);
CREATE POLICY due ON react.reaction FOR SELECT TO vouchsafe_owner USING (true);
CREATE FUNCTION react.tenants_due() RETURNS TABLE (tenant uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT r.tenant_id FROM react.reaction AS r WHERE r.state = 'DUE' AND r.due_at <= statement_timestamp()
  UNION SELECT a.tenant_id FROM react.alarm AS a WHERE a.rings_at <= statement_timestamp()
$$;
REVOKE ALL ON FUNCTION react.tenants_due() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION react.tenants_due() TO vouchsafe_scout;
