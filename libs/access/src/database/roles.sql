-- Roles belong to the cluster, so several databases may create them at once: a duplicate is no error.
-- Nobody here may bypass row security, and no login owns anything.
DO $$
DECLARE wanted record;
BEGIN
  FOR wanted IN SELECT * FROM (VALUES
    ('vouchsafe_owner', false), ('vouchsafe_log_writer', false), ('vouchsafe_front', false), ('vouchsafe_app', true), ('vouchsafe_scout', true), ('vouchsafe_relay', true),
    ('vouchsafe_reporter', true)
  ) AS role (name, login) LOOP
    BEGIN
      IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = wanted.name) THEN
        EXECUTE format('CREATE ROLE %I %s NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS', wanted.name, CASE WHEN wanted.login THEN 'LOGIN' ELSE 'NOLOGIN' END);
      END IF;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END;
  END LOOP;
END $$;
