import { accept, reject, type Decision } from '@vouchsafe/decider';
import { ProgramClosed, type ProgramEvent } from '@vouchsafe/programs-contracts';
import type { Program } from './program.js';

export type CloseProgram = { programId: string };
export type CloseProgramRejection = { reason: 'ProgramIsNotOpen' } | { reason: 'ProgramIsClosed' };

/** Closes a programme for good. Its cohorts take nobody any more; commitments made in it run to their own end. */
export const closeProgram = ({ programId }: CloseProgram, state: Program): Decision<ProgramEvent, CloseProgramRejection> => {
  switch (state.status) {
    case 'none':
    case 'draft': return reject({ reason: 'ProgramIsNotOpen' });
    case 'closed': return reject({ reason: 'ProgramIsClosed' });
    case 'open': return accept(ProgramClosed.of({ programId }));
  }
};
