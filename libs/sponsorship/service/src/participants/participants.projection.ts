import { PersonDeactivated, PersonJoined, PersonLeft, PersonReturned } from '@vouchsafe/directory-contracts';
import { eventCatalogue, type EventOf, type Recorded } from '@vouchsafe/event-schema';
import { enrolmentEvents, type EnrolmentEvent } from '@vouchsafe/programs-contracts';
import { foldAll, foldByKey, projection } from '@vouchsafe/projections';

const personEvents = eventCatalogue(PersonJoined, PersonLeft, PersonReturned, PersonDeactivated);
type PersonEvent = EventOf<typeof personEvents>;
type Either = EnrolmentEvent | PersonEvent;

interface ParticipantRow { programId: string; personId: string; cohortId: string; role: string }
interface PersonRow { personId: string }

/** One person holds one place in a cohort at a time, so that what they leave is what they had. */
const place = (row: ParticipantRow | undefined, { type, data }: Recorded<Either>): ParticipantRow | undefined => {
  switch (type) {
    case 'ParticipantEnrolled': {
      const { programId, personId, cohortId, role } = data;
      return { programId, personId, cohortId, role };
    }
    case 'EnrolmentDeclined': case 'ParticipantWithdrawn': return undefined;
    case 'EnrolmentRequested': case 'PersonJoined': case 'PersonReturned': case 'PersonLeft': case 'PersonDeactivated': return row;
  }
};

const placeOf = ({ data }: Recorded<Either>) => ('cohortId' in data ? { programId: data.programId, personId: data.personId, cohortId: data.cohortId } : undefined);

const here = (row: PersonRow | undefined, { type, data }: Recorded<Either>): PersonRow | undefined => {
  switch (type) {
    case 'PersonJoined': case 'PersonReturned': return row ?? { personId: data.personId };
    case 'PersonLeft': case 'PersonDeactivated': return undefined;
    case 'EnrolmentRequested': case 'ParticipantEnrolled': case 'EnrolmentDeclined': case 'ParticipantWithdrawn': return row;
  }
};

const personOf = ({ type, data }: Recorded<Either>) => (personEvents.byName.has(type) ? data.personId : undefined);

/** Who holds a place in which programme, and who is here: folded from what programmes and the directory publish. One projection, so that both
 * stand at one position. */
export const participants = projection({
  name: 'participants', version: 1, sql: new URL('./participants.sql', import.meta.url), tables: ['participant', 'person_here'],
  reads: eventCatalogue(...enrolmentEvents.types, ...personEvents.types),
  ...foldAll<Either>(foldByKey<Either, ParticipantRow>('participant', placeOf, place), foldByKey<Either, PersonRow>('person_here', personOf, here)),
});
