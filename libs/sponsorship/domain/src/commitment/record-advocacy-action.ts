import { accept, reject, type Decision } from '@vouchsafe/decider';
import type { IsoDate } from '@vouchsafe/event-schema';
import { AdvocacyActionRecorded, type ActionFacts, type CommitmentEvent } from '@vouchsafe/sponsorship-contracts';
import { actionRefusal, actsForSponsor, isLate, type ActionFactsRejection, type OnlyTheSponsorMayDoThis, type Recorder } from './action-refusal.js';
import { rulesOf, type WithRules } from './commitment-rules.js';
import { wasMade, type Commitment } from './commitment.js';
import { advance, withConsequences } from './pledges.js';
import { isStranger, notActive } from './standing.js';

export type RecordAdvocacyAction = Omit<ActionFacts, 'actionOccurredOn'> & Recorder & WithRules
  & { commitmentId: string; actionId: string; occurredOn: IsoDate; today: IsoDate };
export type RecordAdvocacyActionRejection =
  | OnlyTheSponsorMayDoThis
  | { reason: 'ActionAlreadyRecorded'; actionId: string }
  | ActionFactsRejection;

/** Records what the sponsor did; a pledge that it names is advanced in the same append, perhaps kept, the commitment perhaps fulfilled. */
export const recordAdvocacyAction = (command: RecordAdvocacyAction, state: Commitment): Decision<CommitmentEvent, RecordAdvocacyActionRejection> => {
  const { commitmentId, actionId, by, byDelegation, occurredOn, today } = command;
  if (isStranger(by, state) && !byDelegation) return notActive('none');
  if (!wasMade(state)) return notActive(state.status);
  if (!actsForSponsor(command, state)) return reject({ reason: 'OnlyTheSponsorMayDoThis' });
  if (state.actions.has(actionId)) return reject({ reason: 'ActionAlreadyRecorded', actionId });
  const facts = { ...command, actionOccurredOn: occurredOn };
  const rules = rulesOf(command);
  const refusal = actionRefusal(facts, state, rules, today);
  if (refusal) return reject(refusal);

  const recorded = AdvocacyActionRecorded.of({ ...facts, delegateId: by === state.sponsorId ? null : by, late: isLate(occurredOn, today, rules) });
  const pledge = command.pledgeId === null ? undefined : state.pledges.get(command.pledgeId);
  const advanced = pledge ? advance(commitmentId, pledge, occurredOn, actionId) : [];
  return accept(...withConsequences(commitmentId, state, [recorded, ...advanced]));
};
