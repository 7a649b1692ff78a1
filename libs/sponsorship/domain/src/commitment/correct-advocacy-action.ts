import { accept, reject, type Decision } from '@vouchsafe/decider';
import type { IsoDate } from '@vouchsafe/event-schema';
import {
  actionFacts, AdvocacyActionCorrected, AdvocacyActionDisclosed, AdvocacyActionRetracted, WitnessNamed, type ActionFacts, type CommitmentEvent,
  type PersonId,
} from '@vouchsafe/sponsorship-contracts';
import {
  actionRefusal, isLate, isOpenToProtege, sponsorsAction,
  type ActionFactsRejection, type ActionIsRetracted, type NoSuchAction, type OnlyTheSponsorMayDoThis, type Recorder,
} from './action-refusal.js';
import { rulesOf, type WithRules } from './commitment-rules.js';
import { evolve, wasMade, type Commitment } from './commitment.js';
import { advance, setBack, withConsequences } from './pledges.js';

type OfAction = Recorder & { commitmentId: string; actionId: string };

/** The whole facts as they should read, unchanged ones included. */
export type CorrectAdvocacyAction = ActionFacts & OfAction & WithRules & { today: IsoDate; reason: string };
export type CorrectAdvocacyActionRejection = OnlyTheSponsorMayDoThis | NoSuchAction | ActionIsRetracted | ActionFactsRejection;

/** Replaces what is believed of an action; what was believed before stays in the log. Its pledges follow. A correction that
 * changes nothing is not recorded. Attestations stand: they say that it happened, and the protégé may dispute the new facts. */
export const correctAdvocacyAction = (command: CorrectAdvocacyAction, state: Commitment): Decision<CommitmentEvent, CorrectAdvocacyActionRejection> => {
  const { commitmentId, actionId, today, reason } = command;
  const facts = actionFacts.parse(command);
  const { actionOccurredOn, pledgeId } = facts;
  const found = sponsorsAction(command, actionId, state);
  if (!found.accepted) return found;
  const { made, action: { status, facts: before, late } } = found;
  if (status === 'retracted') return reject({ reason: 'ActionIsRetracted', actionId });
  const changed = actionFacts.keyof().options.filter((field) => before[field] !== facts[field]);
  if (changed.length === 0) return accept();
  const rules = rulesOf(command);
  const refusal = actionRefusal(facts, made, rules, today, before);
  if (refusal) return reject(refusal);

  const dayMoved = actionOccurredOn !== before.actionOccurredOn;
  const corrected: CommitmentEvent = AdvocacyActionCorrected.of({
    ...facts, commitmentId, actionId, changed, reason, late: dayMoved ? isLate(actionOccurredOn, today, rules) : late, // the new day was learned today
  });
  if (!dayMoved && pledgeId === before.pledgeId) return accept(corrected);

  const undone = before.pledgeId === null ? [] : setBack(commitmentId, made.pledges.get(before.pledgeId), actionId);
  const after = undone.reduce<Commitment>(evolve, made);
  const pledge = pledgeId === null || !wasMade(after) ? undefined : after.pledges.get(pledgeId);
  const redone = pledge?.status === 'open' ? advance(commitmentId, pledge, actionOccurredOn, actionId) : [];
  return accept(...withConsequences(commitmentId, made, [corrected, ...undone, ...redone]));
};

export type RetractAdvocacyAction = OfAction & { reason: string };
export type RetractAdvocacyActionRejection = OnlyTheSponsorMayDoThis | NoSuchAction;

/** It did not happen, or should not stand here. Its pledge is set back. Retracting twice changes nothing. */
export const retractAdvocacyAction = (command: RetractAdvocacyAction, state: Commitment): Decision<CommitmentEvent, RetractAdvocacyActionRejection> => {
  const { commitmentId, actionId, reason } = command;
  const found = sponsorsAction(command, actionId, state);
  if (!found.accepted) return found;
  const { made, action: { status, facts: { pledgeId } } } = found;
  if (status === 'retracted') return accept();
  const undone = pledgeId === null ? [] : setBack(commitmentId, made.pledges.get(pledgeId), actionId);
  return accept(...withConsequences(commitmentId, made, [AdvocacyActionRetracted.of({ commitmentId, actionId, reason }), ...undone]));
};

/** What is the sponsor's alone to do, whoever recorded it. */
type OfSponsor = { commitmentId: string; actionId: string; by: PersonId };

export type NameWitness = OfSponsor & { witnessId: PersonId };
export type NameWitnessRejection = OnlyTheSponsorMayDoThis | NoSuchAction | ActionIsRetracted | { reason: 'WitnessMustBeSomeoneElse' };

/** The sponsor names somebody who was in the room: neither of the pair, nor whoever recorded it. Naming twice changes nothing. */
export const nameWitness = (command: NameWitness, state: Commitment): Decision<CommitmentEvent, NameWitnessRejection> => {
  const { commitmentId, actionId, witnessId } = command;
  const found = sponsorsAction({ ...command, byDelegation: false }, actionId, state);
  if (!found.accepted) return found;
  const { made: { sponsorId, protegeId }, action: { status, delegateId, witnesses } } = found;
  if (status === 'retracted') return reject({ reason: 'ActionIsRetracted', actionId });
  if ([sponsorId, protegeId, delegateId].includes(witnessId)) return reject({ reason: 'WitnessMustBeSomeoneElse' });
  return witnesses.includes(witnessId) ? accept() : accept(WitnessNamed.of({ commitmentId, actionId, witnessId }));
};

export type DiscloseAdvocacyAction = OfSponsor;
export type DiscloseAdvocacyActionRejection = OnlyTheSponsorMayDoThis | NoSuchAction | ActionIsRetracted;

/** Lets the protégé know of an action in a confidential forum. Where there is nothing to disclose, nothing is recorded. */
export const discloseAdvocacyAction = (command: DiscloseAdvocacyAction, state: Commitment): Decision<CommitmentEvent, DiscloseAdvocacyActionRejection> => {
  const { commitmentId, actionId } = command;
  const found = sponsorsAction({ ...command, byDelegation: false }, actionId, state);
  if (!found.accepted) return found;
  if (found.action.status === 'retracted') return reject({ reason: 'ActionIsRetracted', actionId });
  return isOpenToProtege(found.action) ? accept() : accept(AdvocacyActionDisclosed.of({ commitmentId, actionId }));
};
