import type { Recorded } from '@vouchsafe/event-schema';
import { foldFacts, type Row } from '@vouchsafe/projections';
import type { CommitmentEvent, Pledge } from '@vouchsafe/sponsorship-contracts';

interface PledgeFact { side: string; dueOn: string; status: 'open' | 'kept' | 'missed' | 'withdrawn'; onTime: boolean | null }

const idsOf = ({ type, data }: CommitmentEvent): Row[] => {
  const { commitmentId } = data;
  switch (type) {
    case 'CommitmentMade': case 'CommitmentAmended': return data.pledges.map(({ pledgeId }) => ({ commitmentId, pledgeId }));
    case 'PledgeKept': case 'PledgeSetBack': case 'PledgeRenegotiated': case 'PledgeWithdrawn': case 'PledgeMissed': return [{ commitmentId, pledgeId: data.pledgeId }];
    case 'CommitmentProposed': case 'AmendmentProposed': case 'CommitmentSigned': case 'CommitmentDeclined': case 'AmendmentDeclined':
    case 'CommitmentPaused': case 'CommitmentResumed': case 'CommitmentWithdrawn': case 'CommitmentFulfilled': case 'CommitmentFulfilmentRevoked':
    case 'CommitmentEnded': case 'PledgeAdvanced':
    case 'AdvocacyActionRecorded': case 'WitnessNamed': case 'AdvocacyActionConfirmed': case 'AdvocacyActionDisputed': case 'AdvocacyActionCorrected':
    case 'AdvocacyActionRetracted': case 'AdvocacyActionDisclosed': return [];
  }
};

const opened = (pledges: readonly Pledge[], id: Row): PledgeFact | undefined => {
  const pledge = pledges.find(({ pledgeId }) => pledgeId === id['pledgeId']);
  return pledge && { side: pledge.side, dueOn: pledge.dueOn, status: 'open', onTime: null };
};

const step = (fact: PledgeFact | undefined, { type, data }: Recorded<CommitmentEvent>, id: Row): PledgeFact | undefined => {
  switch (type) {
    case 'CommitmentMade': case 'CommitmentAmended': return opened(data.pledges, id);
    case 'PledgeKept': return fact && { ...fact, status: 'kept', dueOn: data.dueOn, onTime: data.onTime };
    case 'PledgeSetBack': return fact && { ...fact, status: 'open', onTime: null };
    case 'PledgeRenegotiated': return fact && { ...fact, dueOn: data.dueOn };
    // Let go by the side it was promised to, it leaves every count. Taken back by its own side it was not kept.
    case 'PledgeWithdrawn': return fact && { ...fact, status: data.withdrawnBy === fact.side ? 'missed' : 'withdrawn' };
    case 'PledgeMissed': return fact && { ...fact, status: 'missed', dueOn: data.dueOn };
    case 'CommitmentProposed': case 'AmendmentProposed': case 'CommitmentSigned': case 'CommitmentDeclined': case 'AmendmentDeclined':
    case 'CommitmentPaused': case 'CommitmentResumed': case 'CommitmentWithdrawn': case 'CommitmentFulfilled': case 'CommitmentFulfilmentRevoked':
    case 'CommitmentEnded': case 'PledgeAdvanced':
    case 'AdvocacyActionRecorded': case 'WitnessNamed': case 'AdvocacyActionConfirmed': case 'AdvocacyActionDisputed': case 'AdvocacyActionCorrected':
    case 'AdvocacyActionRetracted': case 'AdvocacyActionDisclosed': return fact;
  }
};

export const pledgeFacts = foldFacts('pledge_fact', idsOf, step);
