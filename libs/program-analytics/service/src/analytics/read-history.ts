import type { Transaction } from '@vouchsafe/access';
import { dayNumber, type IsoDate, type Position } from '@vouchsafe/event-schema';
import { defaultProgramSettings, type EligibilityRule, type ProgramSettings } from '@vouchsafe/programs-contracts';
import { believedAt } from '@vouchsafe/projections';
import { peopleOf, type Action, type Commitment, type Enrolment, type History, type HistoryPart, type Outcome, type Pledge, type Post, type Presence, type Sponsorship } from '@vouchsafe/program-analytics-domain';
import { peopleFacts } from '../people-facts/people-facts.projection.js';
import { programFacts } from '../program-facts/program-facts.projection.js';

/** Whose facts: programmes of one organization, and within them these cohorts; null: all. */
export interface FactScope { readonly programIds: readonly string[]; readonly cohortIds: readonly string[] | null }

const table = (name: string): string => `read.${programFacts.tables[name] ?? peopleFacts.tables[name]}`;
const day = (column: string): string => `${column} - DATE '1970-01-01'`;
const believed = (alias: string): string => `${alias}.tenant_id = $1 AND ${believedAt(alias, '$2')}`;
/** $3 programmes, $4 cohorts or null. */
const inScope = (alias: string): string => `${believed(alias)} AND ${alias}.program_id = ANY($3::text[]) AND ($4::text[] IS NULL OR ${alias}.cohort_id = ANY($4))`;
/** Facts of the commitments in scope, one look into the index a commitment. */
const ofCommitments = (name: string, columns: string): string => `SELECT ${columns} FROM ${table('commitment_fact')} AS c
  CROSS JOIN LATERAL (SELECT * FROM ${table(name)} AS f WHERE f.tenant_id = $1 AND f.commitment_id = c.commitment_id AND ${believedAt('f', '$2')} OFFSET 0) AS f WHERE ${inScope('c')}`;

type SpanRow = { status: string; from: IsoDate; until: IsoDate | null; covers: boolean };
const dayOrNull = (on: IsoDate | null): number | null => (on === null ? null : dayNumber(on));
const days = <T extends { from: IsoDate; until: IsoDate | null }>(stretches: readonly T[]) => stretches.map((each) => ({ ...each, from: dayNumber(each.from), until: dayOrNull(each.until) }));
type TurnRow<T> = { from: IsoDate; value: T; corrected: boolean };
const turns = <T>(course: readonly TurnRow<T>[]) => course.map((turn) => ({ ...turn, from: dayNumber(turn.from) }));

interface PostRow { postId: string; ranks: TurnRow<number | null>[]; units: TurnRow<string | null>[]; functions: TurnRow<string | null>[]; holders: { personId: string; from: IsoDate; until: IsoDate | null; share: number | null }[] }
interface PresenceRow { personId: string; stays: { from: IsoDate; until: IsoDate | null }[]; closed: { from: IsoDate; until: IsoDate | null }[] }
interface RulesRow { programId: string; population: EligibilityRule | null; rulesVersion: number | null; settings: ProgramSettings | null; eligibility: EligibilityRule | null }

type Readers = { readonly [Part in HistoryPart]: (tx: Transaction, position: Position, scope: FactScope) => Promise<History[Part]> };
const rows = async <Row>(tx: Transaction, text: string, position: Position, { programIds, cohortIds }: FactScope): Promise<Row[]> => (await tx.query<Row>(text, [tx.tenant, position, programIds, cohortIds])).rows;
const allRows = async <Row>(tx: Transaction, text: string, position: Position): Promise<Row[]> => (await tx.query<Row>(text, [tx.tenant, position])).rows;

const readers: Readers = {
  rules: async (tx, position, scope) => (await rows<RulesRow>(tx, `SELECT p.program_id AS "programId", p.population, p.rules_version AS "rulesVersion", p.settings, p.eligibility
      FROM ${table('program_fact')} AS p WHERE ${believed('p')} AND p.program_id = ANY($3::text[]) AND ($4::text[] IS NULL OR true) ORDER BY 1`, position, scope))
    .map(({ programId, population, rulesVersion, settings, eligibility }) => ({ programId, version: rulesVersion ?? 0, settings: settings ?? defaultProgramSettings, proteges: [...population ?? [], ...eligibility ?? []] })),
  enrolments: (tx, position, scope) => rows<Enrolment>(tx, `SELECT e.program_id AS "programId", e.cohort_id AS "cohortId", e.person_id AS "personId", e.role, ${day('e.from_on')} AS "from", ${day('e.until_on')} AS until
      FROM ${table('enrolment_fact')} AS e WHERE ${inScope('e')} ORDER BY e.person_id, e.cohort_id`, position, scope),
  commitments: async (tx, position, scope) => (await rows<Omit<Commitment, 'spans'> & { spans: SpanRow[] }>(tx, `SELECT c.commitment_id AS "commitmentId", c.program_id AS "programId", c.cohort_id AS "cohortId",
      c.sponsor_id AS "sponsorId", c.protege_id AS "protegeId", ${day('c.made_on')} AS "madeOn", c.spans FROM ${table('commitment_fact')} AS c WHERE ${inScope('c')} ORDER BY 1`, position, scope))
    .map((row) => ({ ...row, spans: days(row.spans) })),
  actions: (tx, position, scope) => rows<Action>(tx, ofCommitments('advocacy_fact', `f.action_id AS "actionId", f.commitment_id AS "commitmentId", f.act, ${day('f.occurred_on')} AS "on", f.confirmed`), position, scope),
  pledges: (tx, position, scope) => rows<Pledge>(tx, ofCommitments('pledge_fact', `f.commitment_id AS "commitmentId", f.side, ${day('f.due_on')} AS "dueOn", f.status, f.on_time AS "onTime"`), position, scope),
  outcomes: (tx, position, scope) => rows<Outcome>(tx, `SELECT o.outcome_id AS "outcomeId", o.person_id AS "personId", o.program_id AS "programId", o.kind, ${day('o.occurred_on')} AS "on", o.actions
      FROM ${table('outcome_fact')} AS o WHERE ${believed('o')} AND o.program_id = ANY($3::text[])
       AND ($4::text[] IS NULL OR EXISTS (SELECT FROM ${table('enrolment_fact')} AS e WHERE ${believed('e')} AND e.person_id = o.person_id AND e.program_id = o.program_id AND e.cohort_id = ANY($4))) ORDER BY 1`, position, scope),
  people: async (tx, position) => {
    const presences = await allRows<PresenceRow>(tx, `SELECT p.person_id AS "personId", p.stays, p.closed FROM ${table('presence_fact')} AS p WHERE ${believed('p')}`, position);
    const posts = await allRows<PostRow>(tx, `SELECT p.post_id AS "postId", p.ranks, p.units, p.functions, p.holders FROM ${table('post_course_fact')} AS p WHERE ${believed('p')} ORDER BY 1`, position);
    return peopleOf(presences.map(({ personId, stays, closed }): Presence => ({ personId, stays: days(stays), closed: days(closed) })),
      posts.map(({ postId, ranks, units, functions, holders }): Post => ({ postId, ranks: turns(ranks), units: turns(units), functions: turns(functions), holders: days(holders) })));
  },
  sponsorships: (tx, position) => allRows<Sponsorship>(tx, `SELECT c.protege_id AS "protegeId", c.program_id AS "programId", ${day('c.made_on')} AS "madeOn" FROM ${table('commitment_fact')} AS c
    WHERE ${believed('c')} AND c.made_on IS NOT NULL`, position),
};

/** One kind of facts as believed at a position. In the same order whenever it is asked. */
export const readPart = <Part extends HistoryPart>(part: Part, tx: Transaction, position: Position, scope: FactScope): Promise<History[Part]> => readers[part](tx, position, scope);
