import { anActor } from '@vouchsafe/graphql/testing';
import { commitments } from '@vouchsafe/sponsorship-domain';
import { aCommitmentMade, aCommitmentPaused, AMARA, TODAY } from '@vouchsafe/sponsorship-domain/testing';
import { ACME, atAcme, isWrittenOnceAndSilentToStrangers } from '../commands.fixtures.js';
import { PauseCommitmentCommand, PauseCommitmentHandler } from './pause-commitment.command.js';

describe('pausing', () => {
  isWrittenOnceAndSilentToStrangers({
    handler: PauseCommitmentHandler, command: PauseCommitmentCommand, of: commitments, id: 'c1', history: [aCommitmentMade()],
    input: { commitmentId: 'c1', occurredOn: '2025-06-10' }, other: { occurredOn: '2025-06-11' },
    writes: [aCommitmentPaused('2025-06-10')],
    unknown: { reason: 'CommitmentNotActive', status: 'none' },
  });

  it('is dated today unless it was earlier', async () => {
    const { execute, recorded } = await atAcme(PauseCommitmentHandler, commitments, 'c1', [aCommitmentMade()]);
    await execute(new PauseCommitmentCommand(ACME, anActor(ACME, AMARA), { requestKey: 'r1', commitmentId: 'c1' }));
    expect((await recorded(ACME, commitments, 'c1')).at(-1)).toEqual(aCommitmentPaused(TODAY));
  });
});
