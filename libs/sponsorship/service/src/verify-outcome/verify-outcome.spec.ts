import { anActor } from '@vouchsafe/graphql/testing';
import { OutcomeVerified } from '@vouchsafe/sponsorship-contracts';
import { outcomes } from '@vouchsafe/sponsorship-domain';
import { ACME, isWrittenOnceAndSilentToStrangers } from '../commands.fixtures.js';
import { anOutcomeRecorded, BEN, HANA, LIN, withOutcome } from '../outcome.fixtures.js';
import { VerifyOutcomeCommand, VerifyOutcomeHandler } from './verify-outcome.command.js';

const NONE = { reason: 'NoSuchOutcome', outcomeId: 'o1' };

describe('verifying an outcome', () => {
  isWrittenOnceAndSilentToStrangers({
    handler: VerifyOutcomeHandler, command: VerifyOutcomeCommand, of: outcomes, id: 'o1', history: [anOutcomeRecorded()], by: LIN,
    input: { outcomeId: 'o1' }, other: { evidenceState: 'SELF_REPORTED' },
    writes: [OutcomeVerified.of({ outcomeId: 'o1', evidenceState: 'MANAGER_VERIFIED' })],
    unknown: NONE,
  });

  it.each([
    ['the person whose it is', anActor(ACME, BEN, 'PROGRAM_LEAD'), 'MANAGER_VERIFIED' as const, { reason: 'OwnOutcomeCannotBeVerified' }],
    ['the lead of another programme', HANA, 'MANAGER_VERIFIED' as const, NONE],
    ['a person who speaks for a system', LIN, 'SYSTEM_VERIFIED' as const, { reason: 'OnlyASystemMayVerifyThis' }],
  ])('is not for %s', async (_who, actor, evidenceState, rejection) => {
    const { execute } = await withOutcome(VerifyOutcomeHandler, anOutcomeRecorded());
    expect(await execute(new VerifyOutcomeCommand(ACME, actor, { requestKey: 'r1', outcomeId: 'o1', evidenceState }))).toEqual({ accepted: false, rejection });
  });
});
