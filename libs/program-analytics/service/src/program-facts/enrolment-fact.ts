import { eventCatalogue, type EventOf, type Recorded } from '@vouchsafe/event-schema';
import { foldFacts } from '@vouchsafe/projections';
import { ParticipantEnrolled, ParticipantWithdrawn } from '@vouchsafe/programs-contracts';

export const placeEvents = eventCatalogue(ParticipantEnrolled, ParticipantWithdrawn);
type PlaceEvent = EventOf<typeof placeEvents>;

interface EnrolmentFact { programId: string; role: string; fromOn: string; untilOn: string | null }

const step = (fact: EnrolmentFact | undefined, { type, data, occurredOn }: Recorded<PlaceEvent>): EnrolmentFact | undefined => {
  switch (type) {
    case 'ParticipantEnrolled': return { programId: data.programId, role: data.role, fromOn: occurredOn, untilOn: null };
    case 'ParticipantWithdrawn': return fact && { ...fact, untilOn: occurredOn };
  }
};

export const enrolmentFacts = foldFacts('enrolment_fact', ({ data }: PlaceEvent) => ({ cohortId: data.cohortId, personId: data.personId }), step);
