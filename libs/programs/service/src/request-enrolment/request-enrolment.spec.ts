import { anActor } from '@vouchsafe/graphql/testing';
import { enrolments, programs } from '@vouchsafe/programs-domain';
import {
  ACME, AMARA, anEnrolmentDeclined, anEnrolmentRequested, aParticipantEnrolled, aParticipantWithdrawn, aProgramClosed, aProgramRulesSet, BILAL, GLOBEX,
} from '@vouchsafe/programs-domain/testing';
import { ApproveEnrolmentCommand } from '../approve-enrolment/approve-enrolment.command.js';
import { DeclineEnrolmentCommand } from '../decline-enrolment/decline-enrolment.command.js';
import { aLead, COHORT, PROGRAM, refused, TODAY, withCohort } from '../programs-service.fixtures.js';
import { WithdrawParticipantCommand } from '../withdraw-participant/withdraw-participant.command.js';
import { RequestEnrolmentCommand } from './request-enrolment.command.js';
import { wholeMonths } from './whole-months.js';

const anInput = (input = {}) => ({ requestKey: 'r1', cohortId: COHORT, role: 'PROTEGE' as const, agreed: true, ...input });
const request = (input = {}, tenant = ACME, personId = BILAL) => new RequestEnrolmentCommand(tenant, anActor(tenant, personId), anInput(input));
const place = `${COHORT}.${BILAL}`;

describe('asking for a place', () => {
  it('records the yes, and the rules under which the person is eligible', async () => {
    const { execute, recorded } = await withCohort({ [BILAL]: {} });
    expect(await execute(request())).toEqual({ accepted: true, position: 5, personId: BILAL });
    expect(await recorded(ACME, enrolments, place)).toEqual([anEnrolmentRequested()]);
  });

  it('needs the yes', async () => {
    const { execute } = await withCohort({ [BILAL]: {} });
    expect(await execute(request({ agreed: false }))).toEqual(refused('ParticipantHasNotAgreed'));
  });

  it.each([['somebody who has left', { [BILAL]: { active: false } }], ['somebody unknown to the directory', {}]])('is not for %s', async (_, persons) => {
    const { execute } = await withCohort(persons);
    expect(await execute(request())).toEqual(refused('PersonIsNotHere'));
  });

  it('asks the directory and the person, each for what they know', async () => {
    const { execute, history } = await withCohort({ [BILAL]: { level: 10, joinedOn: '2025-01-02' } });
    await history(ACME, programs, PROGRAM, aProgramRulesSet({
      version: 2,
      eligibility: { proteges: [{ field: 'LEVEL', atLeast: 20, atMost: null }, { field: 'TENURE', atLeast: 3, atMost: null }, { field: 'NEED', anyOf: ['NETWORK'] }, { field: 'UNIT', anyOf: ['North'] }], sponsors: [] },
    }));
    expect(await execute(request())).toEqual(refused('IsNotEligible', { unmet: ['LEVEL', 'TENURE', 'NEED'] }));
    expect(await execute(request({ needs: ['NETWORK'], occurredOn: '2025-04-01' }))).toEqual(refused('IsNotEligible', { unmet: ['LEVEL', 'TENURE'] }));
  });

  it('takes the band that HR named last', async () => {
    const { execute, history } = await withCohort({ [BILAL]: { ratingBand: 'B' }, [AMARA]: {} });
    const eligibility = { proteges: [{ field: 'RATING_BAND' as const, anyOf: ['A', 'B'] }], sponsors: [] };
    await history(ACME, programs, PROGRAM, aProgramRulesSet({ version: 2, eligibility }));
    expect(await execute(request({ requestKey: 'r2' }, ACME, AMARA))).toEqual(refused('IsNotEligible', { unmet: ['RATING_BAND'] }));
    expect(await execute(request())).toMatchObject({ accepted: true });
  });

  it.each([['another organization’s cohort', GLOBEX, COHORT], ['an id that nobody has', ACME, 'never-was']])('says the same of %s', async (_, tenant, cohortId) => {
    const { execute } = await withCohort({ [BILAL]: {} });
    expect(await execute(request({ cohortId }, tenant))).toEqual(refused('CohortIsNotOpen'));
  });

  it('meets a programme that has closed', async () => {
    const { execute, history } = await withCohort({ [BILAL]: {} });
    await history(ACME, programs, PROGRAM, aProgramClosed());
    expect(await execute(request())).toEqual(refused('ProgramIsClosed'));
  });
});

describe('answering', () => {
  const answer = { requestKey: 'a1', cohortId: COHORT, personId: BILAL };
  const asked = async () => {
    const commands = await withCohort({ [BILAL]: {} });
    await commands.history(ACME, enrolments, place, anEnrolmentRequested());
    return commands;
  };

  it('gives a place, once', async () => {
    const { execute, recorded } = await asked();
    const command = new ApproveEnrolmentCommand(ACME, aLead(ACME, PROGRAM), answer);
    const first = await execute(command);
    expect(await execute(command)).toEqual(first);
    expect(await recorded(ACME, enrolments, place)).toEqual([anEnrolmentRequested(), aParticipantEnrolled()]);
    expect(await execute(new ApproveEnrolmentCommand(ACME, aLead(ACME, PROGRAM), { ...answer, requestKey: 'a2' }))).toEqual(refused('AlreadyEnrolled', { status: 'enrolled' }));
  });

  it('declines without a reason', async () => {
    const { execute, recorded } = await asked();
    expect(await execute(new DeclineEnrolmentCommand(ACME, aLead(ACME, PROGRAM), answer))).toMatchObject({ accepted: true });
    expect((await recorded(ACME, enrolments, place)).at(-1)).toEqual(anEnrolmentDeclined());
  });

  it.each([['another lead’s programme', ACME, 'another', BILAL], ['another organization', GLOBEX, PROGRAM, BILAL], ['somebody who did not ask', ACME, PROGRAM, AMARA]])(
    'says the same of a request in %s', async (_, tenant, leads, personId) => {
      const { execute, recorded } = await asked();
      for (const Answer of [ApproveEnrolmentCommand, DeclineEnrolmentCommand]) {
        expect(await execute(new Answer(tenant, aLead(tenant, leads), { ...answer, personId }))).toEqual(refused('EnrolmentIsNotRequested'));
      }
      expect(await recorded(ACME, enrolments, place)).toHaveLength(1);
    });
});

describe('withdrawing', () => {
  const enrolled = async () => {
    const commands = await withCohort({ [BILAL]: {} });
    await commands.history(ACME, enrolments, place, anEnrolmentRequested(), aParticipantEnrolled());
    return commands;
  };

  it.each([['the person', anActor(ACME, BILAL), undefined], ['the programme’s lead', aLead(ACME, PROGRAM), BILAL]])('is open to %s', async (_, actor, personId) => {
    const { execute, recorded } = await enrolled();
    expect(await execute(new WithdrawParticipantCommand(ACME, actor, { requestKey: 'w1', cohortId: COHORT, personId }))).toMatchObject({ accepted: true, personId: BILAL });
    expect((await recorded(ACME, enrolments, place)).at(-1)).toEqual(aParticipantWithdrawn());
  });

  it.each([['another participant', anActor(ACME, AMARA), ACME], ['another lead', aLead(ACME, 'another'), ACME], ['another organization', aLead(GLOBEX, PROGRAM), GLOBEX]] as const)(
    'tells %s the same as of a place that never was', async (_, actor, tenant) => {
      const { execute, recorded } = await enrolled();
      for (const personId of [BILAL, 'p-nobody']) {
        expect(await execute(new WithdrawParticipantCommand(tenant, actor, { requestKey: 'w1', cohortId: COHORT, personId }))).toEqual(refused('ParticipantIsNotEnrolled'));
      }
      expect(await recorded(ACME, enrolments, place)).toHaveLength(2);
    });

  it('does not lie in the future', async () => {
    const { execute } = await enrolled();
    expect(await execute(new WithdrawParticipantCommand(ACME, anActor(ACME, BILAL), { requestKey: 'w1', cohortId: COHORT, occurredOn: '2025-04-02' }))).toEqual(refused('NotYetHappened', { today: TODAY }));
  });
});

it.each([
  ['2022-01-01', '2025-04-01', 39], ['2025-01-02', '2025-04-01', 2], ['2025-01-31', '2025-02-28', 1], ['2025-01-31', '2025-02-27', 0], ['2025-05-01', '2025-04-01', 0],
])('counts the whole months from %s to %s as %i', (from, to, months) => expect(wholeMonths(from, to)).toBe(months));
