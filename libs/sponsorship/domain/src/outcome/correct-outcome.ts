import { accept, reject, type Decision } from '@vouchsafe/decider';
import type { IsoDate } from '@vouchsafe/event-schema';
import {
  OutcomeCorrected, outcomeFacts, OutcomeRetracted, type OutcomeEvent, type OutcomeFacts, type OutcomeMeasure, type PersonId,
} from '@vouchsafe/sponsorship-contracts';
import type { Outcome } from './outcome.js';
import type { NoSuchOutcome, OutcomeIsRetracted } from './record-outcome.js';

/** What others have verified is no longer its owner's to change. */
export type VerifiedByOthers = { reason: 'VerifiedByOthers' };

type Changing = { outcomeId: string; by: PersonId | null; reason: string };

/** The whole facts as they should read, unchanged ones included. */
export type CorrectOutcome = OutcomeFacts & Changing & { today: IsoDate };
export type CorrectOutcomeRejection = NoSuchOutcome | OutcomeIsRetracted | VerifiedByOthers | { reason: 'NotYetHappened'; today: IsoDate };

const sameMeasure = (one: OutcomeMeasure | null, other: OutcomeMeasure | null): boolean =>
  one === other || (one?.value === other?.value && one?.unit === other?.unit && one?.baseline === other?.baseline);

/** Replaces what is believed of an outcome; what was believed before stays in the log. A correction that changes nothing is not recorded. */
export const correctOutcome = (command: CorrectOutcome, state: Outcome): Decision<OutcomeEvent, CorrectOutcomeRejection> => {
  const { outcomeId, by, today, reason } = command;
  if (state.status === 'none') return reject({ reason: 'NoSuchOutcome', outcomeId });
  if (state.status === 'retracted') return reject({ reason: 'OutcomeIsRetracted', outcomeId });
  if (isVerifiedOwn(by, state)) return reject({ reason: 'VerifiedByOthers' });
  if (command.outcomeOccurredOn > today) return reject({ reason: 'NotYetHappened', today });
  const { facts: before } = state;
  const facts = outcomeFacts.parse(command);
  const changed = outcomeFacts.keyof().options.filter((field) => (
    field === 'measure' ? !sameMeasure(before.measure, facts.measure) : before[field] !== facts[field]));
  return changed.length === 0 ? accept() : accept(OutcomeCorrected.of({ ...facts, outcomeId, changed, reason }));
};

export type RetractOutcome = Changing;
export type RetractOutcomeRejection = NoSuchOutcome | VerifiedByOthers;

/** It never took effect. Retracting twice changes nothing. */
export const retractOutcome = ({ outcomeId, by, reason }: RetractOutcome, state: Outcome): Decision<OutcomeEvent, RetractOutcomeRejection> => {
  if (state.status === 'none') return reject({ reason: 'NoSuchOutcome', outcomeId });
  if (state.status === 'retracted') return accept();
  return isVerifiedOwn(by, state) ? reject({ reason: 'VerifiedByOthers' }) : accept(OutcomeRetracted.of({ outcomeId, reason }));
};

const isVerifiedOwn = (by: PersonId | null, state: Exclude<Outcome, { status: 'none' }>): boolean =>
  by !== null && by === state.personId && state.evidenceState !== 'SELF_REPORTED';
