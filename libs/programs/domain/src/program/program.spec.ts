import { streamName } from '@vouchsafe/decider';
import { given } from '@vouchsafe/decider/testing';
import { defaultProgramSettings, programStream } from '@vouchsafe/programs-contracts';
import { aProgramClosed, aProgramDefined, aProgramOpened, aProgramRulesSet } from '../programs.fixtures.js';
import { closeProgram } from './close-program.js';
import { defineProgram } from './define-program.js';
import { openProgram } from './open-program.js';
import { programs } from './program.js';
import { setProgramRules } from './set-program-rules.js';

const programId = 'emerging-leaders';
const draft = [aProgramDefined(), aProgramRulesSet()];
const open = [...draft, aProgramOpened()];
const closed = [...open, aProgramClosed()];

it('lies in the stream that its contracts name', () => expect(streamName(programs, programId)).toBe(programStream(programId)));

describe('defining', () => {
  const defining = { ...aProgramDefined().data, standIns: [] };

  it('brings the default rules with it, as version 1', () =>
    given(programs).when((state) => defineProgram(defining, state)).then(aProgramDefined(), aProgramRulesSet()));

  it('may leave for later what only opening needs', () => {
    const nothingYet = { goals: [], term: null, population: null, places: null };
    given(programs).when((state) => defineProgram({ ...defining, ...nothingYet }, state)).then(aProgramDefined(nothingYet), aProgramRulesSet());
  });

  it('again replaces a draft, and leaves its rules', () =>
    given(programs, ...draft)
      .when((state) => defineProgram({ ...defining, name: 'Leaders to come', population: [{ field: 'unit', anyOf: ['North'] }] }, state))
      .then(aProgramDefined({ name: 'Leaders to come', population: [{ field: 'UNIT', anyOf: ['North'] }] })));

  it('refuses a term that runs backwards', () =>
    given(programs)
      .when((state) => defineProgram({ ...defining, term: { start: '2026-01-01', end: '2025-12-31' } }, state))
      .thenRejected({ reason: 'TermEndsBeforeItStarts' }));

  it('refuses a population by a protected trait', () =>
    given(programs)
      .when((state) => defineProgram({ ...defining, population: [{ field: 'Gender', anyOf: ['x'] }] }, state))
      .thenRejected({ reason: 'RuleNamesAProtectedTrait', fields: ['Gender'] }));

  it('refuses a population by what the tenant declared a stand-in', () =>
    given(programs)
      .when((state) => defineProgram({ ...defining, standIns: ['tenure'], population: [{ field: 'Tenure', atMost: 60 }] }, state))
      .thenRejected({ reason: 'RuleNamesAProtectedTrait', fields: ['Tenure'] }));

  it('comes too late once a programme is open or closed', () => {
    given(programs, ...open).when((state) => defineProgram(defining, state)).thenRejected({ reason: 'ProgramIsAlreadyOpen' });
    given(programs, ...closed).when((state) => defineProgram(defining, state)).thenRejected({ reason: 'ProgramIsClosed' });
  });
});

describe('setting rules', () => {
  const setting = { programId, basedOn: 1, settings: { levelGap: 3 }, eligibility: null, standIns: [] };
  const newer = aProgramRulesSet({ version: 2, settings: { ...defaultProgramSettings, levelGap: 3 } });

  it('makes the next version, of a draft and of an open programme', () => {
    given(programs, ...draft).when((state) => setProgramRules(setting, state)).then(newer);
    given(programs, ...open).when((state) => setProgramRules(setting, state)).then(newer);
  });

  it('keeps what it does not name', () =>
    given(programs, ...draft, newer)
      .when((state) => setProgramRules({
        ...setting, basedOn: 2, settings: {}, eligibility: { proteges: [], sponsors: [{ field: 'Level', atLeast: 30 }] },
      }, state))
      .then(aProgramRulesSet({
        version: 3, settings: newer.data.settings, eligibility: { proteges: [], sponsors: [{ field: 'LEVEL', atLeast: 30, atMost: null }] },
      })));

  it('keeps eligibility where it is not named', () => {
    const eligibility = { proteges: [{ field: 'UNIT' as const, anyOf: ['North'] }], sponsors: [] };
    given(programs, ...draft, aProgramRulesSet({ version: 2, eligibility }))
      .when((state) => setProgramRules({ ...setting, basedOn: 2 }, state))
      .then(aProgramRulesSet({ ...newer.data, version: 3, eligibility }));
  });

  it('does not overwrite rules that the lead has not seen', () =>
    given(programs, ...draft, newer).when((state) => setProgramRules(setting, state)).thenRejected({ reason: 'RulesHaveChanged', version: 2 }));

  it('names every setting that is out of range', () =>
    given(programs, ...draft)
      .when((state) => setProgramRules({
        ...setting, settings: { smallestGroup: 4, smallestGroupByTrait: 9, longestTermMonths: 25, quorum: { endorsers: 0, functions: 2, withDirectObservation: 1 } },
      }, state))
      .thenRejected({ reason: 'SettingIsOutOfRange', settings: ['smallestGroup', 'smallestGroupByTrait', 'quorum.endorsers', 'longestTermMonths'] }));

  it.each(['proteges', 'sponsors'] as const)('refuses a protected trait for %s', (side) =>
    given(programs, ...draft)
      .when((state) => setProgramRules({ ...setting, eligibility: { proteges: [], sponsors: [], [side]: [{ field: 'age', atMost: 40 }] } }, state))
      .thenRejected({ reason: 'RuleNamesAProtectedTrait', fields: ['age'] }));

  it.each(['proteges', 'sponsors'] as const)('refuses what the tenant declared a stand-in, for %s', (side) =>
    given(programs, ...draft)
      .when((state) => setProgramRules({
        ...setting, standIns: ['tenure'], eligibility: { proteges: [], sponsors: [], [side]: [{ field: 'Tenure', atMost: 60 }] },
      }, state))
      .thenRejected({ reason: 'RuleNamesAProtectedTrait', fields: ['Tenure'] }));

  it('needs a programme that is not closed', () => {
    given(programs).when((state) => setProgramRules(setting, state)).thenRejected({ reason: 'ProgramIsNotDefined' });
    given(programs, ...closed).when((state) => setProgramRules(setting, state)).thenRejected({ reason: 'ProgramIsClosed' });
  });
});

describe('opening', () => {
  const opening = { programId, leads: 1 };

  it('opens what is ready', () => given(programs, ...draft).when((state) => openProgram(opening, state)).then(aProgramOpened()));

  it('lists everything that is missing', () =>
    given(programs, aProgramDefined({ goals: [], term: null, population: null, places: null }), aProgramRulesSet())
      .when((state) => openProgram({ ...opening, leads: 0 }, state))
      .thenRejected({ reason: 'ProgramIsNotReady', missing: ['LEAD', 'POPULATION', 'GOALS', 'TERM', 'SPONSORS_PLACES'] }));

  it('wants a sponsor’s place for each protégé', () =>
    given(programs, aProgramDefined({ places: { proteges: 12, sponsors: 11 } }), aProgramRulesSet())
      .when((state) => openProgram(opening, state)).thenRejected({ reason: 'ProgramIsNotReady', missing: ['SPONSORS_PLACES'] }));

  it('happens once, to what was defined and is not closed', () => {
    given(programs).when((state) => openProgram(opening, state)).thenRejected({ reason: 'ProgramIsNotDefined' });
    given(programs, ...open).when((state) => openProgram(opening, state)).thenRejected({ reason: 'ProgramIsAlreadyOpen' });
    given(programs, ...closed).when((state) => openProgram(opening, state)).thenRejected({ reason: 'ProgramIsClosed' });
  });
});

describe('closing', () => {
  it('closes what is open', () => given(programs, ...open).when((state) => closeProgram({ programId }, state)).then(aProgramClosed()));

  it('closes nothing else', () => {
    given(programs).when((state) => closeProgram({ programId }, state)).thenRejected({ reason: 'ProgramIsNotOpen' });
    given(programs, ...draft).when((state) => closeProgram({ programId }, state)).thenRejected({ reason: 'ProgramIsNotOpen' });
    given(programs, ...closed).when((state) => closeProgram({ programId }, state)).thenRejected({ reason: 'ProgramIsClosed' });
  });
});
