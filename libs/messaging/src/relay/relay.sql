-- What the relay keeps: how far each log is published, and which relay looks after which tenants. All times are the database's own.
-- Nothing here is truth: every mark may be set back, and costs duplicates.
CREATE SCHEMA relay;
GRANT USAGE ON SCHEMA log, relay TO vouchsafe_relay;

-- The log is the outbox: the relay reads all of it, whoever it belongs to, and writes nothing there.
CREATE POLICY relay ON log.event FOR SELECT TO vouchsafe_relay USING (true);
CREATE POLICY relay ON log.tenant_log FOR SELECT TO vouchsafe_relay USING (true);
GRANT SELECT ON log.event, log.tenant_log TO vouchsafe_relay;

CREATE TABLE relay.mark (
  tenant_id uuid PRIMARY KEY,
  position bigint NOT NULL CHECK (position >= 0), -- published and acknowledged up to here
  epoch bigint NOT NULL -- of the lease under which it was moved last: an older one moves it no more
);
ALTER TABLE relay.mark ENABLE ROW LEVEL SECURITY;
ALTER TABLE relay.mark FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON relay.mark
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
CREATE POLICY relay ON relay.mark TO vouchsafe_relay USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON relay.mark TO vouchsafe_relay;

-- Tenants fall into 64 buckets; each has one owner at a time, and whoever takes it raises its epoch.
CREATE TABLE relay.lease (
  bucket integer PRIMARY KEY CHECK (bucket BETWEEN 0 AND 63),
  owner text,
  epoch bigint NOT NULL,
  expires_at timestamptz NOT NULL
);
INSERT INTO relay.lease SELECT bucket, NULL, 0, '-infinity' FROM generate_series(0, 63) AS bucket;
GRANT SELECT, UPDATE ON relay.lease TO vouchsafe_relay;

-- The relays that live, also those that hold nothing yet: their number makes the share of each.
CREATE TABLE relay.member (owner text PRIMARY KEY, expires_at timestamptz NOT NULL);
GRANT SELECT, INSERT, UPDATE, DELETE ON relay.member TO vouchsafe_relay;
