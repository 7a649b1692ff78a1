import { accept, reject, type Decision } from '@vouchsafe/decider';
import type { IsoDate } from '@vouchsafe/event-schema';
import type { CommitmentEvent, PersonId } from '@vouchsafe/sponsorship-contracts';
import { wasMade, type Commitment } from './commitment.js';
import { advance, openPledge, withConsequences, type NoSuchPledge, type PledgeIsClosed } from './pledges.js';
import { isStranger, notActive, standingOn, type CommitmentNotActive, type NotYetHappened } from './standing.js';

export type ReportPledge = { commitmentId: string; pledgeId: string; by: PersonId; occurredOn: IsoDate; today: IsoDate };
export type ReportPledgeRejection = CommitmentNotActive | NotYetHappened | NoSuchPledge | PledgeIsClosed;

/** Either party says that a pledge, of whichever side, was done once more on a day. */
export const reportPledge = (
  { commitmentId, pledgeId, by, occurredOn, today }: ReportPledge, state: Commitment,
): Decision<CommitmentEvent, ReportPledgeRejection> => {
  if (isStranger(by, state)) return notActive('none');
  if (!wasMade(state)) return notActive(state.status);
  if (occurredOn > today) return reject({ reason: 'NotYetHappened', today });
  const standing = standingOn(state, occurredOn);
  if (standing !== 'active') return notActive(standing);
  const { pledge, refusal } = openPledge(state, pledgeId);
  if (refusal) return reject(refusal);
  return accept(...withConsequences(commitmentId, state, advance(commitmentId, pledge, occurredOn, null)));
};
