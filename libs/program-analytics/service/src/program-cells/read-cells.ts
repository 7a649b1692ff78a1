import type { Transaction } from '@vouchsafe/access';
import { believedAt } from '@vouchsafe/projections';
import type { Position } from '@vouchsafe/event-schema';
import { programFacts } from '../program-facts/program-facts.projection.js';
import type { Period } from '../program-report/period.js';
import type { Cell } from './cell.js';
import { cells, IN_PERIOD } from './contributions.sql.js';

const table = (name: string): string => `read.${programFacts.tables[name]}`;
const believed = (alias: string) => `${alias}.tenant_id = $1 AND ${believedAt(alias, '$5')}`;

const FROM_FACTS = cells({ table, believed, facts: (name) => `SELECT f.* FROM ${table(name)} AS f WHERE ${believed('f')} AND f.program_id = $2` }, IN_PERIOD);

const KEPT = `SELECT program_id AS "programId", measure, part, month, n, people FROM ${table('program_cell')}
  WHERE tenant_id = $1 AND program_id = $2 AND month <= $4::date AND (month >= $3::date OR measure IN ('COMMITMENTS', 'ENROLLED', 'COVERED'))`;

const EXISTS = `SELECT FROM ${table('commitment_fact')} WHERE tenant_id = $1 AND program_id = $2 UNION ALL SELECT FROM ${table('enrolment_fact')} WHERE tenant_id = $1 AND program_id = $2 LIMIT 1`;

/** Whether anything was ever known of this programme. */
export const isKnown = async (tx: Transaction, programId: string): Promise<boolean> => ((await tx.prepared('program-is-known', EXISTS, [tx.tenant, programId])).rowCount ?? 0) > 0;

/** A programme's cells computed from its facts, as they were believed at a position: the time grows with the programme's facts. */
export const cellsAsOf = async (tx: Transaction, programId: string, { from, to }: Period, position: Position): Promise<Cell[]> =>
  (await tx.query<Cell>(FROM_FACTS, [tx.tenant, programId, from, to, position])).rows;

/** A programme's cells as they were kept: the time grows with the months of the period.
 * @param period whole months */
export const cellsNow = async (tx: Transaction, programId: string, { from, to }: Period): Promise<Cell[]> =>
  (await tx.prepared<Cell>('program-cells', KEPT, [tx.tenant, programId, from, to])).rows;
