import type { Recorded } from '@vouchsafe/event-schema';
import { foldFacts } from '@vouchsafe/projections';
import type { CommitmentEvent } from '@vouchsafe/sponsorship-contracts';

export type CommitmentStatus = 'proposed' | 'declined' | 'active' | 'paused' | 'fulfilled' | 'withdrawn' | 'ended';

/** What a commitment was from a day on, until the next entry begins. */
export interface Turn { status: CommitmentStatus; from: string }

interface CommitmentFact {
  programId: string; cohortId: string | null; sponsorId: string; protegeId: string; course: Turn[]; termEnd: string;
}

const turned = (fact: CommitmentFact, status: CommitmentStatus, from: string): CommitmentFact => ({ ...fact, course: [...fact.course, { status, from }] });

/** What it is apart from being fulfilled: the last turn that says whether it runs. */
const running = ({ course }: CommitmentFact): CommitmentStatus => [...course].reverse().find(({ status }) => status === 'active' || status === 'paused')?.status ?? 'active';

const step = (fact: CommitmentFact | undefined, { type, data, occurredOn }: Recorded<CommitmentEvent>): CommitmentFact | undefined => {
  if (type === 'CommitmentProposed') {
    const { programId, cohortId, sponsorId, protegeId, term } = data;
    return { programId, cohortId, sponsorId, protegeId, course: [{ status: 'proposed', from: occurredOn }], termEnd: term.end };
  }
  if (!fact) {
    // A commitment whose proposal lies before its log, as in a history taken over from elsewhere, begins when it was made.
    if (type !== 'CommitmentMade') return undefined;
    const { programId, cohortId, sponsorId, protegeId, term, madeOn } = data;
    return { programId, cohortId, sponsorId, protegeId, course: [{ status: 'active', from: madeOn }], termEnd: term.end };
  }
  switch (type) {
    case 'CommitmentMade': return { ...turned(fact, 'active', data.madeOn), termEnd: data.term.end };
    case 'CommitmentAmended': return { ...fact, termEnd: data.term.end };
    case 'CommitmentDeclined': return turned(fact, 'declined', occurredOn);
    case 'CommitmentPaused': return turned(fact, 'paused', data.pausedOn);
    case 'CommitmentResumed': return turned(fact, 'active', data.resumedOn);
    case 'CommitmentWithdrawn': return turned(fact, 'withdrawn', data.withdrawnOn);
    case 'CommitmentFulfilled': return turned(fact, 'fulfilled', occurredOn);
    case 'CommitmentFulfilmentRevoked': return turned(fact, running(fact), occurredOn);
    case 'CommitmentEnded': return turned(fact, 'ended', data.lastDay);
    case 'AmendmentProposed': case 'CommitmentSigned': case 'AmendmentDeclined':
    case 'PledgeAdvanced': case 'PledgeKept': case 'PledgeSetBack': case 'PledgeRenegotiated': case 'PledgeWithdrawn': case 'PledgeMissed':
    case 'AdvocacyActionRecorded': case 'WitnessNamed': case 'AdvocacyActionConfirmed': case 'AdvocacyActionDisputed': case 'AdvocacyActionCorrected':
    case 'AdvocacyActionRetracted': case 'AdvocacyActionDisclosed': return fact;
  }
};

export const commitmentFacts = foldFacts('commitment_fact', ({ data }: CommitmentEvent) => data.commitmentId, step);
