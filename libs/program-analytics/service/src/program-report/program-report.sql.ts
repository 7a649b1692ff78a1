import { believedAt } from '@vouchsafe/projections';
import { programFacts } from '../program-facts/program-facts.projection.js';

// Parameters: $1 tenant, $2 programme, $3 first day, $4 last day, $5 the position as of which we know.
const fact = (table: string, alias: string) => `read.${programFacts.tables[table]} AS ${alias}`;
const believed = (alias: string) => `${alias}.tenant_id = $1 AND ${believedAt(alias, '$5')}`;

const COMMITMENTS = `SELECT c.* FROM ${fact('commitment_fact', 'c')} WHERE ${believed('c')} AND c.program_id = $2`;

/** What a commitment was on the last day: its latest turn up to then; its term closes it whether or not that was noted. */
const ON_LAST_DAY = `SELECT c.commitment_id, c.sponsor_id, c.protege_id,
    CASE WHEN turn.status IN ('active', 'paused', 'fulfilled') AND c.term_end < $4::date THEN 'ended' ELSE turn.status END AS status, turn.runs
  FROM commitments AS c
  CROSS JOIN LATERAL (
    SELECT last.status, (SELECT r.status FROM jsonb_to_recordset(c.course) AS r (status text, "from" date)
                          WHERE r."from" <= $4::date AND r.status IN ('active', 'paused') ORDER BY r."from" DESC LIMIT 1) = 'active' AS runs
      FROM (SELECT t.status, t."from", t.at FROM ROWS FROM (jsonb_to_recordset(c.course) AS (status text, "from" date)) WITH ORDINALITY AS t (status, "from", at)
             WHERE t."from" <= $4::date ORDER BY t."from" DESC, t.at DESC LIMIT 1) AS last
  ) AS turn`;

export const COVERAGE = `WITH commitments AS (${COMMITMENTS}), on_last_day AS (${ON_LAST_DAY}),
  enrolled AS (SELECT DISTINCT e.person_id FROM ${fact('enrolment_fact', 'e')} WHERE ${believed('e')} AND e.program_id = $2 AND e.role = 'PROTEGE'
                AND e.from_on <= $4::date AND (e.until_on IS NULL OR e.until_on > $4::date))
  SELECT count(*)::int AS whole, (count(*) FILTER (WHERE EXISTS (SELECT FROM on_last_day AS o WHERE o.protege_id = enrolled.person_id AND o.status IN ('active', 'fulfilled') AND o.runs)))::int AS part
    FROM enrolled WHERE $3::date IS NOT NULL`;

export const BY_STATE = `WITH commitments AS (${COMMITMENTS}), on_last_day AS (${ON_LAST_DAY})
  SELECT status, count(*)::int AS count, count(DISTINCT protege_id)::int AS people FROM on_last_day WHERE $3::date IS NOT NULL GROUP BY status`;

const ACTIONS = `SELECT a.*, c.sponsor_id, c.protege_id FROM commitments AS c
  JOIN ${fact('advocacy_fact', 'a')} ON a.commitment_id = c.commitment_id AND ${believed('a')} AND a.occurred_on BETWEEN $3::date AND $4::date`;

export const BY_ACT_AND_MONTH = `WITH commitments AS (${COMMITMENTS}), actions AS (${ACTIONS})
  SELECT date_trunc('month', occurred_on)::date AS month, act, count(*)::int AS recorded, (count(*) FILTER (WHERE confirmed))::int AS confirmed,
         count(DISTINCT protege_id)::int AS people, (count(DISTINCT protege_id) FILTER (WHERE confirmed))::int AS confirmed_people
    FROM actions GROUP BY 1, 2 ORDER BY 1, 2`;

export const CONFIRMED = `WITH commitments AS (${COMMITMENTS}), actions AS (${ACTIONS})
  SELECT count(*)::int AS whole, (count(*) FILTER (WHERE confirmed))::int AS part, count(DISTINCT protege_id)::int AS people FROM actions`;

export const PLEDGES = `WITH commitments AS (${COMMITMENTS})
  SELECT p.side, count(*)::int AS whole, (count(*) FILTER (WHERE p.status = 'kept' AND p.on_time))::int AS part, count(DISTINCT c.protege_id)::int AS people
    FROM commitments AS c JOIN ${fact('pledge_fact', 'p')} ON p.commitment_id = c.commitment_id AND ${believed('p')}
   WHERE p.due_on BETWEEN $3::date AND $4::date AND p.status IN ('kept', 'missed') GROUP BY p.side`;

const OUTCOMES = `SELECT o.* FROM ${fact('outcome_fact', 'o')} WHERE ${believed('o')} AND o.program_id = $2`;

export const BY_KIND = `WITH outcomes AS (${OUTCOMES})
  SELECT kind, count(*)::int AS count, count(DISTINCT person_id)::int AS people FROM outcomes WHERE occurred_on BETWEEN $3::date AND $4::date GROUP BY kind`;

export const FUNNEL = `WITH commitments AS (${COMMITMENTS}), actions AS (${ACTIONS}), outcomes AS (${OUTCOMES}),
  pledged AS (SELECT c.commitment_id, c.protege_id FROM commitments AS c
               WHERE EXISTS (SELECT FROM jsonb_to_recordset(c.course) AS t (status text, "from" date) WHERE t.status = 'active' AND t."from" <= $4::date)
                 AND c.term_end >= $3::date
                 AND NOT EXISTS (SELECT FROM jsonb_to_recordset(c.course) AS t (status text, "from" date) WHERE t.status IN ('withdrawn', 'ended') AND t."from" < $3::date)
                 AND EXISTS (SELECT FROM ${fact('pledge_fact', 'p')} WHERE ${believed('p')} AND p.commitment_id = c.commitment_id AND p.side = 'SPONSOR')),
  -- Sets rather than a question per sponsorship: how far each came, and which came as far as an outcome.
  came AS (SELECT commitment_id, bool_or(confirmed) AS confirmed FROM actions GROUP BY commitment_id),
  bore AS (SELECT DISTINCT a.commitment_id FROM actions AS a JOIN outcomes AS o ON o.person_id = a.protege_id
            WHERE a.confirmed AND (o.actions ? a.action_id OR o.occurred_on BETWEEN a.occurred_on AND a.occurred_on + 365))
  SELECT count(*)::int AS pledged, count(came.commitment_id)::int AS acted, (count(*) FILTER (WHERE came.confirmed))::int AS confirmed,
         count(bore.commitment_id)::int AS outcome, count(DISTINCT pledged.protege_id)::int AS people
    FROM pledged LEFT JOIN came USING (commitment_id) LEFT JOIN bore USING (commitment_id)`;
