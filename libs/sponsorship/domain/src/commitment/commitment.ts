import { stream } from '@vouchsafe/decider';
import type { IsoDate } from '@vouchsafe/event-schema';
import {
  commitmentEvents, type ActionFacts, type Agreement, type CommitmentEvent, type PersonId, type Pledge, type Side, type Term,
} from '@vouchsafe/sponsorship-contracts';

export type Parties = { programId: string; cohortId: string | null; sponsorId: PersonId; protegeId: PersonId };

/** A text that waits for signatures. */
export type Proposal = Agreement & { version: number; signedBy: readonly Side[] };

/** `released`: let go by the side it was promised to, or by both. `takenBack`: by the side that had promised it. */
export type PledgeStatus = 'open' | 'kept' | 'missed' | 'released' | 'takenBack';
export type PledgeState = {
  terms: Pledge;
  status: PledgeStatus;
  /** Each time it was done, in the order of recording; `actionId` is null where a side reported it. */
  advances: readonly { actionId: string | null; on: IsoDate }[];
};

export type ActionState = {
  status: 'recorded' | 'retracted';
  facts: ActionFacts;
  late: boolean;
  delegateId: PersonId | null;
  disclosure: 'asTheForumSays' | 'disclosed';
  dispute: 'none' | 'open';
  /** Named by the sponsor; they may confirm it. */
  witnesses: readonly PersonId[];
  attestedBy: readonly PersonId[];
};

/** Days on which the commitment is active: from `from` up to, not including, `until`; null while it goes on. */
export type Span = { from: IsoDate; until: IsoDate | null };

/** Both have signed. What follows is kept after the end as well: the record can still be confirmed, corrected and retracted. */
export type MadeCommitment = Parties & {
  status: 'active' | 'paused' | 'withdrawn' | 'ended';
  /** The version in force, and the highest number that any proposal had. */
  version: number;
  lastVersion: number;
  term: Term;
  spans: readonly Span[];
  pledges: ReadonlyMap<string, PledgeState>;
  actions: ReadonlyMap<string, ActionState>;
  fulfilment: 'open' | 'fulfilled';
  amendment: Proposal | null;
};

export type Commitment =
  | { status: 'none' }
  | Parties & { status: 'proposed'; proposal: Proposal }
  | Parties & { status: 'declined' }
  | MadeCommitment;

export type CommitmentStatus = Commitment['status'];

export const wasMade = (state: Commitment): state is MadeCommitment => {
  switch (state.status) {
    case 'none': case 'proposed': case 'declined': return false;
    case 'active': case 'paused': case 'withdrawn': case 'ended': return true;
  }
};

const inMade = (state: Commitment, change: (made: MadeCommitment) => MadeCommitment): Commitment => (wasMade(state) ? change(state) : state);

const changeIn = <V>(map: ReadonlyMap<string, V>, key: string, change: (value: V) => V): ReadonlyMap<string, V> => {
  const value = map.get(key);
  return value === undefined ? map : new Map(map).set(key, change(value));
};

const inPledge = (state: Commitment, pledgeId: string, change: (pledge: PledgeState) => PledgeState): Commitment =>
  inMade(state, (made) => ({ ...made, pledges: changeIn(made.pledges, pledgeId, change) }));

const inAction = (state: Commitment, actionId: string, change: (action: ActionState) => ActionState): Commitment =>
  inMade(state, (made) => ({ ...made, actions: changeIn(made.actions, actionId, change) }));

const proposalOf = ({ version, objective, cadence, term, pledges }: Agreement & { version: number }): Proposal =>
  ({ version, objective, cadence, term, pledges, signedBy: [] });

const signedBy = (proposal: Proposal, side: Side): Proposal => ({ ...proposal, signedBy: [...proposal.signedBy, side] });

const closeSpan = (spans: readonly Span[], until: IsoDate): readonly Span[] =>
  spans.map((span) => (span.until === null ? { ...span, until } : span));

const asOpenPledge = (terms: Pledge): [string, PledgeState] => [terms.pledgeId, { terms, status: 'open', advances: [] }];

const factsOf = ({
  actionOccurredOn, act, behaviour, forum, audience, protegePresent, directObservation, capital, pledgeId, milestoneId, evidence,
}: ActionFacts): ActionFacts => (
  { actionOccurredOn, act, behaviour, forum, audience, protegePresent, directObservation, capital, pledgeId, milestoneId, evidence });

export const evolve = (state: Commitment, { type, data }: CommitmentEvent): Commitment => {
  switch (type) {
    case 'CommitmentProposed': {
      const { programId, cohortId, sponsorId, protegeId } = data;
      return { status: 'proposed', programId, cohortId, sponsorId, protegeId, proposal: proposalOf(data) };
    }
    case 'AmendmentProposed':
      if (state.status === 'proposed') return { ...state, proposal: proposalOf(data) };
      return inMade(state, (made) => ({ ...made, lastVersion: data.version, amendment: proposalOf(data) }));
    case 'CommitmentSigned':
      if (state.status === 'proposed') return { ...state, proposal: signedBy(state.proposal, data.side) };
      return inMade(state, (made) => ({ ...made, amendment: made.amendment && signedBy(made.amendment, data.side) }));
    case 'CommitmentMade': {
      const { programId, cohortId, sponsorId, protegeId, version, term, madeOn } = data;
      return {
        status: 'active', programId, cohortId, sponsorId, protegeId, version, lastVersion: version, term,
        spans: [{ from: madeOn, until: null }], pledges: new Map(data.pledges.map(asOpenPledge)), actions: new Map(),
        fulfilment: 'open', amendment: null,
      };
    }
    case 'CommitmentAmended':
      return inMade(state, (made) => {
        const pledges = new Map(made.pledges);
        for (const terms of data.pledges) pledges.set(terms.pledgeId, { status: 'open', advances: pledges.get(terms.pledgeId)?.advances ?? [], terms });
        return { ...made, version: data.version, term: data.term, pledges, amendment: null };
      });
    case 'CommitmentDeclined': {
      if (state.status !== 'proposed') return state;
      const { programId, cohortId, sponsorId, protegeId } = state;
      return { status: 'declined', programId, cohortId, sponsorId, protegeId };
    }
    case 'AmendmentDeclined': return inMade(state, (made) => ({ ...made, amendment: null }));
    case 'CommitmentPaused': return inMade(state, (made) => ({ ...made, status: 'paused', spans: closeSpan(made.spans, data.pausedOn) }));
    case 'CommitmentResumed':
      return inMade(state, (made) => ({ ...made, status: 'active', spans: [...made.spans, { from: data.resumedOn, until: null }] }));
    case 'CommitmentWithdrawn':
      return inMade(state, (made) => ({ ...made, status: 'withdrawn', spans: closeSpan(made.spans, data.withdrawnOn), amendment: null }));
    case 'CommitmentFulfilled': return inMade(state, (made) => ({ ...made, fulfilment: 'fulfilled' }));
    case 'CommitmentFulfilmentRevoked': return inMade(state, (made) => ({ ...made, fulfilment: 'open' }));
    case 'CommitmentEnded': return inMade(state, (made) => ({ ...made, status: 'ended', amendment: null })); // the term closes the span
    case 'PledgeAdvanced':
      return inPledge(state, data.pledgeId, (pledge) => (
        { ...pledge, advances: [...pledge.advances, { actionId: data.actionId, on: data.advancedOn }] }));
    case 'PledgeKept': return inPledge(state, data.pledgeId, (pledge) => ({ ...pledge, status: 'kept' }));
    case 'PledgeSetBack':
      return inPledge(state, data.pledgeId, (pledge) => (
        { ...pledge, status: 'open', advances: pledge.advances.filter(({ actionId }) => actionId !== data.actionId) }));
    case 'PledgeRenegotiated':
      return inPledge(state, data.pledgeId, (pledge) => ({ ...pledge, terms: { ...pledge.terms, times: data.times, dueOn: data.dueOn } }));
    case 'PledgeWithdrawn':
      return inPledge(state, data.pledgeId, (pledge) => ({ ...pledge, status: data.withdrawnBy === pledge.terms.side ? 'takenBack' : 'released' }));
    case 'PledgeMissed': return inPledge(state, data.pledgeId, (pledge) => ({ ...pledge, status: 'missed' }));
    case 'AdvocacyActionRecorded':
      return inMade(state, (made) => ({
        ...made,
        actions: new Map(made.actions).set(data.actionId, {
          status: 'recorded', facts: factsOf(data), late: data.late, delegateId: data.delegateId,
          disclosure: 'asTheForumSays', dispute: 'none', witnesses: [], attestedBy: [],
        }),
      }));
    case 'WitnessNamed': return inAction(state, data.actionId, (action) => ({ ...action, witnesses: [...action.witnesses, data.witnessId] }));
    case 'AdvocacyActionConfirmed':
      return inAction(state, data.actionId, (action) => ({ ...action, dispute: 'none', attestedBy: [...action.attestedBy, data.attestedBy] }));
    case 'AdvocacyActionDisputed': return inAction(state, data.actionId, (action) => ({ ...action, dispute: 'open' }));
    case 'AdvocacyActionCorrected':
      return inAction(state, data.actionId, (action) => ({ ...action, facts: factsOf(data), late: data.late, dispute: 'none' }));
    case 'AdvocacyActionRetracted': return inAction(state, data.actionId, (action) => ({ ...action, status: 'retracted' }));
    case 'AdvocacyActionDisclosed': return inAction(state, data.actionId, (action) => ({ ...action, disclosure: 'disclosed' }));
  }
};

/** Category `commitment`, id = commitmentId. Advocacy actions live in the stream of their commitment. */
export const commitments = stream<Commitment, CommitmentEvent>('commitment', commitmentEvents, { status: 'none' }, evolve);
