import { AdvocacyActionDisclosed } from '@vouchsafe/sponsorship-contracts';
import { commitments } from '@vouchsafe/sponsorship-domain';
import { aCommitmentMade, anActionRecorded } from '@vouchsafe/sponsorship-domain/testing';
import { isWrittenOnceAndSilentToStrangers } from '../commands.fixtures.js';
import { DiscloseAdvocacyActionCommand, DiscloseAdvocacyActionHandler } from './disclose-advocacy-action.command.js';

describe('disclosing an action', () => {
  isWrittenOnceAndSilentToStrangers({
    handler: DiscloseAdvocacyActionHandler, command: DiscloseAdvocacyActionCommand, of: commitments, id: 'c1', history: [aCommitmentMade(), anActionRecorded({ forum: 'SUCCESSION' })],
    input: { commitmentId: 'c1', actionId: 'a1' }, other: { actionId: 'a2' },
    writes: [AdvocacyActionDisclosed.of({ commitmentId: 'c1', actionId: 'a1' })],
    unknown: { reason: 'NoSuchAction', actionId: 'a1' },
  });
});
