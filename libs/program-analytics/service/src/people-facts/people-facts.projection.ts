import { organizationEvents, type OrganizationEvent } from '@vouchsafe/directory-contracts';
import type { IsoDate, Recorded } from '@vouchsafe/event-schema';
import { foldAll, foldFacts, projection } from '@vouchsafe/projections';
import { begun, corrected, ended, turned, type Stretch, type Turn } from './courses.js';

interface Presence { stays: readonly Stretch[]; closed: readonly Stretch[] }
interface Holder extends Stretch { readonly personId: string; readonly share: number | null }
interface PostCourse { ranks: readonly Turn<number | null>[]; units: readonly Turn<string | null>[]; functions: readonly Turn<string | null>[]; holders: readonly Holder[] }

const presence = (fact: Presence | undefined, { type, data, occurredOn: on }: Recorded<OrganizationEvent>): Presence | undefined => {
  switch (type) {
    case 'PersonJoined': return { stays: [{ from: data.joinedOn, until: null }], closed: [] };
    case 'PersonReturned': return { stays: begun(fact?.stays ?? [], { from: on, until: null }), closed: ended(fact?.closed ?? [], on) };
    case 'PersonLeft': return fact && { ...fact, stays: ended(fact.stays, on) };
    case 'PersonDeactivated': return fact && { ...fact, closed: begun(fact.closed, { from: on, until: null }) };
    case 'PostOpened': case 'PostClosed': case 'PostRenumbered': case 'LevelChanged': case 'UnitChanged': case 'FunctionChanged': case 'ReportingLineChanged':
    case 'PostFilled': case 'PostVacated': case 'WorkingShareChanged': case 'DirectoryFactCorrected': return fact;
  }
};

const NOTHING: PostCourse = { ranks: [], units: [], functions: [], holders: [] };
const others = ({ holders }: PostCourse, personId: string): Holder[] => holders.filter((holder) => holder.personId !== personId);
const theirs = ({ holders }: PostCourse, personId: string): Holder[] => holders.filter((holder) => holder.personId === personId);
const endedFor = (fact: PostCourse, personId: string, on: IsoDate): Holder[] => [...others(fact, personId), ...ended(theirs(fact, personId), on)];

const post = (fact: PostCourse = NOTHING, { type, data, occurredOn: on }: Recorded<OrganizationEvent>): PostCourse => {
  switch (type) {
    case 'PostOpened': return { ...fact, ranks: turned(fact.ranks, on, data.rank), units: turned(fact.units, on, data.unit), functions: turned(fact.functions, on, data.function) };
    case 'PostClosed': return { ...fact, holders: ended(fact.holders, on) };
    case 'LevelChanged': return { ...fact, ranks: turned(fact.ranks, on, data.rank) };
    case 'UnitChanged': return { ...fact, units: turned(fact.units, on, data.unit) };
    case 'FunctionChanged': return { ...fact, functions: turned(fact.functions, on, data.function) };
    case 'PostFilled': {
      const { personId, share } = data;
      return { ...fact, holders: [...others(fact, personId), ...begun(theirs(fact, personId), { personId, share, from: on, until: null })] };
    }
    case 'PostVacated': return { ...fact, holders: endedFor(fact, data.personId, on) };
    case 'WorkingShareChanged': return { ...fact, holders: fact.holders.map((holder) => (holder.personId === data.personId && holder.until === null ? { ...holder, share: data.share } : holder)) };
    case 'DirectoryFactCorrected': switch (data.fact.field) {
      case 'LEVEL': return { ...fact, ranks: corrected(fact.ranks, on, data.fact.rank) };
      case 'UNIT': return { ...fact, units: corrected(fact.units, on, data.fact.unit) };
      case 'FUNCTION': return { ...fact, functions: corrected(fact.functions, on, data.fact.function) };
    }
    case 'PersonJoined': case 'PersonReturned': case 'PersonLeft': case 'PersonDeactivated': case 'PostRenumbered': case 'ReportingLineChanged': return fact;
  }
};

const personOf = ({ type, data }: OrganizationEvent): string | undefined =>
  (type === 'PersonJoined' || type === 'PersonReturned' || type === 'PersonLeft' || type === 'PersonDeactivated' ? data.personId : undefined);
const postOf = ({ type, data }: OrganizationEvent): string | undefined => ('postId' in data && type !== 'PostRenumbered' && type !== 'ReportingLineChanged' ? data.postId : undefined);

/** The directory as measures need it: who was here, and where they stood. A projection of its own, so that an import of a hundred thousand people holds up no
 * other figure; a report looks at both at one position. */
export const peopleFacts = projection({
  name: 'people-facts', version: 1, sql: new URL('./people-facts.sql', import.meta.url), tables: ['presence_fact', 'post_course_fact'], reads: organizationEvents,
  ...foldAll<OrganizationEvent>(foldFacts('presence_fact', personOf, presence), foldFacts('post_course_fact', postOf, post)),
});
