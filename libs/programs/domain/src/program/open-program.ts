import { accept, reject, type Decision } from '@vouchsafe/decider';
import { ProgramOpened, type ProgramEvent } from '@vouchsafe/programs-contracts';
import type { Program, ProgramDefinition } from './program.js';

export type MissingForOpening = 'LEAD' | 'POPULATION' | 'GOALS' | 'TERM' | 'SPONSORS_PLACES';

/** What a programme still lacks before it can open, in the order in which a lead would go about it.
 * @param leads how many people lead it: roles are tenancy's, so the number comes in as a fact */
export const missingForOpening = ({ population, goals, term, places }: ProgramDefinition, leads: number): readonly MissingForOpening[] => {
  const missing: MissingForOpening[] = [];
  if (leads < 1) missing.push('LEAD');
  if (population === null) missing.push('POPULATION');
  if (goals.length === 0) missing.push('GOALS');
  if (term === null) missing.push('TERM');
  if (places === null || places.sponsors < places.proteges) missing.push('SPONSORS_PLACES');
  return missing;
};

export type OpenProgram = { programId: string; leads: number };
export type OpenProgramRejection =
  | { reason: 'ProgramIsNotDefined' }
  | { reason: 'ProgramIsNotReady'; missing: readonly MissingForOpening[] }
  | { reason: 'ProgramIsAlreadyOpen' }
  | { reason: 'ProgramIsClosed' };

export const openProgram = ({ programId, leads }: OpenProgram, state: Program): Decision<ProgramEvent, OpenProgramRejection> => {
  switch (state.status) {
    case 'none': return reject({ reason: 'ProgramIsNotDefined' });
    case 'open': return reject({ reason: 'ProgramIsAlreadyOpen' });
    case 'closed': return reject({ reason: 'ProgramIsClosed' });
    case 'draft': {
      const missing = missingForOpening(state.definition, leads);
      return missing.length > 0 ? reject({ reason: 'ProgramIsNotReady', missing }) : accept(ProgramOpened.of({ programId }));
    }
  }
};
