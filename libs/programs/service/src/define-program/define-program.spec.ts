import { programs } from '@vouchsafe/programs-domain';
import { ACME, aProgramDefined, aProgramRulesSet, GLOBEX } from '@vouchsafe/programs-domain/testing';
import { aLead, PROGRAM, programsOnMemory, refused } from '../programs-service.fixtures.js';
import { DefineProgramCommand } from './define-program.command.js';

const anInput = (input = {}) => ({
  requestKey: 'd1', name: 'Emerging leaders', kind: 'SPONSORSHIP' as const, goals: ['Twelve people ready for the next level'],
  term: { start: '2025-01-01', end: '2026-12-31' }, population: [], places: { proteges: 12, sponsors: 12 }, ...input,
});

it('defines the programme to which the lead was appointed, with rules to start from', async () => {
  const { execute, recorded } = await programsOnMemory();
  const outcome = await execute(new DefineProgramCommand(ACME, aLead(ACME, PROGRAM), anInput({ programId: PROGRAM })));
  expect(outcome).toEqual({ accepted: true, position: 2, programId: PROGRAM });
  expect(await recorded(ACME, programs, PROGRAM)).toEqual([aProgramDefined(), aProgramRulesSet()]);
});

it('makes an id for a new one, the same each time the request is repeated, another in another organization', async () => {
  const { execute } = await programsOnMemory();
  const first = await execute(new DefineProgramCommand(ACME, aLead(ACME, PROGRAM), anInput()));
  expect(await execute(new DefineProgramCommand(ACME, aLead(ACME, PROGRAM), anInput()))).toEqual(first);
  const elsewhere = await execute(new DefineProgramCommand(GLOBEX, aLead(GLOBEX, PROGRAM), anInput()));
  expect(first.accepted && elsewhere.accepted && first.programId !== elsewhere.programId).toBe(true);
});

it('says the same of another lead’s programme and of an id that nobody has', async () => {
  const { execute, history, recorded } = await programsOnMemory();
  await history(ACME, programs, PROGRAM, aProgramDefined());
  for (const programId of [PROGRAM, 'never-was']) {
    expect(await execute(new DefineProgramCommand(ACME, aLead(ACME, 'another'), anInput({ programId })))).toEqual(refused('OnlyItsLeadMayDoThis'));
  }
  expect(await recorded(ACME, programs, PROGRAM)).toHaveLength(1);
});

it('answers a rule that names a trait by its name', async () => {
  const { execute } = await programsOnMemory();
  const population = [{ field: 'LEVEL', atLeast: 20 }, { field: 'Gender', anyOf: ['F'] }];
  expect(await execute(new DefineProgramCommand(ACME, aLead(ACME, PROGRAM), anInput({ population })))).toEqual(refused('RuleNamesAProtectedTrait', { fields: ['Gender'] }));
});

it('leaves open what is not named, and keeps apart nobody from everybody', async () => {
  const { execute, recorded } = await programsOnMemory();
  await execute(new DefineProgramCommand(ACME, aLead(ACME, PROGRAM), anInput({ programId: PROGRAM, population: null, term: undefined, places: null })));
  expect((await recorded(ACME, programs, PROGRAM))[0]).toEqual(aProgramDefined({ population: null, term: null, places: null }));
});
