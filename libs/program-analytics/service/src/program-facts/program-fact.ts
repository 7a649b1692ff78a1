import { eventCatalogue, type EventOf, type Recorded } from '@vouchsafe/event-schema';
import { foldFacts } from '@vouchsafe/projections';
import { ProgramDefined, ProgramRulesSet, type EligibilityRule, type ProgramSettings } from '@vouchsafe/programs-contracts';

export const frameEvents = eventCatalogue(ProgramDefined, ProgramRulesSet);
type FrameEvent = EventOf<typeof frameEvents>;

/** Rules are null until they are set. `population` is whom the programme is for, `eligibility` who may come in beside. */
interface ProgramFact { population: EligibilityRule | null; rulesVersion: number | null; settings: ProgramSettings | null; eligibility: EligibilityRule | null }

const step = (fact: ProgramFact | undefined, { type, data }: Recorded<FrameEvent>): ProgramFact | undefined => {
  switch (type) {
    case 'ProgramDefined': return { rulesVersion: null, settings: null, eligibility: null, ...fact, population: data.population };
    case 'ProgramRulesSet': return { population: null, ...fact, rulesVersion: data.version, settings: data.settings, eligibility: data.eligibility.proteges };
  }
};

export const programFrameFacts = foldFacts('program_fact', ({ data }: FrameEvent) => data.programId, step);
