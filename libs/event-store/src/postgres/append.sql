-- One round trip, one transaction: arrays in, rows out. a_ describes appends, w_ their writes, s_ the streams named, e_ the events;
-- appends follow each other in a_, their writes in w_, the writes' events in e_, and the counts say how many belong to each.
-- The data of the events come as lines: canonical JSON holds no line break, and an array of it would have to be quoted and unquoted.
-- A conflict is a row and not an exception, so one loser does not fail its neighbours in the call.
CREATE FUNCTION log.enter(p_tenant uuid) RETURNS void LANGUAGE plpgsql SET search_path = '' AS $$
DECLARE setting text := nullif(current_setting('app.tenant_id', true), '');
BEGIN
  IF setting IS NULL THEN
    EXECUTE format('SET LOCAL app.tenant_id = %L', p_tenant);
  ELSIF setting <> p_tenant::text THEN
    RAISE EXCEPTION 'This transaction belongs to another tenant.' USING ERRCODE = '42501';
  END IF;
END $$;

CREATE FUNCTION log.open_log(p_tenant uuid, p_sample boolean) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  PERFORM log.enter(p_tenant);
  INSERT INTO log.tenant_log (tenant_id, position, chain, recorded_at, sample)
    VALUES (p_tenant, 0, sha256('vouchsafe.log.v1'::bytea || '\x00'::bytea || convert_to(p_tenant::text, 'UTF8')), 'epoch', p_sample)
    ON CONFLICT (tenant_id) DO NOTHING;
END $$;

CREATE FUNCTION log.append(
  p_tenant uuid,
  a_key text[], a_fingerprint text[], a_actor text[], a_correlation text[], a_causation text[], a_recorded_at timestamptz[], a_final boolean[], a_writes integer[],
  w_stream integer[], w_expected bigint[], w_closes boolean[], w_events integer[],
  s_name text[],
  e_type text[], e_schema_version integer[], e_occurred_on date[], e_lines text
) RETURNS TABLE (outcome text, "position" bigint, versions bigint[], recorded_at timestamptz, conflict_stream text, actual bigint, replayed boolean)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
#variable_conflict use_column
DECLARE
  appends constant integer := cardinality(a_key);
  streams constant integer := cardinality(s_name);
  head bigint; head_chain bytea; head_at timestamptz; is_sample boolean;
  started_at bigint; now_at timestamptz := date_trunc('milliseconds', clock_timestamp());
  s_version bigint[]; s_closed boolean[]; s_touched boolean[] := array_fill(false, ARRAY[streams]);
  r_outcome text[] := array_fill(NULL::text, ARRAY[appends]); r_position bigint[] := array_fill(NULL::bigint, ARRAY[appends]);
  r_at timestamptz[] := array_fill(NULL::timestamptz, ARRAY[appends]); r_stream text[] := r_outcome; r_actual bigint[] := r_position;
  r_replayed boolean[] := array_fill(false, ARRAY[appends]); r_from integer[] := array_fill(0, ARRAY[appends]); r_to integer[] := r_from;
  w_version bigint[] := array_fill(0::bigint, ARRAY[cardinality(w_stream)]);
  e_data text[] := string_to_array(e_lines, E'\n');
  a_header text[] := r_outcome; -- what all events of an append have in common of what is hashed
  -- per event: NULL where its append was refused
  x_append integer[] := '{}'; x_stream text[] := '{}'; x_version bigint[] := '{}'; x_position bigint[] := '{}';
  digests bytea[]; leaves bytea[]; chains bytea[];
  known record; a integer; w integer := 0; e integer; s integer; expected bigint; actual_version bigint; count integer; ms text;
BEGIN
  PERFORM log.enter(p_tenant);
  SELECT t.position, t.chain, t.recorded_at, t.sample INTO head, head_chain, head_at, is_sample
    FROM log.tenant_log AS t WHERE t.tenant_id = p_tenant FOR UPDATE;
  IF NOT FOUND THEN RAISE EXCEPTION 'no log' USING ERRCODE = 'VS001'; END IF;
  started_at := head;

  -- One look into the index per name: left to choose, the planner reads all of a tenant's streams and requests into a hash table.
  SELECT array_agg(coalesce(st.version, 0) ORDER BY named.at), array_agg(coalesce(st.closed, false) ORDER BY named.at) INTO s_version, s_closed
    FROM unnest(s_name) WITH ORDINALITY AS named (name, at)
    LEFT JOIN LATERAL (SELECT q.version, q.closed FROM log.stream AS q WHERE q.tenant_id = p_tenant AND q.stream = named.name LIMIT 1) AS st ON true;

  FOR known IN
    SELECT asked.at, r.* FROM unnest(a_key) WITH ORDINALITY AS asked (key, at)
      CROSS JOIN LATERAL (SELECT * FROM log.request AS q WHERE q.tenant_id = p_tenant AND q.key = asked.key LIMIT 1) AS r
  LOOP
    a := known.at;
    IF known.fingerprint <> a_fingerprint[a] THEN
      r_outcome[a] := 'key-reused';
    ELSE
      r_outcome[a] := known.outcome; r_position[a] := known.position; r_at[a] := known.recorded_at;
      r_stream[a] := known.conflict_stream; r_actual[a] := known.actual; r_replayed[a] := true;
      -- the recorded versions take the place of those of this call's writes
      count := 0;
      FOR s IN 1 .. a - 1 LOOP count := count + a_writes[s]; END LOOP;
      FOR s IN 1 .. cardinality(known.versions) LOOP w_version[count + s] := known.versions[s]; END LOOP;
    END IF;
  END LOOP;

  FOR a IN 1 .. appends LOOP
    r_from[a] := w + 1; r_to[a] := w + a_writes[a];
    IF r_outcome[a] IS NULL THEN
      FOR w IN r_from[a] .. r_to[a] LOOP
        s := w_stream[w]; expected := w_expected[w]; actual_version := s_version[s];
        IF s_closed[s] AND w_events[w] > 0 THEN
          r_outcome[a] := 'closed';
        ELSIF NOT (expected = actual_version OR expected = -3 OR (expected = -2 AND actual_version > 0) OR (expected = -1 AND actual_version = 0)) THEN
          r_outcome[a] := 'conflict';
        END IF;
        IF r_outcome[a] IS NOT NULL THEN
          r_stream[a] := s_name[s]; r_actual[a] := actual_version;
          EXIT;
        END IF;
      END LOOP;
    END IF;
    IF r_outcome[a] IS NULL THEN
      r_outcome[a] := 'appended';
      IF a_recorded_at[a] IS NOT NULL THEN
        IF NOT is_sample THEN RAISE EXCEPTION 'Only a log of sample data takes a time of recording.' USING ERRCODE = 'VS002'; END IF;
        head_at := greatest(head_at, least(date_trunc('milliseconds', a_recorded_at[a]), now_at));
      ELSE
        head_at := greatest(head_at, now_at); -- the clock may be set back, what we knew may not
      END IF;
      r_at[a] := head_at;
      ms := (extract(epoch FROM head_at) * 1000)::bigint;
      a_header[a] := concat(
        length(ms), ':', ms, ',', octet_length(a_actor[a]), ':', a_actor[a], ',', octet_length(a_key[a]), ':', a_key[a], ',',
        octet_length(a_correlation[a]), ':', a_correlation[a], ',', octet_length(coalesce(a_causation[a], '')), ':', a_causation[a], ',');
      FOR w IN r_from[a] .. r_to[a] LOOP
        s := w_stream[w]; actual_version := s_version[s];
        FOR e IN 1 .. w_events[w] LOOP
          head := head + 1;
          x_append := x_append || a; x_stream := x_stream || s_name[s]; x_version := x_version || (actual_version + e); x_position := x_position || head;
        END LOOP;
        w_version[w] := actual_version + w_events[w];
        IF w_events[w] > 0 THEN
          s_version[s] := w_version[w]; s_closed[s] := s_closed[s] OR w_closes[w]; s_touched[s] := true;
        END IF;
      END LOOP;
      r_position[a] := head;
    ELSE
      FOR w IN r_from[a] .. r_to[a] LOOP
        FOR e IN 1 .. w_events[w] LOOP
          x_append := x_append || a; x_stream := x_stream || NULL::text; x_version := x_version || NULL::bigint; x_position := x_position || NULL::bigint;
        END LOOP;
      END LOOP;
    END IF;
    w := r_to[a];
  END LOOP;

  IF head > started_at THEN
    -- unnest keeps the order of its arrays and so does array_agg: all stay aligned, and nothing is joined or sorted.
    SELECT array_agg(hashed.digest), array_agg(sha256('\x00'::bytea || convert_to(hashed.header, 'UTF8') || hashed.digest)) INTO digests, leaves
      FROM (
        SELECT sha256(convert_to(x.data, 'UTF8')) AS digest, concat(
            '2:v1,36:', p_tenant, ',', length(x.position::text), ':', x.position, ',', octet_length(x.stream), ':', x.stream, ',', length(x.version::text), ':', x.version, ',',
            octet_length(x.type), ':', x.type, ',', length(x.schema_version::text), ':', x.schema_version, ',10:', to_char(x.occurred_on, 'YYYY-MM-DD'), ',', a_header[x.append]
          ) AS header -- to_char, since a plain cast would follow the session's taste in dates
          FROM unnest(x_append, x_position, x_stream, x_version, e_type, e_schema_version, e_occurred_on, e_data) AS x (append, position, stream, version, type, schema_version, occurred_on, data)
        OFFSET 0 -- a fence: each digest is taken once
      ) AS hashed;
    chains := array_fill(NULL::bytea, ARRAY[cardinality(leaves)]);
    FOR e IN 1 .. cardinality(leaves) LOOP
      IF x_position[e] IS NOT NULL THEN
        head_chain := sha256('\x02'::bytea || head_chain || leaves[e]);
        chains[e] := head_chain;
      END IF;
    END LOOP;

    INSERT INTO log.event (tenant_id, position, stream, version, type, schema_version, data, occurred_on, recorded_at, actor, request_key, correlation, causation, digest, chain)
      SELECT p_tenant, x.position, x.stream, x.version, x.type, x.schema_version, x.data::json, x.occurred_on, r_at[x.append], a_actor[x.append], a_key[x.append], a_correlation[x.append], a_causation[x.append], x.digest, x.chain
        FROM unnest(x_append, x_position, x_stream, x_version, e_type, e_schema_version, e_occurred_on, e_data, digests, chains)
          AS x (append, position, stream, version, type, schema_version, occurred_on, data, digest, chain)
       WHERE x.position IS NOT NULL;
    INSERT INTO log.stream (tenant_id, stream, version, closed)
      SELECT p_tenant, u.name, u.version, u.closed FROM unnest(s_name, s_version, s_closed, s_touched) AS u (name, version, closed, touched) WHERE u.touched
      ON CONFLICT (tenant_id, stream) DO UPDATE SET version = excluded.version, closed = excluded.closed;
    UPDATE log.tenant_log AS t SET position = head, chain = head_chain, recorded_at = head_at WHERE t.tenant_id = p_tenant;
  END IF;

  INSERT INTO log.request (tenant_id, key, fingerprint, outcome, position, versions, recorded_at, conflict_stream, actual)
    SELECT p_tenant, u.key, u.fingerprint, u.outcome, u.position, CASE WHEN u.outcome = 'appended' THEN w_version[u.w_from : u.w_to] ELSE '{}' END,
           coalesce(u.at, now_at), u.stream, u.actual
      FROM unnest(a_key, a_fingerprint, a_final, r_outcome, r_position, r_at, r_stream, r_actual, r_replayed, r_from, r_to)
        AS u (key, fingerprint, final, outcome, position, at, stream, actual, replayed, w_from, w_to)
     WHERE NOT u.replayed AND (u.outcome = 'appended' OR (u.outcome <> 'key-reused' AND u.final));

  RETURN QUERY
    SELECT u.outcome, u.position, w_version[u.w_from : u.w_to], u.at, u.stream, u.actual, u.replayed
      FROM unnest(r_outcome, r_position, r_at, r_stream, r_actual, r_replayed, r_from, r_to) WITH ORDINALITY
        AS u (outcome, position, at, stream, actual, replayed, w_from, w_to, ord) ORDER BY u.ord;
END $$;

-- The last position that was recorded at or before an instant, by halving: recorded_at never falls along the log.
CREATE FUNCTION log.position_at(p_tenant uuid, p_instant timestamptz) RETURNS bigint
  LANGUAGE plpgsql STABLE SET search_path = '' AS $$
DECLARE low bigint := 0; high bigint; middle bigint;
BEGIN
  SELECT t.position INTO high FROM log.tenant_log AS t WHERE t.tenant_id = p_tenant;
  WHILE low < high LOOP
    middle := (low + high + 1) / 2;
    IF (SELECT e.recorded_at FROM log.event AS e WHERE e.tenant_id = p_tenant AND e.position = middle) <= p_instant THEN low := middle; ELSE high := middle - 1; END IF;
  END LOOP;
  RETURN low;
END $$;

GRANT CREATE ON SCHEMA log TO vouchsafe_log_writer;
ALTER FUNCTION log.open_log(uuid, boolean) OWNER TO vouchsafe_log_writer;
ALTER FUNCTION log.append(uuid, text[], text[], text[], text[], text[], timestamptz[], boolean[], integer[], integer[], bigint[], boolean[], integer[], text[], text[], integer[], date[], text)
  OWNER TO vouchsafe_log_writer;
REVOKE CREATE ON SCHEMA log FROM vouchsafe_log_writer;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA log FROM PUBLIC;
GRANT EXECUTE ON FUNCTION log.enter(uuid) TO vouchsafe_log_writer;
GRANT EXECUTE ON FUNCTION log.open_log(uuid, boolean), log.position_at(uuid, timestamptz) TO vouchsafe_app;
GRANT EXECUTE ON FUNCTION log.append(uuid, text[], text[], text[], text[], text[], timestamptz[], boolean[], integer[], integer[], bigint[], boolean[], integer[], text[], text[], integer[], date[], text) TO vouchsafe_app;
