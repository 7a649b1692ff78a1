import { accept, reject, type Decision } from '@vouchsafe/decider';
import type { IsoDate } from '@vouchsafe/event-schema';
import { PledgeMissed, PledgeRenegotiated, PledgeWithdrawn, type CommitmentEvent, type PersonId, type Term } from '@vouchsafe/sponsorship-contracts';
import { wasMade, type Commitment } from './commitment.js';
import { openPledge, withConsequences, type NoSuchPledge, type PledgeIsClosed, type PledgeIsPastItsDay } from './pledges.js';
import { isStranger, notActive, sideOf, whyNotRunning, type CommitmentNotActive } from './standing.js';

type OfPledge = { commitmentId: string; pledgeId: string; by: PersonId; today: IsoDate };

export type RenegotiatePledge = OfPledge & { times: number; dueOn: IsoDate };
export type RenegotiatePledgeRejection =
  | CommitmentNotActive | NoSuchPledge | PledgeIsClosed | PledgeIsPastItsDay
  | { reason: 'DueOutsideTheTerm'; pledgeId: string; term: Term }
  | { reason: 'NewDayHasPassed'; today: IsoDate }
  | { reason: 'PledgeAsksLessThanWasDone'; pledgeId: string; done: number };

/** Either party may move a pledge's day and number, up to and including its day. What is promised stays; that takes an amendment. */
export const renegotiatePledge = (
  { commitmentId, pledgeId, by, today, times, dueOn }: RenegotiatePledge, state: Commitment,
): Decision<CommitmentEvent, RenegotiatePledgeRejection> => {
  const renegotiatedBy = state.status === 'none' ? null : sideOf(state, by);
  if (!renegotiatedBy) return notActive('none');
  if (!wasMade(state)) return notActive(state.status);
  const over = whyNotRunning(state, today);
  if (over) return notActive(over);
  const { pledge, refusal } = openPledge(state, pledgeId);
  if (refusal) return reject(refusal);
  const { terms, advances } = pledge;
  if (terms.times === times && terms.dueOn === dueOn) return accept();
  if (terms.dueOn < today) return reject({ reason: 'PledgeIsPastItsDay', pledgeId, dueOn: terms.dueOn });
  if (dueOn < state.term.start || dueOn > state.term.end) return reject({ reason: 'DueOutsideTheTerm', pledgeId, term: state.term });
  if (dueOn < today) return reject({ reason: 'NewDayHasPassed', today });
  if (times <= advances.length) return reject({ reason: 'PledgeAsksLessThanWasDone', pledgeId, done: advances.length });
  return accept(PledgeRenegotiated.of({ commitmentId, pledgeId, times, dueOn, renegotiatedBy }));
};

export type WithdrawPledge = OfPledge;
export type WithdrawPledgeRejection = CommitmentNotActive | NoSuchPledge | PledgeIsClosed | PledgeIsPastItsDay;

/** Lets go of a pledge up to and including its day. The side it was promised to releases it; the side that promised takes it back. */
export const withdrawPledge = (
  { commitmentId, pledgeId, by, today }: WithdrawPledge, state: Commitment,
): Decision<CommitmentEvent, WithdrawPledgeRejection> => {
  const withdrawnBy = state.status === 'none' ? null : sideOf(state, by);
  if (!withdrawnBy) return notActive('none');
  if (!wasMade(state)) return notActive(state.status);
  const over = whyNotRunning(state, today);
  if (over) return notActive(over);
  const { pledge, refusal } = openPledge(state, pledgeId);
  if (refusal) return reject(refusal);
  if (pledge.terms.dueOn < today) return reject({ reason: 'PledgeIsPastItsDay', pledgeId, dueOn: pledge.terms.dueOn });
  return accept(...withConsequences(commitmentId, state, [PledgeWithdrawn.of({ commitmentId, pledgeId, withdrawnBy })]));
};

/** `by` is null where the system itself notices that the day has passed. */
export type MarkPledgeMissed = { commitmentId: string; pledgeId: string; by: PersonId | null; today: IsoDate };
export type MarkPledgeMissedRejection = CommitmentNotActive | NoSuchPledge | PledgeIsClosed | { reason: 'PledgeIsNotYetDue'; dueOn: IsoDate };

/** From the day after its day, an open pledge of an active commitment is missed once somebody says so. While the commitment is
 * paused nothing is missed. Marking twice changes nothing. */
export const markPledgeMissed = (
  { commitmentId, pledgeId, by, today }: MarkPledgeMissed, state: Commitment,
): Decision<CommitmentEvent, MarkPledgeMissedRejection> => {
  if (isStranger(by, state)) return notActive('none');
  if (!wasMade(state)) return notActive(state.status);
  const { pledge, refusal } = openPledge(state, pledgeId);
  if (pledge?.status === 'missed') return accept();
  if (refusal) return reject(refusal);
  if (state.status !== 'active') return notActive(state.status);
  const { dueOn } = pledge.terms;
  return dueOn < today ? accept(PledgeMissed.of({ commitmentId, pledgeId, dueOn })) : reject({ reason: 'PledgeIsNotYetDue', dueOn });
};
