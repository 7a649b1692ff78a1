import type { Database } from '@vouchsafe/access';
import type { Projection } from '../projection.js';

/** One attempt to fold one version of a projection: what a runner works at. */
export interface Build {
  readonly projection: Projection;
  readonly build: number;
  readonly state: 'BUILDING' | 'LIVE';
  /** Appended to the tables' names: a rebuild of a version that is live fills tables of its own. */
  readonly suffix: string;
}

interface BuildRow { projection: string; version: number; build: number; state: 'BUILDING' | 'LIVE' }

/** No two builds ever fill tables of the same name: a runner that slept through a switch would else write into the next rebuild. */
export const suffixOf = (build: number): string => `_b${build}`;

/** The builds of these projections, as the database has them now. */
export const currentBuilds = async (database: Database, projections: readonly Projection[]): Promise<Build[]> => {
  const rows = await database.call<BuildRow>('builds', 'SELECT projection, version, build, state FROM read.build ORDER BY projection, version, build', []);
  return projections.flatMap((projection) => {
    const mine = rows.filter((row) => row.projection === projection.name && row.version === projection.version);
    const isLive = mine.some(({ state }) => state === 'LIVE');
    return mine.map(({ build, state }): Build => ({ projection, build, state, suffix: state === 'BUILDING' && isLive ? suffixOf(build) : '' }));
  });
};

/** Lets queries read this build from now on, if it has caught up with the live one. */
export const switchTo = async (database: Database, { projection, build }: Build): Promise<boolean> => {
  const [row] = await database.call<{ switched: boolean }>('switch-to', 'SELECT read.switch_to($1, $2, $3, $4) AS switched', [projection.name, projection.version, build, Object.values(projection.tables)]);
  return row?.switched ?? false;
};
