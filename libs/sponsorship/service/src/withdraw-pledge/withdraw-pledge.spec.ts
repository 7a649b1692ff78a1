import { PledgeWithdrawn } from '@vouchsafe/sponsorship-contracts';
import { commitments } from '@vouchsafe/sponsorship-domain';
import { aCommitmentMade } from '@vouchsafe/sponsorship-domain/testing';
import { isWrittenOnceAndSilentToStrangers } from '../commands.fixtures.js';
import { WithdrawPledgeCommand, WithdrawPledgeHandler } from './withdraw-pledge.command.js';

describe('letting go of a pledge', () => {
  isWrittenOnceAndSilentToStrangers({
    handler: WithdrawPledgeHandler, command: WithdrawPledgeCommand, of: commitments, id: 'c1', history: [aCommitmentMade()],
    input: { commitmentId: 'c1', pledgeId: 'b1' }, other: { pledgeId: 's1' },
    writes: [PledgeWithdrawn.of({ commitmentId: 'c1', pledgeId: 'b1', withdrawnBy: 'SPONSOR' })],
    unknown: { reason: 'CommitmentNotActive', status: 'none' },
  });
});
