import type { Recorded } from '@vouchsafe/event-schema';
import { foldFacts } from '@vouchsafe/projections';
import type { CommitmentEvent } from '@vouchsafe/sponsorship-contracts';
import { spansOf, type CommitmentStatus, type Span, type Turn } from './spans.js';

interface Course { programId: string; cohortId: string | null; sponsorId: string; protegeId: string; course: readonly Turn[]; termEnd: string }
/** With what it was from day to day and the day on which it was made, which follow from its course: queries read these. */
interface CommitmentFact extends Course { spans: readonly Span[]; madeOn: string | null }

const turned = (fact: Course, status: CommitmentStatus, from: string): Course => ({ ...fact, course: [...fact.course, { status, from }] });

/** What it is apart from being fulfilled: the last turn that says whether it runs. */
const running = ({ course }: Course): CommitmentStatus => [...course].reverse().find(({ status }) => status === 'active' || status === 'paused')?.status ?? 'active';

const step = (fact: Course | undefined, { type, data, occurredOn }: Recorded<CommitmentEvent>): Course | undefined => {
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

const withSpans = (fact: CommitmentFact | undefined, event: Recorded<CommitmentEvent>): CommitmentFact | undefined => {
  const next = step(fact, event);
  if (next === undefined || next === fact) return fact;
  return { ...next, spans: spansOf(next.course, next.termEnd), madeOn: next.course.find(({ status }) => status === 'active')?.from ?? null };
};

export const commitmentFacts = foldFacts('commitment_fact', ({ data }: CommitmentEvent) => data.commitmentId, withSpans);
