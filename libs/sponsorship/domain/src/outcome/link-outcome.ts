import { accept, reject, type Decision } from '@vouchsafe/decider';
import type { IsoDate } from '@vouchsafe/event-schema';
import { OutcomeLinked, type OutcomeEvent, type PersonId } from '@vouchsafe/sponsorship-contracts';
import type { Outcome } from './outcome.js';
import type { NoSuchOutcome, OutcomeIsRetracted } from './record-outcome.js';

/** `action` is looked up before the decision: for whom and on which day it was done; null if there is none, it was retracted, or
 * whoever asks may not know of it. */
export type LinkOutcome = {
  outcomeId: string; commitmentId: string; actionId: string; action: { protegeId: PersonId; occurredOn: IsoDate } | null;
};
export type LinkOutcomeRejection =
  | NoSuchOutcome
  | OutcomeIsRetracted
  | { reason: 'NoSuchAction'; actionId: string }
  | { reason: 'ActionWasForSomeoneElse' }
  | { reason: 'ActionIsLaterThanTheOutcome' };

/** The pair says that the outcome rests on an action. Saying so twice changes nothing. */
export const linkOutcome = (
  { outcomeId, commitmentId, actionId, action }: LinkOutcome, state: Outcome,
): Decision<OutcomeEvent, LinkOutcomeRejection> => {
  if (state.status === 'none') return reject({ reason: 'NoSuchOutcome', outcomeId });
  if (state.status === 'retracted') return reject({ reason: 'OutcomeIsRetracted', outcomeId });
  if (!action) return reject({ reason: 'NoSuchAction', actionId });
  if (action.protegeId !== state.personId) return reject({ reason: 'ActionWasForSomeoneElse' });
  if (action.occurredOn > state.facts.outcomeOccurredOn) return reject({ reason: 'ActionIsLaterThanTheOutcome' });
  const isLinked = state.actions.some((each) => each.commitmentId === commitmentId && each.actionId === actionId);
  return isLinked ? accept() : accept(OutcomeLinked.of({ outcomeId, to: { kind: 'ACTION', commitmentId, actionId } }));
};
