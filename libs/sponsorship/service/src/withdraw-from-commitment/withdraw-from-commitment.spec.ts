import { commitments } from '@vouchsafe/sponsorship-domain';
import { aCommitmentMade, aCommitmentWithdrawn } from '@vouchsafe/sponsorship-domain/testing';
import { isWrittenOnceAndSilentToStrangers } from '../commands.fixtures.js';
import { WithdrawFromCommitmentCommand, WithdrawFromCommitmentHandler } from './withdraw-from-commitment.command.js';

describe('withdrawing from a commitment', () => {
  isWrittenOnceAndSilentToStrangers({
    handler: WithdrawFromCommitmentHandler, command: WithdrawFromCommitmentCommand, of: commitments, id: 'c1', history: [aCommitmentMade()],
    input: { commitmentId: 'c1', occurredOn: '2025-06-10' }, other: { occurredOn: '2025-06-11' },
    writes: [aCommitmentWithdrawn('2025-06-10')], beside: 1, // the place of the sponsor
    unknown: { reason: 'CommitmentNotActive', status: 'none' },
  });
});
