-- The look-up of a tenant before one is known: by handle of an organization, by a blind index of an e-mail address, by issuer.
-- One function answers it, owned by a role with a policy of its own; no other read here is tenant-blind.
CREATE SCHEMA front;
GRANT USAGE ON SCHEMA front TO vouchsafe_app, vouchsafe_front;
CREATE TABLE front.key (
  tenant_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('handle', 'sign-in')),
  key text NOT NULL CHECK (octet_length(key) BETWEEN 1 AND 200),
  -- The tenant's own id for what the key names: a person for a sign-in, the organization itself for a handle.
  subject text NOT NULL,
  PRIMARY KEY (tenant_id, kind, key)
);
CREATE INDEX key_by_value ON front.key (kind, key);
ALTER TABLE front.key ENABLE ROW LEVEL SECURITY;
ALTER TABLE front.key FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON front.key
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
CREATE POLICY front ON front.key FOR SELECT TO vouchsafe_front USING (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON front.key TO vouchsafe_app;
GRANT SELECT ON front.key TO vouchsafe_front;
GRANT CREATE ON SCHEMA front TO vouchsafe_front;
CREATE FUNCTION front.resolve(p_kind text, p_key text) RETURNS TABLE (tenant uuid, subject text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
  AS $$ SELECT k.tenant_id, k.subject FROM front.key AS k WHERE k.kind = p_kind AND k.key = p_key ORDER BY k.tenant_id LIMIT 20 $$;
ALTER FUNCTION front.resolve(text, text) OWNER TO vouchsafe_front;
REVOKE CREATE ON SCHEMA front FROM vouchsafe_front;
REVOKE ALL ON FUNCTION front.resolve(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION front.resolve(text, text) TO vouchsafe_app;

-- What one installation keeps to itself: signs cursors and blinds e-mail addresses. Every process of it must know the same.
CREATE TABLE front.installation (secret text PRIMARY KEY);
INSERT INTO front.installation VALUES (replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''));
GRANT SELECT ON front.installation TO vouchsafe_app;
