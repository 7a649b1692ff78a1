import {
  AdvocacyActionConfirmed, AdvocacyActionRecorded, CommitmentEnded, CommitmentFulfilled, CommitmentMade, CommitmentPaused, CommitmentProposed,
  CommitmentResumed, CommitmentSigned, CommitmentWithdrawn, PledgeAdvanced, PledgeKept, WitnessNamed, type Pledge,
} from '@vouchsafe/sponsorship-contracts';
import type { PairFacts } from './pair.js';
import type { CorrectAdvocacyAction } from './correct-advocacy-action.js';
import type { ProposeAmendment, ProposeCommitment } from './propose-commitment.js';
import type { RecordAdvocacyAction } from './record-advocacy-action.js';
import type { SignCommitment } from './sign-commitment.js';

export const AMARA = 'amara'; // the sponsor
export const BEN = 'ben'; // the protégé
export const CHIOMA = 'chioma'; // was in the room, and can attest to it
export const DANA = 'dana'; // records on Amara's behalf
export const ZOLTAN = 'zoltan'; // has nothing to do with it

/** The commitment `c1` runs from 2025-01-15 to 2025-12-31, was made on 2025-01-20, and today is 2025-06-16. */
export const TODAY = '2025-06-16';
export const MADE_ON = '2025-01-20';
export const TERM = { start: '2025-01-15', end: '2025-12-31' };

const commitmentId = 'c1';
const parties = { programId: 'prog1', cohortId: 'co1', sponsorId: AMARA, protegeId: BEN };

/** Amara will nominate Ben, by the end of September. */
export const aSponsorsPledge = (facts: Partial<Pledge> = {}): Pledge => ({
  pledgeId: 's1', side: 'SPONSOR', promise: { kind: 'BEHAVIOUR', behaviour: 'NOMINATE' }, times: 1, dueOn: '2025-09-30', ...facts,
});
/** Ben will hand over a summary, by the end of June. */
export const aProtegesPledge = (facts: Partial<Pledge> = {}): Pledge => ({
  pledgeId: 'b1', side: 'PROTEGE', promise: { kind: 'DELIVERABLE', deliverable: 'A one-page summary of the pilot' }, times: 1, dueOn: '2025-06-30', ...facts,
});

const anAgreement = () => ({
  objective: 'Lead the payments migration by autumn', cadence: { kind: 'MONTHLY' as const }, term: TERM,
  pledges: [aSponsorsPledge(), aProtegesPledge()],
});

type DataOf<E extends { of(data: never): unknown }> = Partial<Parameters<E['of']>[0]>;

export const aCommitmentProposed = (facts: DataOf<typeof CommitmentProposed> = {}) =>
  CommitmentProposed.of({ commitmentId, version: 1, ...anAgreement(), ...parties, ...facts });
export const aCommitmentSigned = (side: 'SPONSOR' | 'PROTEGE', version = 1, of = commitmentId) => CommitmentSigned.of({ commitmentId: of, version, side });
export const aCommitmentMade = (facts: DataOf<typeof CommitmentMade> = {}) =>
  CommitmentMade.of({ commitmentId, version: 1, ...anAgreement(), ...parties, madeOn: MADE_ON, chain: 'CLEAR', ...facts });
export const aCommitmentPaused = (pausedOn: string) => CommitmentPaused.of({ commitmentId, pausedOn });
export const aCommitmentResumed = (resumedOn: string) => CommitmentResumed.of({ commitmentId, resumedOn });
export const aCommitmentWithdrawn = (withdrawnOn: string) => CommitmentWithdrawn.of({ commitmentId, withdrawnOn });
export const aCommitmentEnded = () => CommitmentEnded.of({ commitmentId, lastDay: TERM.end });
export const aCommitmentFulfilled = () => CommitmentFulfilled.of({ commitmentId });
export const aPledgeAdvanced = (facts: DataOf<typeof PledgeAdvanced> = {}) =>
  PledgeAdvanced.of({ commitmentId, pledgeId: 's1', done: 1, times: 1, advancedOn: '2025-06-02', actionId: 'a1', ...facts });
export const aPledgeKept = (facts: DataOf<typeof PledgeKept> = {}) =>
  PledgeKept.of({ commitmentId, pledgeId: 's1', keptOn: '2025-06-02', dueOn: '2025-09-30', onTime: true, ...facts });

const theFacts = {
  act: 'BOOST', behaviour: 'NOMINATE', forum: 'STAFFING', audience: 'LEADERSHIP', protegePresent: false, directObservation: true,
  capital: 'MEDIUM', pledgeId: null, milestoneId: null, evidence: null,
} as const;
export const anActionRecorded = (facts: DataOf<typeof AdvocacyActionRecorded> = {}) => AdvocacyActionRecorded.of({
  commitmentId, actionId: 'a1', actionOccurredOn: '2025-06-02', ...theFacts, delegateId: null, late: false, ...facts,
});
export const anActionConfirmed = (facts: DataOf<typeof AdvocacyActionConfirmed> = {}) =>
  AdvocacyActionConfirmed.of({ commitmentId, actionId: 'a1', by: 'PROTEGE', attestedBy: BEN, document: null, ...facts });

export const aWitnessNamed = (witnessId = CHIOMA) => WitnessNamed.of({ commitmentId, actionId: 'a1', witnessId });

/** Both are here, and hold places in the cohort `co1` of an open programme. */
export const aPair = (facts: Partial<PairFacts> = {}): PairFacts =>
  ({ programIsOpen: true, sponsor: { isHere: true, cohorts: ['co1'] }, protege: { isHere: true, cohorts: ['co1'] }, ...facts });

export const toPropose = (facts: Partial<ProposeCommitment> = {}): ProposeCommitment =>
  ({ commitmentId, ...anAgreement(), ...parties, pair: aPair(), by: AMARA, today: MADE_ON, ...facts });
export const toAmend = (facts: Partial<ProposeAmendment> = {}): ProposeAmendment =>
  ({ commitmentId, version: 2, ...anAgreement(), by: BEN, today: TODAY, ...facts });
export const toSign = (facts: Partial<SignCommitment> = {}): SignCommitment =>
  ({ commitmentId, version: 1, by: AMARA, occurredOn: MADE_ON, today: MADE_ON, pair: aPair(), sponsorFreePlaces: 1, sponsorIsInTheChain: false, ...facts });
export const toRecord = (facts: Partial<RecordAdvocacyAction> = {}): RecordAdvocacyAction =>
  ({ commitmentId, actionId: 'a1', ...theFacts, by: AMARA, byDelegation: false, occurredOn: '2025-06-02', today: TODAY, ...facts });
export const toCorrect = (facts: Partial<CorrectAdvocacyAction> = {}): CorrectAdvocacyAction => ({
  commitmentId, actionId: 'a1', actionOccurredOn: '2025-06-02', ...theFacts, by: AMARA, byDelegation: false, today: TODAY,
  reason: 'I had mixed up two meetings', ...facts,
});
