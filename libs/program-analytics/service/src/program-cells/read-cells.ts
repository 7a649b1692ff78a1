import type { Transaction } from '@vouchsafe/access';
import { believedAt } from '@vouchsafe/projections';
import type { Position } from '@vouchsafe/event-schema';
import type { Period } from '../analytics/period.js';
import { programFacts } from '../program-facts/program-facts.projection.js';
import type { Cell } from './cell.js';
import { cells, IN_PERIOD } from './contributions.sql.js';

const table = (name: string): string => `read.${programFacts.tables[name]}`;
const believed = (alias: string) => `${alias}.tenant_id = $1 AND ${believedAt(alias, '$5')}`;

const FROM_FACTS = cells({ table, believed, facts: (name) => `SELECT f.* FROM ${table(name)} AS f WHERE ${believed('f')} AND f.program_id = ANY($2::text[])` }, IN_PERIOD);

const KEPT = `SELECT program_id AS "programId", measure, part, month, n, people FROM ${table('program_cell')}
  WHERE tenant_id = $1 AND program_id = ANY($2::text[]) AND month <= $4::date AND (month >= $3::date OR measure IN ('COMMITMENTS', 'ENROLLED', 'COVERED'))`;

/** Cells of programmes computed from their facts, as they were believed at a position: the time grows with the facts. */
export const cellsAsOf = async (tx: Transaction, programIds: readonly string[], { from, to }: Period, position: Position): Promise<Cell[]> =>
  (await tx.query<Cell>(FROM_FACTS, [tx.tenant, programIds, from, to, position])).rows;

/** Cells of programmes as they were kept: the time grows with the months of the period.
 * @param period whole months */
export const cellsNow = async (tx: Transaction, programIds: readonly string[], { from, to }: Period): Promise<Cell[]> =>
  (await tx.prepared<Cell>('program-cells', KEPT, [tx.tenant, programIds, from, to])).rows;
