import { eventCatalogue, eventType, isoDate, type EventOf } from '@vouchsafe/event-schema';
import { z } from 'zod';
import { eligibilityRule } from './eligibility-rule.js';
import { programId } from './identifiers.js';
import { programSettings } from './program-settings.js';
import { programKind } from './vocabulary.js';

/** What a programme is. Said again, it replaces what was said before; only a draft is redefined. Null: not named yet. */
export const ProgramDefined = eventType('ProgramDefined', {
  version: 1,
  schema: z.object({
    programId,
    name: z.string().min(1).max(120),
    kind: programKind,
    goals: z.array(z.string().min(1).max(200)).max(10),
    /** First and last day. */
    term: z.object({ start: isoDate, end: isoDate }).nullable(),
    /** Whom it is for: the people who could become protégés or mentees. An empty rule means everybody. */
    population: eligibilityRule.nullable(),
    /** How many it is meant for, and how many places sponsors (or mentors) have promised between them. */
    places: z.object({ proteges: z.number().int().positive().max(100_000), sponsors: z.number().int().nonnegative().max(100_000) }).nullable(),
  }),
});

export const ProgramRulesSet = eventType('ProgramRulesSet', {
  version: 1,
  schema: z.object({
    programId,
    /** Of the rules: 1, 2, 3 … */
    version: z.number().int().positive(),
    settings: programSettings,
    /** Who may come in, beside the population: as protégé or mentee, as sponsor or mentor. */
    eligibility: z.object({ proteges: eligibilityRule, sponsors: eligibilityRule }),
  }),
});

export const ProgramOpened = eventType('ProgramOpened', { version: 1, schema: z.object({ programId }) });
export const ProgramClosed = eventType('ProgramClosed', { version: 1, schema: z.object({ programId }) });

/** Stream `program-<id>`. */
export const programEvents = eventCatalogue(ProgramDefined, ProgramRulesSet, ProgramOpened, ProgramClosed);
export type ProgramEvent = EventOf<typeof programEvents>;
