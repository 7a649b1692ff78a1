import { Injectable } from '@nestjs/common';
import { Database, ReleaseDatabase, sqlMigration } from '@vouchsafe/access';
import { streamName } from '@vouchsafe/decider';
import { readEvent, type Position, type TenantId } from '@vouchsafe/event-schema';
import { EventStore } from '@vouchsafe/event-store';
import { releaseEvents, type Release, type ReleasedFigure } from '@vouchsafe/program-analytics-contracts';
import { releases } from './release.js';

export const releaseMigration = sqlMigration('Release', 1_763_852_400_000, new URL('./release.sql', import.meta.url));

/** A release as leadership reads it. */
export interface ShelvedRelease {
  readonly releaseId: string;
  readonly programId: string;
  readonly number: number;
  readonly from: string;
  readonly to: string;
  readonly k: number;
  readonly lattice: Release['lattice'];
  readonly position: Position;
  readonly chain: string;
  readonly publishedAt: string;
}

const COLUMNS = `release_id AS "releaseId", program_id AS "programId", number, period_from AS "from", period_to AS "to", k, lattice, position, chain, published_at AS "publishedAt"`;
const KNOWN_AT = `SELECT ${COLUMNS} FROM release.release WHERE tenant_id = $1 AND program_id = $2 AND ($3::timestamptz IS NULL OR published_at <= $3) ORDER BY number DESC LIMIT 1`;
const ALL = `SELECT ${COLUMNS} FROM release.release WHERE tenant_id = $1 AND program_id = $2 ORDER BY number DESC LIMIT 100`;
const PROGRAMS = `SELECT DISTINCT program_id AS "programId" FROM release.release WHERE tenant_id = $1 AND ($2::text[] IS NULL OR program_id = ANY($2)) ORDER BY 1 LIMIT 100`;
const FIGURES = `SELECT measure, place, state, part, whole, as_of AS "asOf" FROM release.figure WHERE tenant_id = $1 AND program_id = $2 AND number = $3 ORDER BY ordinal`;

/** The releases of an organization: put there from the log, read by a login that reads nothing else. */
@Injectable()
export class ReleaseShelf {
  constructor(private readonly database: Database, private readonly released: ReleaseDatabase, private readonly log: EventStore) {}

  /** Copies out whatever releases of a programme are not there yet: also those whose publisher died between the log and the shelf. */
  async shelve(tenant: TenantId, programId: string): Promise<void> {
    const events = await this.log.readStream(tenant, streamName(releases, programId));
    const published = events.filter(({ type }) => type === 'ReleasePublished');
    await this.database.withTenant(tenant, async (tx) => {
      for (const [index, stored] of published.entries()) {
        const release = readEvent(releaseEvents, stored).data as Release;
        const { releaseId, period: { from, to }, k, lattice, knownAt: { position, chain }, inputsDigest, figures } = release;
        const { rowCount } = await tx.query(
          'INSERT INTO release.release (tenant_id, program_id, number, release_id, period_from, period_to, k, lattice, position, chain, inputs_digest, published_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT DO NOTHING',
          [tenant, programId, index + 1, releaseId, from, to, k, JSON.stringify(lattice), position, chain, inputsDigest, stored.recordedAt]);
        if (!rowCount) continue;
        await tx.query(
          `INSERT INTO release.figure (tenant_id, program_id, number, ordinal, measure, place, state, part, whole, as_of)
           SELECT $1, $2, $3, f.ordinal, f.measure, f.place::jsonb, f.state, f.part, f.whole, f.as_of
             FROM unnest($4::integer[], $5::text[], $6::text[], $7::text[], $8::integer[], $9::integer[], $10::date[]) AS f (ordinal, measure, place, state, part, whole, as_of)`,
          [tenant, programId, index + 1, figures.map((_, ordinal) => ordinal), figures.map(({ measure }) => measure), figures.map(({ place }) => JSON.stringify(place)),
            figures.map(({ state }) => state), figures.map(({ part }) => part), figures.map(({ whole }) => whole), figures.map(({ asOf }) => asOf)]);
      }
    });
  }

  /** The release that was the newest at an instant; null for now. */
  async knownAt(tenant: TenantId, programId: string, instant: string | null): Promise<ShelvedRelease | null> {
    return (await this.released.query<ShelvedRelease>(tenant, KNOWN_AT, [tenant, programId, instant]))[0] ?? null;
  }

  /** The last hundred, the newest first. */
  all(tenant: TenantId, programId: string): Promise<ShelvedRelease[]> {
    return this.released.query<ShelvedRelease>(tenant, ALL, [tenant, programId]);
  }

  /** The programmes that have a release. @param among of these only; null: all */
  async programs(tenant: TenantId, among: readonly string[] | null): Promise<string[]> {
    return (await this.released.query<{ programId: string }>(tenant, PROGRAMS, [tenant, among])).map(({ programId }) => programId);
  }

  figures(tenant: TenantId, { programId, number }: ShelvedRelease): Promise<ReleasedFigure[]> {
    return this.released.query<ReleasedFigure>(tenant, FIGURES, [tenant, programId, number]);
  }
}
