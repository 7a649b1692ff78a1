import { commitments } from '@vouchsafe/sponsorship-domain';
import { aCommitmentMade, aCommitmentPaused, aCommitmentResumed } from '@vouchsafe/sponsorship-domain/testing';
import { isWrittenOnceAndSilentToStrangers } from '../commands.fixtures.js';
import { ResumeCommitmentCommand, ResumeCommitmentHandler } from './resume-commitment.command.js';

describe('resuming', () => {
  isWrittenOnceAndSilentToStrangers({
    handler: ResumeCommitmentHandler, command: ResumeCommitmentCommand, of: commitments, id: 'c1', history: [aCommitmentMade(), aCommitmentPaused('2025-05-01')],
    input: { commitmentId: 'c1', occurredOn: '2025-06-10' }, other: { occurredOn: '2025-06-11' },
    writes: [aCommitmentResumed('2025-06-10')],
    unknown: { reason: 'CommitmentNotActive', status: 'none' },
  });
});
