import { anActor } from '@vouchsafe/graphql/testing';
import { CommitmentDeclined } from '@vouchsafe/sponsorship-contracts';
import { commitments } from '@vouchsafe/sponsorship-domain';
import { aCommitmentProposed, BEN } from '@vouchsafe/sponsorship-domain/testing';
import { ACME, atAcme, isWrittenOnceAndSilentToStrangers } from '../commands.fixtures.js';
import { DeclineCommitmentCommand, DeclineCommitmentHandler } from './decline-commitment.command.js';

describe('declining', () => {
  isWrittenOnceAndSilentToStrangers({
    handler: DeclineCommitmentHandler, command: DeclineCommitmentCommand, of: commitments, id: 'c1', history: [aCommitmentProposed()], by: anActor(ACME, BEN),
    input: { commitmentId: 'c1', version: 1 }, other: { version: 2 },
    writes: [CommitmentDeclined.of({ commitmentId: 'c1', version: 1 })],
    unknown: { reason: 'CommitmentNotActive', status: 'none' },
  });

  it('declines no text but the newest', async () => {
    const { execute } = await atAcme(DeclineCommitmentHandler, commitments, 'c1', [aCommitmentProposed()]);
    const command = new DeclineCommitmentCommand(ACME, anActor(ACME, BEN), { requestKey: 'r1', commitmentId: 'c1', version: 2 });
    expect(await execute(command)).toEqual({ accepted: false, rejection: { reason: 'VersionHasChanged', version: 1 } });
  });
});
