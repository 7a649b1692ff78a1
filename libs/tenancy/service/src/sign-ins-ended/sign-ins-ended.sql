-- From when on access tokens count, and who has none: what sign-in asks of this organization's log, folded.
CREATE TABLE read.sign_in_end (
  tenant_id uuid NOT NULL,
  person_id text NOT NULL, -- '' for everybody, because a key holds no null
  not_before timestamptz NOT NULL, -- tokens that were issued earlier count no more
  access_ended boolean NOT NULL, -- left or deactivated: no token counts, however new
  PRIMARY KEY (tenant_id, person_id)
);
