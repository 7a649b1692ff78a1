import { stream } from '@vouchsafe/decider';
import type { DataOf } from '@vouchsafe/event-schema';
import { defaultProgramSettings, programEvents, type ProgramDefined, type ProgramEvent, type ProgramRulesSet } from '@vouchsafe/programs-contracts';

export type ProgramDefinition = DataOf<typeof ProgramDefined>;
export type ProgramRules = Pick<DataOf<typeof ProgramRulesSet>, 'version' | 'settings' | 'eligibility'>;

export type Program =
  | { status: 'none' }
  | { status: 'draft' | 'open' | 'closed'; definition: ProgramDefinition; rules: ProgramRules };

/** Rules that nobody has set. The first version of a programme's rules follows its definition in the same append. */
export const rulesAtFirst: ProgramRules = { version: 0, settings: defaultProgramSettings, eligibility: { proteges: [], sponsors: [] } };

const evolve = (state: Program, { type, data }: ProgramEvent): Program => {
  if (type === 'ProgramDefined') {
    return state.status === 'none' ? { status: 'draft', definition: data, rules: rulesAtFirst } : { ...state, definition: data };
  }
  if (state.status === 'none') return state;
  switch (type) {
    case 'ProgramRulesSet': {
      const { version, settings, eligibility } = data;
      return { ...state, rules: { version, settings, eligibility } };
    }
    case 'ProgramOpened': return { ...state, status: 'open' };
    case 'ProgramClosed': return { ...state, status: 'closed' };
  }
};

export const programs = stream<Program, ProgramEvent>('program', programEvents, { status: 'none' }, evolve);
