import { anActor } from '@vouchsafe/graphql/testing';
import { OutcomeCorrected } from '@vouchsafe/sponsorship-contracts';
import { outcomes } from '@vouchsafe/sponsorship-domain';
import { ACME, isWrittenOnceAndSilentToStrangers } from '../commands.fixtures.js';
import { AMARA, anOutcomeRecorded, BEN, LIN, withOutcome } from '../outcome.fixtures.js';
import { CorrectOutcomeCommand, CorrectOutcomeHandler } from './correct-outcome.command.js';

const input = { outcomeId: 'o1', kind: 'LATERAL_MOVE' as const, occurredOn: '2025-06-10', reason: 'The rank did not change' };
const corrected = OutcomeCorrected.of({
  outcomeId: 'o1', outcomeOccurredOn: '2025-06-10', kind: 'LATERAL_MOVE', measure: null, programId: 'prog1', commitmentId: 'c1', changed: ['kind'], reason: 'The rank did not change',
});

describe('correcting an outcome', () => {
  isWrittenOnceAndSilentToStrangers({
    handler: CorrectOutcomeHandler, command: CorrectOutcomeCommand, of: outcomes, id: 'o1', history: [anOutcomeRecorded()], by: anActor(ACME, BEN),
    input, other: { kind: 'TRANSITION' }, writes: [corrected], unknown: { reason: 'NoSuchOutcome', outcomeId: 'o1' },
  });

  it('is for whoever recorded it, and for the lead of the programme', async () => {
    const { execute } = await withOutcome(CorrectOutcomeHandler, anOutcomeRecorded());
    expect(await execute(new CorrectOutcomeCommand(ACME, anActor(ACME, AMARA), { requestKey: 'r1', ...input })))
      .toEqual({ accepted: false, rejection: { reason: 'NoSuchOutcome', outcomeId: 'o1' } });
    expect(await execute(new CorrectOutcomeCommand(ACME, LIN, { requestKey: 'r2', ...input }))).toMatchObject({ accepted: true });
  });
});
