import { accept, reject, type Decision } from '@vouchsafe/decider';
import type { IsoDate } from '@vouchsafe/event-schema';
import { CommitmentPaused, CommitmentResumed, CommitmentWithdrawn, type CommitmentEvent, type PersonId } from '@vouchsafe/sponsorship-contracts';
import { wasMade, type Commitment, type MadeCommitment } from './commitment.js';
import {
  isStranger, latestDay, notActive, whyNotRunning, type CommitmentNotActive, type NotYetHappened,
} from './standing.js';

/** `occurredOn` is the day from which it holds; it may lie in the past, if nothing was recorded after it. */
export type ChangeOfCourse = { commitmentId: string; by: PersonId; occurredOn: IsoDate; today: IsoDate };
export type ChangeOfCourseRejection =
  | CommitmentNotActive
  | NotYetHappened
  | { reason: 'LaterDaysAreRecorded'; latest: IsoDate };
type Changing = Decision<CommitmentEvent, ChangeOfCourseRejection>;

export type PauseCommitment = ChangeOfCourse;
export type PauseCommitmentRejection = ChangeOfCourseRejection;
export type ResumeCommitment = ChangeOfCourse;
export type ResumeCommitmentRejection = ChangeOfCourseRejection;
export type WithdrawFromCommitment = ChangeOfCourse;
export type WithdrawFromCommitmentRejection = ChangeOfCourseRejection;

const changing = (
  { by, occurredOn, today }: ChangeOfCourse, state: Commitment,
  already: MadeCommitment['status'], change: () => CommitmentEvent,
): Changing => {
  if (isStranger(by, state)) return notActive('none');
  if (!wasMade(state)) return notActive(state.status);
  if (state.status === already) return accept();
  if (occurredOn > today) return reject({ reason: 'NotYetHappened', today });
  const over = whyNotRunning(state, occurredOn);
  if (over) return notActive(over);
  const latest = latestDay(state);
  return latest > occurredOn ? reject({ reason: 'LaterDaysAreRecorded', latest }) : accept(change());
};

/** From this day on no action counts, until it is resumed. Pausing what is paused changes nothing. */
export const pauseCommitment = (command: PauseCommitment, state: Commitment): Changing =>
  changing(command, state, 'paused', () => CommitmentPaused.of({ commitmentId: command.commitmentId, pausedOn: command.occurredOn }));

/** Active again from this day on. Resuming what is active changes nothing. */
export const resumeCommitment = (command: ResumeCommitment, state: Commitment): Changing =>
  changing(command, state, 'active', () => CommitmentResumed.of({ commitmentId: command.commitmentId, resumedOn: command.occurredOn }));

/** Either side may leave, without fault and without a reason; open pledges are then neither kept nor missed. */
export const withdrawFromCommitment = (command: WithdrawFromCommitment, state: Commitment): Changing =>
  changing(command, state, 'withdrawn', () => CommitmentWithdrawn.of({ commitmentId: command.commitmentId, withdrawnOn: command.occurredOn }));
