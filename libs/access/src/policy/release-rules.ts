import { everyRow, ofProgramsTheyLead, rule } from './rule.js';

// What leadership reads: figures that were made public inside the organization, and noised ones of strangers. Nothing here opens a row about a person.

export const releaseRules = {
  // What is divided by what is said by those who run the programme, before there is anybody to divide.
  'release-lattice:declare': rule('release', { PROGRAM_LEAD: ofProgramsTheyLead }),
  'release:publish': rule('release', { PROGRAM_LEAD: ofProgramsTheyLead }),
  'release:read': rule('release', { PROGRAM_LEAD: ofProgramsTheyLead, EXECUTIVE: everyRow }),
  // Every figure, withheld from nobody: for those who see the people behind them anyway.
  'report:seal': rule('program-report', { PROGRAM_LEAD: ofProgramsTheyLead }),
  'sealed-report:read': rule('program-report', { PROGRAM_LEAD: ofProgramsTheyLead }),
  'group-release:read': rule('group-report', { GROUP_EXECUTIVE: everyRow }),
  // What leaves the organization, noised or not, is leadership's to decide.
  'benchmark:join': rule('benchmark', { EXECUTIVE: everyRow }),
  'benchmark:leave': rule('benchmark', { EXECUTIVE: everyRow }),
  // In the circle's own name: a circle is a tenant, and its leadership speaks for it.
  'benchmark:declare-bound': rule('benchmark', { GROUP_EXECUTIVE: everyRow }),
  'benchmark:ask': rule('benchmark', { EXECUTIVE: everyRow }),
  'benchmark:read': rule('benchmark', { EXECUTIVE: everyRow }),
} as const;
