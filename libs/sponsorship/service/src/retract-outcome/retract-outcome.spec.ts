import { anActor } from '@vouchsafe/graphql/testing';
import { OutcomeRetracted } from '@vouchsafe/sponsorship-contracts';
import { outcomes } from '@vouchsafe/sponsorship-domain';
import { ACME, isWrittenOnceAndSilentToStrangers } from '../commands.fixtures.js';
import { anOutcomeRecorded, BEN, withOutcome } from '../outcome.fixtures.js';
import { RetractOutcomeCommand, RetractOutcomeHandler } from './retract-outcome.command.js';

describe('retracting an outcome', () => {
  isWrittenOnceAndSilentToStrangers({
    handler: RetractOutcomeHandler, command: RetractOutcomeCommand, of: outcomes, id: 'o1', history: [anOutcomeRecorded()], by: anActor(ACME, BEN),
    input: { outcomeId: 'o1', reason: 'It was called off' }, other: { reason: 'Another' },
    writes: [OutcomeRetracted.of({ outcomeId: 'o1', reason: 'It was called off' })], unknown: { reason: 'NoSuchOutcome', outcomeId: 'o1' },
  });

  it('is no longer one’s own to do once others have verified it', async () => {
    const { execute } = await withOutcome(RetractOutcomeHandler, anOutcomeRecorded({ evidenceState: 'MANAGER_VERIFIED' }));
    expect(await execute(new RetractOutcomeCommand(ACME, anActor(ACME, BEN), { requestKey: 'r1', outcomeId: 'o1', reason: 'x' })))
      .toEqual({ accepted: false, rejection: { reason: 'VerifiedByOthers' } });
  });
});
