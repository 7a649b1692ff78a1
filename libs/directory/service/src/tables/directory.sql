-- What the directory keeps beside the log: what identifies people and posts, files that wait for confirmation, and settings.
CREATE SCHEMA directory;
GRANT USAGE ON SCHEMA directory TO vouchsafe_app;

-- Names, addresses and numbers of people stand here and nowhere else: to forget someone is to delete a row.
CREATE TABLE directory.person_card (
  tenant_id uuid NOT NULL,
  person_id text NOT NULL,
  employee_number text, -- the employer's key; null once another card has taken it
  name text,
  name_search text COLLATE "C", -- lower case, without accents: what a prefix is looked for in
  work_email text,
  email_normalised text,
  site text,
  time_zone text,
  languages text NOT NULL, -- separated by spaces
  PRIMARY KEY (tenant_id, person_id),
  UNIQUE (tenant_id, employee_number)
);
CREATE INDEX ON directory.person_card (tenant_id, name_search, person_id);

CREATE TABLE directory.post_card (
  tenant_id uuid NOT NULL,
  post_id text NOT NULL,
  key text, -- the employer's number of the post; null once another card has taken it
  title text NOT NULL,
  PRIMARY KEY (tenant_id, post_id),
  UNIQUE (tenant_id, key)
);

-- A file that was judged and compared. The log holds its counts and digests, these tables what they are counts and digests of.
CREATE TABLE directory.people_import (
  tenant_id uuid NOT NULL,
  import_id text NOT NULL,
  state text NOT NULL CHECK (state IN ('STAGED', 'CONFIRMING', 'APPLIED', 'DISCARDED')),
  file_name text NOT NULL,
  request text NOT NULL, -- what was asked for, so that a key is not used twice
  staged json NOT NULL, -- the data of ImportStaged
  actor text,
  correlation text,
  recorded_at timestamptz, -- only in logs of sample data
  cards_written boolean NOT NULL DEFAULT false,
  staged_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, import_id)
);
-- Pages of at most 500 lines of JSON: a change or a card each. They go once they have been applied, or can no longer be.
CREATE TABLE directory.import_page (
  tenant_id uuid NOT NULL,
  import_id text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('change', 'post-card', 'person-card')),
  page integer NOT NULL,
  lines text NOT NULL,
  PRIMARY KEY (tenant_id, import_id, kind, page)
);
-- Findings name a line, a column and a code, never a value.
CREATE TABLE directory.import_verdict (
  tenant_id uuid NOT NULL,
  import_id text NOT NULL,
  ordinal integer NOT NULL,
  line integer NOT NULL,
  column_name text,
  code text NOT NULL,
  effect text NOT NULL,
  PRIMARY KEY (tenant_id, import_id, ordinal)
);
CREATE INDEX ON directory.import_verdict (tenant_id, import_id, effect, ordinal);

CREATE TABLE directory.mapping_profile (
  tenant_id uuid NOT NULL,
  name text NOT NULL,
  version integer NOT NULL,
  profile json NOT NULL,
  request_key text NOT NULL,
  saved_by text NOT NULL,
  saved_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, name, version),
  UNIQUE (tenant_id, request_key)
);

-- A tenant without a row here uses the table that comes with the product.
CREATE TABLE directory.grade_rank (
  tenant_id uuid NOT NULL,
  grade text NOT NULL,
  rank integer NOT NULL CHECK (rank >= 0), -- tenths of a level
  PRIMARY KEY (tenant_id, grade)
);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['person_card', 'post_card', 'people_import', 'import_page', 'import_verdict', 'mapping_profile', 'grade_rank'] LOOP
    EXECUTE format('ALTER TABLE directory.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE directory.%I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant ON directory.%I
      USING (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)
      WITH CHECK (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON directory.%I TO vouchsafe_app', name);
  END LOOP;
END $$;
