import { PledgeRenegotiated } from '@vouchsafe/sponsorship-contracts';
import { commitments } from '@vouchsafe/sponsorship-domain';
import { aCommitmentMade } from '@vouchsafe/sponsorship-domain/testing';
import { isWrittenOnceAndSilentToStrangers } from '../commands.fixtures.js';
import { RenegotiatePledgeCommand, RenegotiatePledgeHandler } from './renegotiate-pledge.command.js';

describe('renegotiating a pledge', () => {
  isWrittenOnceAndSilentToStrangers({
    handler: RenegotiatePledgeHandler, command: RenegotiatePledgeCommand, of: commitments, id: 'c1', history: [aCommitmentMade()],
    input: { commitmentId: 'c1', pledgeId: 'b1', times: 2, dueOn: '2025-08-31' }, other: { times: 3 },
    writes: [PledgeRenegotiated.of({ commitmentId: 'c1', pledgeId: 'b1', times: 2, dueOn: '2025-08-31', renegotiatedBy: 'SPONSOR' })],
    unknown: { reason: 'CommitmentNotActive', status: 'none' },
  });
});
