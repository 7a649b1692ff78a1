import { AdvocacyActionRetracted } from '@vouchsafe/sponsorship-contracts';
import { commitments } from '@vouchsafe/sponsorship-domain';
import { aCommitmentMade, anActionRecorded } from '@vouchsafe/sponsorship-domain/testing';
import { isWrittenOnceAndSilentToStrangers } from '../commands.fixtures.js';
import { RetractAdvocacyActionCommand, RetractAdvocacyActionHandler } from './retract-advocacy-action.command.js';

describe('retracting an action', () => {
  isWrittenOnceAndSilentToStrangers({
    handler: RetractAdvocacyActionHandler, command: RetractAdvocacyActionCommand, of: commitments, id: 'c1', history: [aCommitmentMade(), anActionRecorded()],
    input: { commitmentId: 'c1', actionId: 'a1', reason: 'Another person' }, other: { reason: 'Another' },
    writes: [AdvocacyActionRetracted.of({ commitmentId: 'c1', actionId: 'a1', reason: 'Another person' })],
    unknown: { reason: 'NoSuchAction', actionId: 'a1' },
  });
});
