import { programs } from '@vouchsafe/programs-domain';
import { ACME, aProgramClosed, aProgramDefined, aProgramOpened, aProgramRulesSet, GLOBEX } from '@vouchsafe/programs-domain/testing';
import { CloseProgramCommand } from '../close-program/close-program.command.js';
import { aLead, PROGRAM, programsOnMemory, refused } from '../programs-service.fixtures.js';
import { SetProgramRulesCommand } from '../set-program-rules/set-program-rules.command.js';
import { OpenProgramCommand } from './open-program.command.js';

const input = { requestKey: 'o1', programId: PROGRAM };
const aDraft = async (some: Parameters<typeof aProgramDefined>[0] = {}) => {
  const commands = await programsOnMemory();
  await commands.history(ACME, programs, PROGRAM, aProgramDefined(some), aProgramRulesSet());
  return commands;
};

describe('opening', () => {
  it('opens what is ready', async () => {
    const { execute, recorded } = await aDraft();
    expect(await execute(new OpenProgramCommand(ACME, aLead(ACME, PROGRAM), input))).toEqual({ accepted: true, position: 3 });
    expect((await recorded(ACME, programs, PROGRAM)).at(-1)).toEqual(aProgramOpened());
  });

  it('says what is missing', async () => {
    const { execute } = await aDraft({ goals: [], places: { proteges: 12, sponsors: 11 } });
    expect(await execute(new OpenProgramCommand(ACME, aLead(ACME, PROGRAM), input))).toEqual(refused('ProgramIsNotReady', { missing: ['GOALS', 'SPONSORS_PLACES'] }));
  });

  it.each([['another lead’s', ACME, 'another'], ['another organization’s', GLOBEX, PROGRAM]])('knows nothing of %s programme', async (_, tenant, leads) => {
    const { execute } = await aDraft();
    expect(await execute(new OpenProgramCommand(tenant, aLead(tenant, leads), input))).toEqual(refused('ProgramIsNotDefined'));
  });
});

describe('closing', () => {
  it('closes for good', async () => {
    const { execute, history, recorded } = await aDraft();
    await history(ACME, programs, PROGRAM, aProgramOpened());
    expect(await execute(new CloseProgramCommand(ACME, aLead(ACME, PROGRAM), input))).toMatchObject({ accepted: true });
    expect((await recorded(ACME, programs, PROGRAM)).at(-1)).toEqual(aProgramClosed());
    expect(await execute(new CloseProgramCommand(ACME, aLead(ACME, PROGRAM), { ...input, requestKey: 'o2' }))).toEqual(refused('ProgramIsClosed'));
  });

  it.each([['another lead’s', ACME, 'another'], ['another organization’s', GLOBEX, PROGRAM]])('knows nothing of %s programme', async (_, tenant, leads) => {
    const { execute, history } = await aDraft();
    await history(ACME, programs, PROGRAM, aProgramOpened());
    expect(await execute(new CloseProgramCommand(tenant, aLead(tenant, leads), input))).toEqual(refused('ProgramIsNotOpen'));
  });
});

describe('setting rules', () => {
  const rules = { requestKey: 's1', programId: PROGRAM, basedOn: 1, settings: { levelGap: 3, smallestGroup: null } };

  it('changes what is named and nothing else', async () => {
    const { execute, recorded } = await aDraft();
    expect(await execute(new SetProgramRulesCommand(ACME, aLead(ACME, PROGRAM), rules))).toEqual({ accepted: true, position: 3, version: 2 });
    const { settings } = aProgramRulesSet().data;
    expect((await recorded(ACME, programs, PROGRAM)).at(-1)).toEqual(aProgramRulesSet({ version: 2, settings: { ...settings, levelGap: 3 } }));
  });

  it('refuses what was based on older rules, and what is out of range', async () => {
    const { execute } = await aDraft();
    const lead = aLead(ACME, PROGRAM);
    expect(await execute(new SetProgramRulesCommand(ACME, lead, { ...rules, basedOn: 0 }))).toEqual(refused('RulesHaveChanged', { version: 1 }));
    expect(await execute(new SetProgramRulesCommand(ACME, lead, { ...rules, settings: { smallestGroup: 4 } }))).toEqual(refused('SettingIsOutOfRange', { settings: ['smallestGroup'] }));
  });

  it.each([['another lead’s', ACME, 'another'], ['another organization’s', GLOBEX, PROGRAM]])('knows nothing of %s programme', async (_, tenant, leads) => {
    const { execute } = await aDraft();
    expect(await execute(new SetProgramRulesCommand(tenant, aLead(tenant, leads), rules))).toEqual(refused('ProgramIsNotDefined'));
  });
});
