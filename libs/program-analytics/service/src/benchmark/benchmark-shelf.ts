import { Injectable } from '@nestjs/common';
import { Database, ReleaseDatabase, sqlMigration } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import type { Benchmark } from '@vouchsafe/program-analytics-contracts';

export const benchmarkMigration = sqlMigration('Benchmark', 1_763_852_400_010, new URL('./benchmark.sql', import.meta.url));

interface Row { benchmarkId: string; measure: Benchmark['measure']; from: string; to: string; numerator: number; denominator: number; part: number; whole: number; releasedOn: string; question: string }

const FIND = `SELECT benchmark_id AS "benchmarkId", question, measure, period_from AS "from", period_to AS "to", epsilon_numerator AS numerator, epsilon_denominator AS denominator, part, whole, released_on AS "releasedOn"
  FROM release.benchmark WHERE tenant_id = $1 AND question = $2`;

/** The answers that an organization has of its circles. */
@Injectable()
export class BenchmarkShelf {
  constructor(private readonly database: Database, private readonly released: ReleaseDatabase) {}

  async shelve(tenant: TenantId, circle: TenantId, { benchmarkId, question, measure, period, epsilon, noised, releasedOn }: Benchmark): Promise<void> {
    await this.database.withTenant(tenant, (tx) => tx.query(
      `INSERT INTO release.benchmark (tenant_id, circle_id, benchmark_id, question, measure, period_from, period_to, epsilon_numerator, epsilon_denominator, part, whole, released_on)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT DO NOTHING`,
      [tenant, circle, benchmarkId, question, measure, period.from, period.to, epsilon.numerator, epsilon.denominator, noised.part, noised.whole, releasedOn]));
  }

  async find(tenant: TenantId, question: string): Promise<Benchmark | null> {
    const [row] = await this.released.query<Row>(tenant, FIND, [tenant, question]);
    if (!row) return null;
    const { from, to, numerator, denominator, part, whole, ...rest } = row;
    return { ...rest, period: { from, to }, epsilon: { numerator, denominator }, noised: { part, whole } };
  }
}
