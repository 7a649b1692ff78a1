import { ImportApplied } from '@vouchsafe/directory-contracts';
import { eventCatalogue, type EventOf } from '@vouchsafe/event-schema';
import type { WebhookEventType } from '@vouchsafe/notifications-contracts';
import { CohortClosed, CohortOpened, ParticipantEnrolled, ParticipantWithdrawn, ProgramClosed, ProgramOpened } from '@vouchsafe/programs-contracts';
import {
  CommitmentEnded, CommitmentFulfilled, CommitmentMade, CommitmentWithdrawn, OutcomeRecorded, SponsorDeparted, SponsorReturned,
} from '@vouchsafe/sponsorship-contracts';

/** What other systems may be told of. */
export const published = eventCatalogue(
  ProgramOpened, ProgramClosed, CohortOpened, CohortClosed, ImportApplied, ParticipantEnrolled, ParticipantWithdrawn,
  CommitmentMade, CommitmentFulfilled, CommitmentWithdrawn, CommitmentEnded, SponsorDeparted, SponsorReturned, OutcomeRecorded,
);
export type PublishedEvent = EventOf<typeof published>;

export interface Publication {
  readonly type: WebhookEventType;
  /** The programme that it is of; null for none. */
  readonly programId: string | null;
  readonly ids: Readonly<Record<string, string>>;
}

/** What is told of an event: field by field, so that nothing is told that nobody has thought of.
 * @param programOf the programme of a commitment, of which most of its events say nothing */
export const publicationOf = (event: PublishedEvent, programOf: (commitmentId: string) => string | null): Publication => {
  const ofCommitment = (type: WebhookEventType, { commitmentId }: { commitmentId: string }): Publication => {
    const programId = programOf(commitmentId);
    return { type, programId, ids: { commitmentId, ...(programId === null ? {} : { programId }) } };
  };
  const { type, data } = event;
  switch (type) {
    case 'ProgramOpened': return { type: 'program.opened', programId: data.programId, ids: { programId: data.programId } };
    case 'ProgramClosed': return { type: 'program.closed', programId: data.programId, ids: { programId: data.programId } };
    case 'CohortOpened': return { type: 'cohort.opened', programId: data.programId, ids: { programId: data.programId, cohortId: data.cohortId } };
    case 'CohortClosed': return { type: 'cohort.closed', programId: data.programId, ids: { programId: data.programId, cohortId: data.cohortId } };
    case 'ImportApplied': return { type: 'people-import.applied', programId: null, ids: { importId: data.importId } };
    case 'ParticipantEnrolled': return { type: 'participant.enrolled', programId: data.programId, ids: { programId: data.programId, cohortId: data.cohortId, personId: data.personId } };
    case 'ParticipantWithdrawn': return { type: 'participant.withdrawn', programId: data.programId, ids: { programId: data.programId, cohortId: data.cohortId, personId: data.personId } };
    case 'CommitmentMade': {
      const { commitmentId, programId, sponsorId, protegeId } = data;
      return { type: 'commitment.made', programId, ids: { commitmentId, programId, sponsorId, protegeId } };
    }
    case 'CommitmentFulfilled': return ofCommitment('commitment.fulfilled', data);
    case 'CommitmentWithdrawn': return ofCommitment('commitment.withdrawn', data);
    case 'CommitmentEnded': return ofCommitment('commitment.ended', data);
    case 'SponsorDeparted': {
      const { commitmentId, programId, sponsorId, protegeId } = data;
      return { type: 'sponsor.departed', programId, ids: { commitmentId, programId, sponsorId, protegeId } };
    }
    case 'SponsorReturned': return ofCommitment('sponsor.returned', data);
    case 'OutcomeRecorded': {
      const { outcomeId, personId, programId } = data;
      return { type: 'outcome.recorded', programId, ids: { outcomeId, personId, ...(programId === null ? {} : { programId }) } };
    }
  }
};
