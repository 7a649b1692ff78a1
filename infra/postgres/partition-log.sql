-- Spreads the tables of the log over hash partitions by tenant, inside one database: for an installation whose indexes no longer fit
-- into memory. Run once, by a superuser, while no process of the product is connected, with as many partitions as you want:
--   PGOPTIONS='-c partition_log.count=16' psql -v ON_ERROR_STOP=1 -f infra/postgres/partition-log.sql "$DATABASE_URL"
-- All or nothing; it copies every row, so it needs the log's room a second time. What protects the tables moves with them: row
-- security, policies, grants, the refusal to change. Nobody holds a right on a partition itself.
BEGIN;
DO $$
DECLARE
  partitions constant integer := coalesce(current_setting('partition_log.count', true), '16')::integer;
  name text; old text; owner text; policy record; granted record; made record; partition integer;
BEGIN
  IF partitions NOT BETWEEN 2 AND 1024 THEN RAISE EXCEPTION 'Choose 2 to 1024 partitions.'; END IF;
  FOREACH name IN ARRAY ARRAY['event', 'stream', 'request'] LOOP
    IF EXISTS (SELECT FROM pg_partitioned_table WHERE partrelid = format('log.%I', name)::regclass) THEN RAISE EXCEPTION 'log.% is partitioned already.', name; END IF;
    old := name || '_whole';
    SELECT tableowner INTO owner FROM pg_tables WHERE schemaname = 'log' AND tablename = name;
    EXECUTE format('ALTER TABLE log.%I RENAME TO %I', name, old);
    EXECUTE format('CREATE TABLE log.%I (LIKE log.%I INCLUDING ALL) PARTITION BY HASH (tenant_id)', name, old);
    EXECUTE format('ALTER TABLE log.%I OWNER TO %I', name, owner);
    FOR partition IN 0 .. partitions - 1 LOOP
      EXECUTE format('CREATE TABLE log.%I PARTITION OF log.%I FOR VALUES WITH (MODULUS %s, REMAINDER %s)', name || '_p' || partition, name, partitions, partition);
    END LOOP;
    EXECUTE format('INSERT INTO log.%I SELECT * FROM log.%I', name, old);
    FOR made IN SELECT c.oid, c.relname FROM pg_class AS c WHERE c.oid = format('log.%I', name)::regclass OR c.oid IN (SELECT inhrelid FROM pg_inherits WHERE inhparent = format('log.%I', name)::regclass) LOOP
      EXECUTE format('ALTER TABLE log.%I OWNER TO %I', made.relname, owner);
      EXECUTE format('ALTER TABLE log.%I ENABLE ROW LEVEL SECURITY', made.relname);
      EXECUTE format('ALTER TABLE log.%I FORCE ROW LEVEL SECURITY', made.relname);
      FOR policy IN SELECT * FROM pg_policies WHERE schemaname = 'log' AND tablename = old AND (made.relname = name OR policyname = 'tenant') LOOP
        EXECUTE format('CREATE POLICY %I ON log.%I FOR %s TO %s%s%s', policy.policyname, made.relname, policy.cmd, array_to_string(policy.roles, ', '),
          ' USING (' || policy.qual || ')', ' WITH CHECK (' || policy.with_check || ')');
      END LOOP;
    END LOOP;
    FOR granted IN SELECT a.privilege_type AS privilege, a.grantee::regrole AS grantee FROM pg_class AS c CROSS JOIN LATERAL aclexplode(c.relacl) AS a
        WHERE c.oid = format('log.%I', old)::regclass AND a.grantee <> c.relowner LOOP
      EXECUTE format('GRANT %s ON log.%I TO %s', granted.privilege, name, granted.grantee);
    END LOOP;
    IF name = 'event' THEN
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON log.event FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_change();
      FOR partition IN 0 .. partitions - 1 LOOP
        EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON log.%I FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_change()', 'event_p' || partition);
      END LOOP;
    END IF;
    EXECUTE format('DROP TABLE log.%I', old);
  END LOOP;
END $$;
COMMIT;
