import { readFileSync } from 'node:fs';
import type { AnyEvent, EventCatalogue, EventOf, Recorded } from '@vouchsafe/event-schema';
import type { Tables } from './fold/tables.js';

/** What one projection does with a batch of events of one tenant: reads the rows it needs, writes those that change. */
export type Fold<Event extends AnyEvent> = (events: readonly Recorded<Event>[], tables: Tables) => Promise<void>;

/** A read model: a name, a version, tables, and a fold from events to rows. */
export interface Projection {
  readonly name: string;
  /** Raised with every change of the tables or of the fold: a second build fills beside the first, and queries move once it has caught up. */
  readonly version: number;
  /** The tables' physical names in schema `read`, by the names that the fold uses. */
  readonly tables: Readonly<Record<string, string>>;
  /** The first table with its schema, as a query names it: `read.commitment_overview_v1`. */
  readonly table: string;
  /** The statements that create the tables, under their physical names followed by `suffix`. */
  createTables(suffix: string): string;
  readonly reads: EventCatalogue;
  readonly fold: Fold<never>;
}

/** @param sql the file that creates the tables as `read.<name>`; tenant_id comes first in every key; row security and grants are added
 * @param reads the types that it folds; others pass */
export const projection = <C extends EventCatalogue>({ name, version, sql, tables, reads, fold }: {
  name: string; version: number; sql: URL; tables: readonly [string, ...string[]]; reads: C; fold: Fold<EventOf<C> & AnyEvent>;
}): Projection => {
  const physical = Object.fromEntries(tables.map((table) => [table, `${table}_v${version}`]));
  return {
    name, version, reads,
    tables: physical,
    table: `read.${physical[tables[0]]}`,
    fold: fold as Fold<never>,
    createTables: (suffix) => readFileSync(sql, 'utf8').replace(/\bread\.([a-z_]+)\b/g, (whole, table: string) => (physical[table] ? `read.${physical[table]}${suffix}` : whole)),
  };
};
