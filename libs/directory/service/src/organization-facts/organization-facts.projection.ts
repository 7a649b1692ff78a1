import { organizationEvents, type OrganizationEvent } from '@vouchsafe/directory-contracts';
import type { Recorded } from '@vouchsafe/event-schema';
import { projection, type Row } from '@vouchsafe/projections';
import { foldTimelines, type Saying } from './fold-timelines.js';

interface Line { readonly reportsTo: string | null; readonly dottedTo: readonly string[] }

const linesOf = ({ reportsTo, dottedTo }: Line): Row[] => [
  ...(reportsTo === null ? [] : [{ aboveId: reportsTo, dotted: false }]),
  ...[...new Set(dottedTo)].filter((above) => above !== reportsTo).map((aboveId) => ({ aboveId, dotted: true })),
];

const sayingsOf = ({ type, data, occurredOn: from }: Recorded<OrganizationEvent>): Saying[] => {
  const post = (postId: string, next: Saying['next']): Saying => ({ table: 'post_fact', subject: { postId }, from, next });
  const patched = (postId: string, change: Row): Saying => post(postId, (held) => held.map((row) => ({ ...row, ...change })));
  const lines = (postId: string, rows: readonly Row[]): Saying => ({ table: 'line_fact', subject: { postId }, from, next: () => rows });
  const holders = (postId: string, next: Saying['next']): Saying => ({ table: 'holder_fact', subject: { postId }, from, next });
  const person = (personId: string, next: Saying['next'], day = from): Saying => ({ table: 'person_fact', subject: { personId }, from: day, next });
  const without = (held: readonly Row[], personId: string): Row[] => held.filter((row) => row['personId'] !== personId);

  switch (type) {
    case 'PostOpened': {
      const { postId, unit, function: work, grade, rank, lineKnown } = data;
      return [post(postId, () => [{ unit, function: work, grade, rank, lineKnown }]), lines(postId, linesOf(data))];
    }
    case 'PostClosed': return [post(data.postId, () => []), lines(data.postId, []), holders(data.postId, () => [])];
    case 'PostRenumbered': return [];
    case 'LevelChanged': return [patched(data.postId, { grade: data.grade, rank: data.rank })];
    case 'UnitChanged': return [patched(data.postId, { unit: data.unit })];
    case 'FunctionChanged': return [patched(data.postId, { function: data.function })];
    case 'ReportingLineChanged': return [patched(data.postId, { lineKnown: data.lineKnown }), lines(data.postId, linesOf(data))];
    case 'PostFilled': return [holders(data.postId, (held) => [...without(held, data.personId), { personId: data.personId, share: data.share }])];
    case 'PostVacated': return [holders(data.postId, (held) => without(held, data.personId))];
    case 'WorkingShareChanged':
      return [holders(data.postId, (held) => held.map((row) => (row['personId'] === data.personId ? { ...row, share: data.share } : row)))];
    case 'PersonJoined': return [person(data.personId, () => [{ joinedOn: data.joinedOn, accessEnded: false }], data.joinedOn)];
    case 'PersonReturned': return [person(data.personId, (_, ever) => [{ joinedOn: ever[0]?.['joinedOn'] ?? from, accessEnded: false }])];
    case 'PersonLeft': return [person(data.personId, () => [])];
    case 'PersonDeactivated': return [person(data.personId, (held) => held.map((row) => ({ ...row, accessEnded: true })))];
    case 'DirectoryFactCorrected': {
      const { field: _field, ...corrected } = data.fact;
      return [patched(data.postId, corrected)];
    }
  }
};

/** Posts, lines, holders and people through time. One projection, so that all its facts stand at one position. */
export const organizationFacts = projection({
  name: 'organization-facts', version: 2, sql: new URL('./organization-facts.sql', import.meta.url),
  tables: ['post_fact', 'line_fact', 'holder_fact', 'person_fact'], reads: organizationEvents,
  ...foldTimelines({ post_fact: ['postId'], line_fact: ['postId'], holder_fact: ['postId'], person_fact: ['personId'] }, sayingsOf),
});

const table = (name: string): string => `read.${organizationFacts.tables[name]}`;
export const postFact = table('post_fact');
export const lineFact = table('line_fact');
export const holderFact = table('holder_fact');
export const personFact = table('person_fact');

/** The condition under which a fact held on a day, as known at a position; both bound as parameters, written as `$2`. */
export const heldOn = (alias: string, day: string, position: string): string =>
  `${alias}.effective_from <= ${day} AND (${alias}.effective_to IS NULL OR ${alias}.effective_to > ${day})
   AND ${alias}.known_from <= ${position} AND (${alias}.known_to IS NULL OR ${alias}.known_to > ${position})`;

/** A position beyond every log: whatever is known now. */
export const NOW_KNOWN = Number.MAX_SAFE_INTEGER;
