-- Who was with the organization and where they stood, as believed between two positions of the log: what the directory publishes, kept by
-- person and by post. A belief holds a whole course, so that one row answers for any day.
CREATE TABLE read.presence_fact (
  tenant_id uuid NOT NULL,
  person_id text NOT NULL,
  known_from bigint NOT NULL,
  known_to bigint,
  stays jsonb NOT NULL, -- [{ from, until }] by day: until is the day they left
  closed jsonb NOT NULL, -- the same of the times in which access had ended
  PRIMARY KEY (tenant_id, person_id, known_from)
);
CREATE TABLE read.post_course_fact (
  tenant_id uuid NOT NULL,
  post_id text NOT NULL,
  known_from bigint NOT NULL,
  known_to bigint,
  ranks jsonb NOT NULL, -- [{ from, value, corrected }]: from that day on, until the next begins
  units jsonb NOT NULL,
  functions jsonb NOT NULL,
  holders jsonb NOT NULL, -- [{ personId, from, until, share }]
  PRIMARY KEY (tenant_id, post_id, known_from)
);
