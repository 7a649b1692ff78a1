import { anActor } from '@vouchsafe/graphql/testing';
import { AdvocacyActionDisputed } from '@vouchsafe/sponsorship-contracts';
import { commitments } from '@vouchsafe/sponsorship-domain';
import { aCommitmentMade, anActionRecorded, BEN } from '@vouchsafe/sponsorship-domain/testing';
import { ACME, isWrittenOnceAndSilentToStrangers } from '../commands.fixtures.js';
import { DisputeAdvocacyActionCommand, DisputeAdvocacyActionHandler } from './dispute-advocacy-action.command.js';

describe('disputing an action', () => {
  isWrittenOnceAndSilentToStrangers({
    handler: DisputeAdvocacyActionHandler, command: DisputeAdvocacyActionCommand, of: commitments, id: 'c1', history: [aCommitmentMade(), anActionRecorded()], by: anActor(ACME, BEN),
    input: { commitmentId: 'c1', actionId: 'a1', reason: 'I was not put forward' }, other: { reason: 'Another' },
    writes: [AdvocacyActionDisputed.of({ commitmentId: 'c1', actionId: 'a1', reason: 'I was not put forward' })],
    unknown: { reason: 'NoSuchAction', actionId: 'a1' },
  });
});
