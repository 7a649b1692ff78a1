import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { eventCatalogue, eventType, type EventOf } from '@vouchsafe/event-schema';
import { z } from 'zod';
import { foldAll, foldByKey, foldFacts, projection, type Fold, type Projection } from './index.js';

export const Counted = eventType('Counted', { version: 1, schema: z.object({ key: z.string(), by: z.number() }) });
export const Moved = eventType('Moved', { version: 1, schema: z.object({ key: z.string(), to: z.string() }) });
export const Forgotten = eventType('Forgotten', { version: 1, schema: z.object({ key: z.string() }) });
export const tallyEvents = eventCatalogue(Counted, Moved, Forgotten);
export type TallyEvent = EventOf<typeof tallyEvents>;

const SQL = `
CREATE TABLE read.tally (tenant_id uuid NOT NULL, key text NOT NULL, total bigint NOT NULL, seen jsonb NOT NULL, PRIMARY KEY (tenant_id, key));
CREATE INDEX ON read.tally (tenant_id, total);
CREATE TABLE read.place (tenant_id uuid NOT NULL, key text NOT NULL, place text NOT NULL, known_from bigint NOT NULL, known_to bigint, PRIMARY KEY (tenant_id, key, known_from));
`;

interface TallyRow { total: number; seen: number[] }
interface PlaceRow { place: string }

const countsBy = (keysOf: (event: TallyEvent) => string | string[]) => foldByKey<TallyEvent, TallyRow>('tally', keysOf, (row: TallyRow | undefined, event) => {
  switch (event.type) {
    case 'Counted': return { total: (row?.total ?? 0) + event.data.by, seen: [...(row?.seen ?? []), event.position].slice(-5) };
    case 'Moved': return row;
    case 'Forgotten': return undefined;
  }
});
const placesBy = (keysOf: (event: TallyEvent) => string | string[]) => foldFacts<TallyEvent, PlaceRow>('place', keysOf, (belief: PlaceRow | undefined, event) => {
  switch (event.type) {
    case 'Counted': return belief;
    case 'Moved': return { place: event.data.to };
    case 'Forgotten': return undefined;
  }
});

/** A projection of two tables, one of rows and one of facts.
 * @param around runs before each batch is folded, inside its transaction: for specs that need trouble there
 * @param keysOf the rows that an event touches */
export const tally = ({ version = 1, around, keysOf = ({ data }) => data.key }: { version?: number; around?: Fold<TallyEvent>; keysOf?: (event: TallyEvent) => string | string[] } = {}): Projection => {
  const file = join(mkdtempSync(join(tmpdir(), 'tally-')), 'tally.sql');
  writeFileSync(file, SQL);
  const both = foldAll(countsBy(keysOf), placesBy(keysOf));
  return projection({
    name: 'tally', version, sql: pathToFileURL(file), tables: ['tally', 'place'], reads: tallyEvents,
    async fold(events, tables) {
      await around?.(events, tables);
      await both.fold(events, tables);
    },
  });
};
