import type { IsoDate } from '@vouchsafe/event-schema';
import {
  CommitmentFulfilled, CommitmentFulfilmentRevoked, PledgeAdvanced, PledgeKept, PledgeMissed, PledgeSetBack, type CommitmentEvent,
} from '@vouchsafe/sponsorship-contracts';
import { evolve, wasMade, type Commitment, type MadeCommitment, type PledgeState, type PledgeStatus } from './commitment.js';

export type NoSuchPledge = { reason: 'NoSuchPledge'; pledgeId: string };
export type PledgeIsClosed = { reason: 'PledgeIsClosed'; pledgeId: string; status: Exclude<PledgeStatus, 'open'> };
/** After its day a pledge is kept late or missed; it can no longer be changed or let go. */
export type PledgeIsPastItsDay = { reason: 'PledgeIsPastItsDay'; pledgeId: string; dueOn: IsoDate };

/** The open pledge of this name, or why there is none. */
export const openPledge = (
  { pledges }: MadeCommitment, pledgeId: string,
): { pledge: PledgeState; refusal: null } | { pledge: PledgeState | null; refusal: NoSuchPledge | PledgeIsClosed } => {
  const pledge = pledges.get(pledgeId);
  if (!pledge) return { pledge: null, refusal: { reason: 'NoSuchPledge', pledgeId } };
  if (pledge.status !== 'open') return { pledge, refusal: { reason: 'PledgeIsClosed', pledgeId, status: pledge.status } };
  return { pledge, refusal: null };
};

/** What follows for an open pledge from having been done once more, on a day. */
export const advance = (commitmentId: string, { terms, advances }: PledgeState, on: IsoDate, actionId: string | null): CommitmentEvent[] => {
  const { pledgeId, times, dueOn } = terms;
  const done = advances.length + 1;
  const advanced = PledgeAdvanced.of({ commitmentId, pledgeId, done, times, advancedOn: on, actionId });
  if (done < times) return [advanced];
  // Actions are recorded in any order: what counts is the day of the last one done, not of the last one written down.
  const keptOn = advances.reduce((latest, each) => (each.on > latest ? each.on : latest), on);
  return [advanced, PledgeKept.of({ commitmentId, pledgeId, keptOn, dueOn, onTime: keptOn <= dueOn })];
};

/** Takes back what an action had done for its pledge. A pledge that is missed, released or taken back keeps its verdict. */
export const setBack = (commitmentId: string, pledge: PledgeState | undefined, actionId: string): CommitmentEvent[] => {
  if (!pledge || (pledge.status !== 'open' && pledge.status !== 'kept')) return [];
  const done = pledge.advances.filter((each) => each.actionId !== actionId).length;
  return done === pledge.advances.length ? [] : [PledgeSetBack.of({ commitmentId, pledgeId: pledge.terms.pledgeId, actionId, done })];
};

export const missAllOpen = (commitmentId: string, { pledges }: MadeCommitment): CommitmentEvent[] =>
  [...pledges.values()].filter(({ status }) => status === 'open')
    .map(({ terms: { pledgeId, dueOn } }) => PledgeMissed.of({ commitmentId, pledgeId, dueOn }));

/** Fulfilled: some pledge is kept, and every other is kept or was released by the side it was promised to. */
const isFulfilled = ({ pledges }: MadeCommitment): boolean => {
  const all = [...pledges.values()];
  return all.some(({ status }) => status === 'kept') && all.every(({ status }) => status === 'kept' || status === 'released');
};

/** Adds what the events mean for the whole: pledges still open after the end are missed, and fulfilment comes or goes.
 * A withdrawn commitment is neither fulfilled nor unfulfilled afterwards. */
export const withConsequences = (commitmentId: string, state: Commitment, events: readonly CommitmentEvent[]): CommitmentEvent[] => {
  const settled = [...events];
  let after = settled.reduce(evolve, state);
  if (!wasMade(after) || after.status === 'withdrawn') return settled;
  if (after.status === 'ended') {
    const missed = missAllOpen(commitmentId, after);
    settled.push(...missed);
    after = missed.reduce(evolve, after as Commitment);
    if (!wasMade(after)) return settled;
  }
  const fulfilled = isFulfilled(after);
  if (fulfilled === (after.fulfilment === 'fulfilled')) return settled;
  settled.push(fulfilled ? CommitmentFulfilled.of({ commitmentId }) : CommitmentFulfilmentRevoked.of({ commitmentId }));
  return settled;
};
