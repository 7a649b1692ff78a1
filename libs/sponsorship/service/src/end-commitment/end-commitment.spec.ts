import { PledgeMissed } from '@vouchsafe/sponsorship-contracts';
import { commitments } from '@vouchsafe/sponsorship-domain';
import { aCommitmentEnded, aCommitmentMade } from '@vouchsafe/sponsorship-domain/testing';
import { isWrittenOnceAndSilentToStrangers } from '../commands.fixtures.js';
import { EndCommitmentCommand, EndCommitmentHandler } from './end-commitment.command.js';

describe('ending', () => {
  isWrittenOnceAndSilentToStrangers({
    handler: EndCommitmentHandler, command: EndCommitmentCommand, of: commitments, id: 'c1', history: [aCommitmentMade()], today: '2026-01-01',
    input: { commitmentId: 'c1' }, other: { commitmentId: 'c2' },
    beside: 1, // the place of the sponsor
    writes: [
      aCommitmentEnded(),
      PledgeMissed.of({ commitmentId: 'c1', pledgeId: 's1', dueOn: '2025-09-30' }), PledgeMissed.of({ commitmentId: 'c1', pledgeId: 'b1', dueOn: '2025-06-30' }),
    ],
    unknown: { reason: 'CommitmentNotActive', status: 'none' },
  });
});
