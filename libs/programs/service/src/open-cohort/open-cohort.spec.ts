import { cohorts } from '@vouchsafe/programs-domain';
import { ACME, aCohortClosed, aCohortOpened, GLOBEX } from '@vouchsafe/programs-domain/testing';
import { CloseCohortCommand } from '../close-cohort/close-cohort.command.js';
import { aLead, COHORT, PROGRAM, refused, withCohort } from '../programs-service.fixtures.js';
import { OpenCohortCommand } from './open-cohort.command.js';

const input = { requestKey: 'o1', programId: PROGRAM, name: 'Autumn 2025', opensOn: '2025-09-01' };

it('opens a cohort of an open programme', async () => {
  const { execute, recorded } = await withCohort();
  const outcome = await execute(new OpenCohortCommand(ACME, aLead(ACME, PROGRAM), input));
  const cohortId = outcome.accepted ? outcome.cohortId : '';
  expect(await recorded(ACME, cohorts, cohortId)).toEqual([aCohortOpened({ cohortId, name: 'Autumn 2025', opensOn: '2025-09-01' })]);
});

it('refuses a cohort that closes before it opens', async () => {
  const { execute } = await withCohort();
  expect(await execute(new OpenCohortCommand(ACME, aLead(ACME, PROGRAM), { ...input, closesOn: '2025-08-31' }))).toEqual(refused('CohortClosesBeforeItOpens'));
});

it.each([['another lead’s', ACME, 'another'], ['another organization’s', GLOBEX, PROGRAM]])('knows nothing of %s programme', async (_, tenant, leads) => {
  const { execute } = await withCohort();
  expect(await execute(new OpenCohortCommand(tenant, aLead(tenant, leads), input))).toEqual(refused('ProgramIsNotOpen'));
});

describe('closing', () => {
  const close = { requestKey: 'c1', cohortId: COHORT };

  it('is the programme’s lead’s to do', async () => {
    const { execute, recorded } = await withCohort();
    expect(await execute(new CloseCohortCommand(ACME, aLead(ACME, PROGRAM), close))).toMatchObject({ accepted: true });
    expect((await recorded(ACME, cohorts, COHORT)).at(-1)).toEqual(aCohortClosed());
  });

  it.each([['another lead’s', ACME, 'another', COHORT], ['another organization’s', GLOBEX, PROGRAM, COHORT], ['an id that nobody has', ACME, PROGRAM, 'never-was']])(
    'says the same of %s', async (_, tenant, leads, cohortId) => {
      const { execute, recorded } = await withCohort();
      expect(await execute(new CloseCohortCommand(tenant, aLead(tenant, leads), { ...close, cohortId }))).toEqual(refused('CohortIsNotOpen'));
      expect(await recorded(ACME, cohorts, COHORT)).toHaveLength(1);
    });
});
