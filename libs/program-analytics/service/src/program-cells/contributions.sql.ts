/** Where facts are taken from: all of a programme as believed at a position, or those of some people as believed now. */
export interface Source {
  /** A table's physical name. */
  readonly table: (name: string) => string;
  /** Rows of a table of facts. @param person its column that names whom the fact is about */
  readonly facts: (name: string, person: string) => string;
  /** The condition under which a fact, under this alias, is believed. */
  readonly believed: (alias: string) => string;
}

/** What each protégé's facts contribute to each measure, dated: columns program_id, person_id, measure, part, day, n. The one definition of
 * what is counted, for the present and for the past.
 * A measure is a *flow*, summed over the days of a period, or a *stock*, summed over all days up to its last: an entry of a stock says
 * by how much it rose or fell on that day. */
export const contributions = ({ table, facts, believed }: Source): string => `
  commitments AS MATERIALIZED (${facts('commitment_fact', 'protege_id')}),
  enrolments AS MATERIALIZED (${facts('enrolment_fact', 'person_id')}),
  outcomes AS MATERIALIZED (${facts('outcome_fact', 'person_id')}),
  spans AS (SELECT c.program_id, c.protege_id AS person_id, s.status, s."from", s.until, s.covers
              FROM commitments AS c CROSS JOIN LATERAL jsonb_to_recordset(c.spans) AS s (status text, "from" date, until date, covers boolean)),
  actions AS MATERIALIZED (SELECT c.program_id, c.commitment_id, c.protege_id AS person_id, a.action_id, a.act, a.occurred_on, a.confirmed
    FROM commitments AS c CROSS JOIN LATERAL (SELECT * FROM ${table('advocacy_fact')} AS a WHERE a.tenant_id = $1 AND a.commitment_id = c.commitment_id AND ${believed('a')} OFFSET 0) AS a),
  pledges AS MATERIALIZED (SELECT c.program_id, c.commitment_id, c.protege_id AS person_id, p.side, p.due_on, p.status, p.on_time
    FROM commitments AS c CROSS JOIN LATERAL (SELECT * FROM ${table('pledge_fact')} AS p WHERE p.tenant_id = $1 AND p.commitment_id = c.commitment_id AND ${believed('p')} OFFSET 0) AS p),
  -- Who was enrolled, and who had an active sponsor: of several places and several sponsorships of one person, one counts.
  changes AS (
    SELECT program_id, person_id, from_on AS day, 1 AS places, 0 AS sponsors FROM enrolments WHERE role = 'PROTEGE'
    UNION ALL SELECT program_id, person_id, until_on, -1, 0 FROM enrolments WHERE role = 'PROTEGE' AND until_on IS NOT NULL
    UNION ALL SELECT program_id, person_id, "from", 0, 1 FROM spans WHERE covers
    UNION ALL SELECT program_id, person_id, until, 0, -1 FROM spans WHERE covers AND until IS NOT NULL),
  standing AS (SELECT program_id, person_id, day, sum(sum(places)) OVER so_far > 0 AS enrolled, sum(sum(places)) OVER so_far > 0 AND sum(sum(sponsors)) OVER so_far > 0 AS covered
                 FROM changes GROUP BY program_id, person_id, day WINDOW so_far AS (PARTITION BY program_id, person_id ORDER BY day)),
  -- How far each sponsorship came, by the month in which it was made: every step is part of the one before.
  came AS (SELECT commitment_id, bool_or(confirmed) AS confirmed FROM actions GROUP BY commitment_id),
  bore AS (SELECT DISTINCT a.commitment_id FROM actions AS a JOIN outcomes AS o ON o.person_id = a.person_id AND o.program_id = a.program_id
            WHERE a.confirmed AND (o.actions ? a.action_id OR o.occurred_on BETWEEN a.occurred_on AND a.occurred_on + 365)),
  journeys AS (SELECT c.program_id, c.protege_id AS person_id, c.made_on AS day, true AS pledged, came.commitment_id IS NOT NULL AS acted, coalesce(came.confirmed, false) AS confirmed, bore.commitment_id IS NOT NULL AS bore
                 FROM commitments AS c LEFT JOIN came USING (commitment_id) LEFT JOIN bore USING (commitment_id)
                WHERE c.made_on IS NOT NULL AND EXISTS (SELECT FROM pledges AS p WHERE p.commitment_id = c.commitment_id AND p.side = 'SPONSOR')),
  contributions AS (
    SELECT program_id, person_id, 'COMMITMENTS' AS measure, status AS part, "from" AS day, 1 AS n FROM spans
    UNION ALL SELECT program_id, person_id, 'COMMITMENTS', status, until, -1 FROM spans WHERE until IS NOT NULL
    UNION ALL SELECT program_id, person_id, 'ENROLLED', '', day, enrolled::int - coalesce(lag(enrolled::int) OVER before, 0) FROM standing WINDOW before AS (PARTITION BY program_id, person_id ORDER BY day)
    UNION ALL SELECT program_id, person_id, 'COVERED', '', day, covered::int - coalesce(lag(covered::int) OVER before, 0) FROM standing WINDOW before AS (PARTITION BY program_id, person_id ORDER BY day)
    UNION ALL SELECT program_id, person_id, 'RECORDED', act, occurred_on, 1 FROM actions
    UNION ALL SELECT program_id, person_id, 'CONFIRMED', act, occurred_on, 1 FROM actions WHERE confirmed
    UNION ALL SELECT program_id, person_id, 'PLEDGES_DUE', side, due_on, 1 FROM pledges WHERE status IN ('kept', 'missed')
    UNION ALL SELECT program_id, person_id, 'PLEDGES_KEPT', side, due_on, 1 FROM pledges WHERE status = 'kept' AND on_time
    UNION ALL SELECT program_id, person_id, 'OUTCOMES', kind, occurred_on, 1 FROM outcomes WHERE program_id IS NOT NULL
    UNION ALL SELECT program_id, person_id, 'JOURNEYS', step.part, day, 1 FROM journeys
      CROSS JOIN LATERAL (VALUES ('PLEDGED', pledged), ('ACTED', acted), ('CONFIRMED', confirmed), ('OUTCOME', bore)) AS step (part, reached) WHERE step.reached)`;

const STOCKS = `('COMMITMENTS', 'ENROLLED', 'COVERED')`;
export const isStock = (measure: string): boolean => STOCKS.includes(`'${measure}'`);

/** Contributions gathered into cells by month: program_id, measure, part, month, n, people. `people` are those of the month who contribute to a flow; of a stock,
 * by how many those who stand in it rose or fell.
 * @param within a condition on measure and day, for a period that does not consist of whole months */
export const cells = (source: Source, within = 'true'): string => `WITH ${contributions(source)},
  by_person AS (SELECT program_id, person_id, measure, part, date_trunc('month', day)::date AS month, sum(n) AS n FROM contributions WHERE ${within} GROUP BY 1, 2, 3, 4, 5 HAVING sum(n) <> 0),
  stood AS (SELECT *, sum(n) OVER (PARTITION BY program_id, person_id, measure, part ORDER BY month) AS so_far FROM by_person)
  SELECT program_id AS "programId", measure, part, month, sum(n)::int AS n, sum(CASE WHEN measure IN ${STOCKS} THEN (so_far > 0)::int - (so_far - n > 0)::int ELSE 1 END)::int AS people
    FROM stood GROUP BY 1, 2, 3, 4 HAVING sum(n) <> 0 OR sum(CASE WHEN measure IN ${STOCKS} THEN (so_far > 0)::int - (so_far - n > 0)::int ELSE 1 END) <> 0`;

/** The condition of a period in days: $3 its first, $4 its last. */
export const IN_PERIOD = `day <= $4::date AND (day >= $3::date OR measure IN ${STOCKS})`;
