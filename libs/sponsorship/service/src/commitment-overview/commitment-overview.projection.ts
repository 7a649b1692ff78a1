import type { Recorded } from '@vouchsafe/event-schema';
import { foldByKey, projection } from '@vouchsafe/projections';
import { commitmentEvents, isConfidential, type Agreement, type CommitmentEvent, type Pledge, type Side } from '@vouchsafe/sponsorship-contracts';

/** `advancedBy`: for each time it was done, the action that did it, or null where a side reported it. */
export type PledgeRow = Pledge & {
  done: number; status: 'open' | 'kept' | 'missed' | 'released' | 'taken_back'; onTime: boolean | null; advancedBy: (string | null)[];
};
export type ProposalRow = Agreement & { version: number; signedBy: Side[] };
export interface CommitmentRow {
  commitmentId: string; programId: string; cohortId: string | null; sponsorId: string; protegeId: string;
  status: 'proposed' | 'declined' | 'active' | 'paused' | 'fulfilled' | 'withdrawn' | 'ended'; paused: boolean; version: number;
  objective: string; cadence: Agreement['cadence']; termStart: string; termEnd: string; pledges: PledgeRow[]; proposal: ProposalRow | null;
  madeOn: string | null; actions: number;
  /** Actions in confidential forums: those that the protégé may not know of, and those that the sponsor disclosed. */
  heldBack: string[]; disclosed: string[];
}

type Text = Agreement & { version: number };
const proposed = ({ version, objective, cadence, term, pledges }: Text): ProposalRow => ({ version, objective, cadence, term, pledges, signedBy: [] });
const opened = (pledge: Pledge): PledgeRow => ({ ...pledge, done: 0, status: 'open', onTime: null, advancedBy: [] });
const inForce = ({ version, objective, cadence, term }: Text) => ({ version, objective, cadence, termStart: term.start, termEnd: term.end });

const pledged = (row: CommitmentRow, pledgeId: string, change: (pledge: PledgeRow) => Partial<PledgeRow>): CommitmentRow =>
  ({ ...row, pledges: row.pledges.map((pledge) => (pledge.pledgeId === pledgeId ? { ...pledge, ...change(pledge) } : pledge)) });

/** An action stands in a forum: it is held back from the protégé, unless the forum is open or the sponsor has disclosed the action. */
const standsIn = (row: CommitmentRow, actionId: string, isHeldBack: boolean): CommitmentRow => {
  const others = row.heldBack.filter((each) => each !== actionId);
  return { ...row, heldBack: isHeldBack && !row.disclosed.includes(actionId) ? [...others, actionId] : others };
};

const step = (row: CommitmentRow | undefined, { type, data }: Recorded<CommitmentEvent>): CommitmentRow | undefined => {
  if (type === 'CommitmentProposed') {
    const { commitmentId, programId, cohortId, sponsorId, protegeId } = data;
    return {
      commitmentId, programId, cohortId, sponsorId, protegeId, status: 'proposed', paused: false, ...inForce(data), pledges: data.pledges.map(opened),
      proposal: proposed(data), madeOn: null, actions: 0, heldBack: [], disclosed: [],
    };
  }
  if (!row) return undefined;
  switch (type) {
    case 'AmendmentProposed': return { ...row, proposal: proposed(data), ...(row.status === 'proposed' ? { ...inForce(data), pledges: data.pledges.map(opened) } : {}) };
    case 'CommitmentSigned': return { ...row, proposal: row.proposal && { ...row.proposal, signedBy: [...row.proposal.signedBy, data.side] } };
    case 'CommitmentMade': return { ...row, ...inForce(data), status: 'active', madeOn: data.madeOn, pledges: data.pledges.map(opened), proposal: null };
    case 'CommitmentAmended': {
      const before = new Map(row.pledges.map((pledge) => [pledge.pledgeId, pledge]));
      const closed = row.pledges.filter(({ status, pledgeId }) => status !== 'open' || !data.pledges.some((pledge) => pledge.pledgeId === pledgeId));
      const open = data.pledges.map((pledge) => {
        const { done, advancedBy } = before.get(pledge.pledgeId) ?? opened(pledge);
        return { ...opened(pledge), done, advancedBy };
      });
      return { ...row, ...inForce(data), pledges: [...closed.filter(({ pledgeId }) => !open.some((pledge) => pledge.pledgeId === pledgeId)), ...open], proposal: null };
    }
    case 'CommitmentDeclined': return { ...row, status: 'declined', proposal: null };
    case 'AmendmentDeclined': return { ...row, proposal: null };
    case 'CommitmentPaused': return { ...row, paused: true, status: row.status === 'fulfilled' ? 'fulfilled' : 'paused' };
    case 'CommitmentResumed': return { ...row, paused: false, status: row.status === 'fulfilled' ? 'fulfilled' : 'active' };
    case 'CommitmentWithdrawn': return { ...row, status: 'withdrawn', proposal: null };
    case 'CommitmentFulfilled': return { ...row, status: 'fulfilled' };
    case 'CommitmentFulfilmentRevoked': return row.status === 'fulfilled' ? { ...row, status: row.paused ? 'paused' : 'active' } : row;
    case 'CommitmentEnded': return { ...row, status: 'ended', proposal: null };
    case 'PledgeAdvanced': return pledged(row, data.pledgeId, ({ advancedBy }) => ({ done: data.done, advancedBy: [...advancedBy, data.actionId] }));
    case 'PledgeKept': return pledged(row, data.pledgeId, () => ({ status: 'kept', onTime: data.onTime }));
    case 'PledgeSetBack':
      return pledged(row, data.pledgeId, ({ advancedBy }) => ({ status: 'open', done: data.done, onTime: null, advancedBy: advancedBy.filter((by) => by !== data.actionId) }));
    case 'PledgeRenegotiated': return pledged(row, data.pledgeId, () => ({ times: data.times, dueOn: data.dueOn }));
    case 'PledgeWithdrawn': return pledged(row, data.pledgeId, ({ side }) => ({ status: data.withdrawnBy === side ? 'taken_back' : 'released' }));
    case 'PledgeMissed': return pledged(row, data.pledgeId, () => ({ status: 'missed' }));
    case 'AdvocacyActionRecorded': return standsIn({ ...row, actions: row.actions + 1 }, data.actionId, isConfidential(data.forum));
    case 'AdvocacyActionCorrected': return standsIn(row, data.actionId, isConfidential(data.forum));
    case 'AdvocacyActionDisclosed': return standsIn({ ...row, disclosed: [...row.disclosed, data.actionId] }, data.actionId, false);
    case 'AdvocacyActionRetracted': return { ...row, actions: row.actions - 1 };
    case 'WitnessNamed':
    case 'AdvocacyActionConfirmed':
    case 'AdvocacyActionDisputed': return row;
  }
};

export const commitmentOverview = projection({
  name: 'commitment-overview', version: 2, sql: new URL('./commitment-overview.sql', import.meta.url), tables: ['commitment_overview'], reads: commitmentEvents,
  ...foldByKey('commitment_overview', ({ data }: CommitmentEvent) => data.commitmentId, step),
});
