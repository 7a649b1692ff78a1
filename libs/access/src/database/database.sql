-- Whoever migrates acts as the owner; functions that write the log or look up a tenant are handed to roles of their own.
GRANT vouchsafe_owner TO CURRENT_USER;
GRANT vouchsafe_log_writer, vouchsafe_front TO vouchsafe_owner;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
DO $$ BEGIN
  EXECUTE format('GRANT CREATE ON DATABASE %I TO vouchsafe_owner', current_database());
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO vouchsafe_app, vouchsafe_scout, vouchsafe_relay, vouchsafe_reporter', current_database());
END $$;
-- A request that hangs frees its locks by itself; the bound of one statement is set per transaction.
ALTER ROLE vouchsafe_app SET lock_timeout = '5s';
ALTER ROLE vouchsafe_app SET idle_in_transaction_session_timeout = '15s';
ALTER ROLE vouchsafe_scout SET statement_timeout = '5s';
ALTER ROLE vouchsafe_relay SET statement_timeout = '10s';
ALTER ROLE vouchsafe_reporter SET statement_timeout = '5s';
ALTER ROLE vouchsafe_reporter SET idle_in_transaction_session_timeout = '15s';
-- Times and days are read as ISO 8601, whatever the database prefers to show.
ALTER ROLE vouchsafe_app SET datestyle = 'ISO, YMD';
ALTER ROLE vouchsafe_scout SET datestyle = 'ISO, YMD';
ALTER ROLE vouchsafe_relay SET datestyle = 'ISO, YMD';
ALTER ROLE vouchsafe_reporter SET datestyle = 'ISO, YMD';
