import { PledgeMissed } from '@vouchsafe/sponsorship-contracts';
import { commitments } from '@vouchsafe/sponsorship-domain';
import { aCommitmentMade } from '@vouchsafe/sponsorship-domain/testing';
import { isWrittenOnceAndSilentToStrangers } from '../commands.fixtures.js';
import { MarkPledgeMissedCommand, MarkPledgeMissedHandler } from './mark-pledge-missed.command.js';

describe('marking a pledge missed', () => {
  isWrittenOnceAndSilentToStrangers({
    handler: MarkPledgeMissedHandler, command: MarkPledgeMissedCommand, of: commitments, id: 'c1', history: [aCommitmentMade()], today: '2025-07-01',
    input: { commitmentId: 'c1', pledgeId: 'b1' }, other: { pledgeId: 's1' },
    writes: [PledgeMissed.of({ commitmentId: 'c1', pledgeId: 'b1', dueOn: '2025-06-30' })],
    unknown: { reason: 'CommitmentNotActive', status: 'none' },
  });
});
