import type { Transaction } from '@vouchsafe/access';
import { defaultGradeRanks, type GradeRanks } from '@vouchsafe/directory-domain';

/** The tenant's table of grades; the one that comes with the product where it has set none. */
export const findGradeRanks = async (tx: Transaction): Promise<GradeRanks> => {
  const { rows } = await tx.query<{ grade: string; rank: number }>('SELECT grade, rank FROM directory.grade_rank WHERE tenant_id = $1', [tx.tenant]);
  return rows.length === 0 ? defaultGradeRanks : Object.fromEntries(rows.map(({ grade, rank }) => [grade, rank]));
};

/** Replaces the table. */
export const putGradeRanks = async (tx: Transaction, ranks: Readonly<Record<string, number>>): Promise<void> => {
  await tx.query('DELETE FROM directory.grade_rank WHERE tenant_id = $1', [tx.tenant]);
  await tx.query('INSERT INTO directory.grade_rank (tenant_id, grade, rank) SELECT $1, * FROM unnest($2::text[], $3::integer[])', [tx.tenant, Object.keys(ranks), Object.values(ranks)]);
};
