import { accept, reject, type Decision } from '@vouchsafe/decider';
import { ProgramRulesSet, programSettings, type ProgramEvent, type ProgramSettings } from '@vouchsafe/programs-contracts';
import { readRule, type UnreadableRule, type WrittenCondition } from './eligibility.js';
import type { Program } from './program.js';

export type SetProgramRules = {
  programId: string;
  /** The version of the rules that the lead had on the screen. */
  basedOn: number;
  /** What is not named stays as it is. */
  settings: Partial<ProgramSettings>;
  /** Null leaves both rules as they are. */
  eligibility: { proteges: readonly WrittenCondition[]; sponsors: readonly WrittenCondition[] } | null;
  /** Fields that the tenant declared to stand in for a protected trait. */
  standIns: readonly string[];
};
export type SetProgramRulesRejection =
  | { reason: 'ProgramIsNotDefined' }
  | { reason: 'ProgramIsClosed' }
  | { reason: 'RulesHaveChanged'; version: number }
  | { reason: 'SettingIsOutOfRange'; settings: readonly string[] }
  | UnreadableRule;

/** A new version of the rules; figures and enrolments made under an older one go on naming that one. */
export const setProgramRules = (
  { programId, basedOn, settings, eligibility, standIns }: SetProgramRules, state: Program,
): Decision<ProgramEvent, SetProgramRulesRejection> => {
  if (state.status === 'none') return reject({ reason: 'ProgramIsNotDefined' });
  if (state.status === 'closed') return reject({ reason: 'ProgramIsClosed' });
  const { version } = state.rules;
  if (basedOn !== version) return reject({ reason: 'RulesHaveChanged', version });
  const checked = programSettings.safeParse({ ...state.rules.settings, ...settings });
  if (!checked.success) return reject({ reason: 'SettingIsOutOfRange', settings: [...new Set(checked.error.issues.map(({ path }) => path.join('.')))] });

  const proteges = eligibility && readRule(eligibility.proteges, standIns);
  const sponsors = eligibility && readRule(eligibility.sponsors, standIns);
  if (proteges && !proteges.readable) return reject(proteges.rejection);
  if (sponsors && !sponsors.readable) return reject(sponsors.rejection);
  const rules = proteges && sponsors ? { proteges: proteges.rule, sponsors: sponsors.rule } : state.rules.eligibility;
  return accept(ProgramRulesSet.of({ programId, version: version + 1, settings: checked.data, eligibility: rules }));
};
