-- A tenant is a log. One row per tenant is locked for the length of an append; positions are assigned under that lock,
-- so a reader at p asks for p + 1 and knows that nothing can still appear before it.
CREATE SCHEMA log;
GRANT USAGE ON SCHEMA log TO vouchsafe_app, vouchsafe_scout, vouchsafe_log_writer;

CREATE TABLE log.tenant_log (
  tenant_id uuid PRIMARY KEY,
  position bigint NOT NULL CHECK (position BETWEEN 0 AND 9007199254740991),
  chain bytea NOT NULL,
  recorded_at timestamptz NOT NULL,
  sample boolean NOT NULL
);
CREATE TABLE log.stream (
  tenant_id uuid NOT NULL,
  stream text NOT NULL,
  version bigint NOT NULL,
  closed boolean NOT NULL,
  PRIMARY KEY (tenant_id, stream)
);
CREATE TABLE log.event (
  tenant_id uuid NOT NULL,
  position bigint NOT NULL,
  stream text NOT NULL,
  version bigint NOT NULL,
  type text NOT NULL,
  schema_version integer NOT NULL,
  data json NOT NULL, -- the canonical text itself, so that its digest can be taken again
  occurred_on date NOT NULL,
  recorded_at timestamptz NOT NULL,
  actor text NOT NULL,
  request_key text NOT NULL,
  correlation text NOT NULL,
  causation text,
  digest bytea NOT NULL,
  chain bytea NOT NULL,
  PRIMARY KEY (tenant_id, position),
  UNIQUE (tenant_id, stream, version)
);
CREATE TABLE log.request (
  tenant_id uuid NOT NULL,
  key text NOT NULL,
  fingerprint text NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('appended', 'conflict', 'closed')),
  position bigint,
  versions bigint[] NOT NULL,
  recorded_at timestamptz NOT NULL,
  conflict_stream text,
  actual bigint,
  PRIMARY KEY (tenant_id, key)
);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['tenant_log', 'stream', 'event', 'request'] LOOP
    EXECUTE format('ALTER TABLE log.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE log.%I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant ON log.%I
      USING (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)
      WITH CHECK (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)', name);
    EXECUTE format('GRANT SELECT ON log.%I TO vouchsafe_app, vouchsafe_log_writer', name);
  END LOOP;
END $$;
GRANT INSERT ON log.event TO vouchsafe_log_writer;
GRANT INSERT ON log.request TO vouchsafe_log_writer;
GRANT INSERT, UPDATE ON log.stream, log.tenant_log TO vouchsafe_log_writer;
CREATE POLICY scout ON log.tenant_log FOR SELECT TO vouchsafe_scout USING (true);
GRANT SELECT (tenant_id, position) ON log.tenant_log TO vouchsafe_scout;

CREATE FUNCTION log.refuse_change() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  RAISE EXCEPTION 'The log is append-only: % of log.% is refused.', TG_OP, TG_TABLE_NAME USING ERRCODE = '42501';
END $$;
REVOKE ALL ON FUNCTION log.refuse_change() FROM PUBLIC;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON log.event FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_change();
