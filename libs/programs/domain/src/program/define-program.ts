import { accept, reject, type Decision } from '@vouchsafe/decider';
import { ProgramDefined, ProgramRulesSet, type ProgramEvent } from '@vouchsafe/programs-contracts';
import { readRule, type UnreadableRule, type WrittenCondition } from './eligibility.js';
import { rulesAtFirst, type Program, type ProgramDefinition } from './program.js';

export type DefineProgram = Omit<ProgramDefinition, 'population'> & {
  /** An empty list is everybody; null leaves the population to be named later. */
  population: readonly WrittenCondition[] | null;
  /** Fields that the tenant declared to stand in for a protected trait. */
  standIns: readonly string[];
};
export type DefineProgramRejection =
  | { reason: 'ProgramIsAlreadyOpen' }
  | { reason: 'ProgramIsClosed' }
  | { reason: 'TermEndsBeforeItStarts' }
  | UnreadableRule;

/** Defines a programme, or a draft anew. With the first definition come the default rules, as version 1. */
export const defineProgram = (
  { population, standIns, ...definition }: DefineProgram, state: Program,
): Decision<ProgramEvent, DefineProgramRejection> => {
  if (state.status === 'open') return reject({ reason: 'ProgramIsAlreadyOpen' });
  if (state.status === 'closed') return reject({ reason: 'ProgramIsClosed' });
  if (definition.term && definition.term.end < definition.term.start) return reject({ reason: 'TermEndsBeforeItStarts' });
  const read = readRule(population ?? [], standIns);
  if (!read.readable) return reject(read.rejection);

  const defined = ProgramDefined.of({ ...definition, population: population && read.rule });
  return state.status === 'draft'
    ? accept(defined)
    : accept<ProgramEvent>(defined, ProgramRulesSet.of({ ...rulesAtFirst, programId: definition.programId, version: 1 }));
};
