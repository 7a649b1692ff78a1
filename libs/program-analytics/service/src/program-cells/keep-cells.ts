import type { AnyEvent, Recorded } from '@vouchsafe/event-schema';
import type { Fold, Tables } from '@vouchsafe/projections';
import { difference, type Cell } from './cell.js';
import { cells } from './contributions.sql.js';

/** Whom these events are about: the protégés whose facts they may change. */
type PeopleOf = (events: readonly Recorded<AnyEvent>[], tables: Tables) => Promise<readonly string[]>;

const ofPeople = (tables: Tables, people: readonly string[]): Promise<Cell[]> => {
  const believed = (alias: string) => `${alias}.known_to IS NULL`;
  return tables.ask<Cell>((table) => cells({
    table, believed,
    // One look into the index per person: see `Tables.load`.
    facts: (name, person) => `SELECT f.* FROM unnest($2::text[]) AS whom (id) CROSS JOIN LATERAL (SELECT * FROM ${table(name)} AS f WHERE f.tenant_id = $1 AND f.${person} = whom.id AND ${believed('f')} OFFSET 0) AS f`,
  }), [people]);
};

const CELL_COLUMNS = ['program_id', 'measure', 'part', 'month'] as const;

/** Adds to the cells, in the order of their keys, and removes those that come to nothing. */
const add = async (tables: Tables, changes: readonly Cell[]): Promise<void> => {
  if (changes.length === 0) return;
  const values = [changes.map(({ programId }) => programId), changes.map(({ measure }) => measure), changes.map(({ part }) => part), changes.map(({ month }) => month), changes.map(({ n }) => n), changes.map(({ people }) => people)];
  const given = `unnest($2::text[], $3::text[], $4::text[], $5::date[], $6::int[], $7::int[]) AS given (${CELL_COLUMNS.join(', ')}, n, people)`;
  await tables.ask((table) => `INSERT INTO ${table('program_cell')} AS cell (tenant_id, ${CELL_COLUMNS.join(', ')}, n, people) SELECT $1, given.* FROM ${given}
    ON CONFLICT (tenant_id, ${CELL_COLUMNS.join(', ')}) DO UPDATE SET n = cell.n + excluded.n, people = cell.people + excluded.people`, values);
  await tables.ask((table) => `DELETE FROM ${table('program_cell')} AS cell USING unnest($2::text[], $3::text[], $4::text[], $5::date[]) AS given (${CELL_COLUMNS.join(', ')})
    WHERE cell.tenant_id = $1 AND cell.n = 0 AND cell.people = 0 AND ${CELL_COLUMNS.map((column) => `cell.${column} = given.${column}`).join(' AND ')}`, values.slice(0, 4));
};

/** Keeps cells beside facts: what the facts of the people concerned contributed before a batch is taken away, what they contribute
 * after it is added. So a cell is right by construction, whatever is corrected, and no event type needs a rule of its own
 * (incremental view maintenance by deltas: Gupta & Mumick, "Maintenance of Materialized Views", 1995). */
export const keepingCells = (facts: Fold<AnyEvent>, peopleOf: PeopleOf): Fold<AnyEvent> => async (events, tables) => {
  const people = await peopleOf(events, tables);
  if (people.length === 0) return facts(events, tables);
  const before = await ofPeople(tables, people);
  await facts(events, tables);
  await add(tables, difference(before, await ofPeople(tables, people)));
};
