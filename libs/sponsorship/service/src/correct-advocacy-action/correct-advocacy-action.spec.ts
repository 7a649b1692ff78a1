import { AdvocacyActionCorrected } from '@vouchsafe/sponsorship-contracts';
import { commitments } from '@vouchsafe/sponsorship-domain';
import { aCommitmentMade, anActionRecorded, toCorrect } from '@vouchsafe/sponsorship-domain/testing';
import { isWrittenOnceAndSilentToStrangers } from '../commands.fixtures.js';
import { CorrectAdvocacyActionCommand, CorrectAdvocacyActionHandler } from './correct-advocacy-action.command.js';

describe('correcting an action', () => {
  isWrittenOnceAndSilentToStrangers({
    handler: CorrectAdvocacyActionHandler, command: CorrectAdvocacyActionCommand, of: commitments, id: 'c1', history: [aCommitmentMade(), anActionRecorded()],
    input: {
      commitmentId: 'c1', actionId: 'a1', behaviour: 'NOMINATE', forum: 'BUDGET', occurredOn: '2025-06-02', audience: 'LEADERSHIP', protegePresent: false, directObservation: true,
      capital: 'MEDIUM', reason: 'I had mixed up two meetings',
    }, other: { forum: 'STAFFING' },
    writes: [AdvocacyActionCorrected.of({ ...toCorrect({ forum: 'BUDGET' }), changed: ['forum'], late: false })],
    unknown: { reason: 'NoSuchAction', actionId: 'a1' },
  });
});
