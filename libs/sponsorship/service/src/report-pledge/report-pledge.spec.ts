import { commitments } from '@vouchsafe/sponsorship-domain';
import { aCommitmentMade, aPledgeAdvanced, aPledgeKept } from '@vouchsafe/sponsorship-domain/testing';
import { isWrittenOnceAndSilentToStrangers } from '../commands.fixtures.js';
import { ReportPledgeCommand, ReportPledgeHandler } from './report-pledge.command.js';

describe('reporting a pledge', () => {
  isWrittenOnceAndSilentToStrangers({
    handler: ReportPledgeHandler, command: ReportPledgeCommand, of: commitments, id: 'c1', history: [aCommitmentMade()],
    input: { commitmentId: 'c1', pledgeId: 'b1', occurredOn: '2025-06-12' }, other: { pledgeId: 's1' },
    writes: [
      aPledgeAdvanced({ pledgeId: 'b1', actionId: null, advancedOn: '2025-06-12' }), aPledgeKept({ pledgeId: 'b1', keptOn: '2025-06-12', dueOn: '2025-06-30' }),
    ],
    unknown: { reason: 'CommitmentNotActive', status: 'none' },
  });
});
