import { anActor } from '@vouchsafe/graphql/testing';
import { commitments } from '@vouchsafe/sponsorship-domain';
import { aCommitmentMade, anActionConfirmed, anActionRecorded, aWitnessNamed, BEN, CHIOMA } from '@vouchsafe/sponsorship-domain/testing';
import { ACME, atAcme, isWrittenOnceAndSilentToStrangers } from '../commands.fixtures.js';
import { ConfirmAdvocacyActionCommand, ConfirmAdvocacyActionHandler } from './confirm-advocacy-action.command.js';

describe('confirming an action', () => {
  isWrittenOnceAndSilentToStrangers({
    handler: ConfirmAdvocacyActionHandler, command: ConfirmAdvocacyActionCommand, of: commitments, id: 'c1', history: [aCommitmentMade(), anActionRecorded()], by: anActor(ACME, BEN),
    input: { commitmentId: 'c1', actionId: 'a1', as: 'PROTEGE' }, other: { as: 'WITNESS' },
    writes: [anActionConfirmed()],
    unknown: { reason: 'NoSuchAction', actionId: 'a1' },
  });

  it('is for a witness whom the sponsor named, and whom no role brought here', async () => {
    const { execute } = await atAcme(ConfirmAdvocacyActionHandler, commitments, 'c1', [aCommitmentMade(), anActionRecorded(), aWitnessNamed(CHIOMA)]);
    const chioma = { ...anActor(ACME, CHIOMA), roles: new Set<never>() };
    const input = { requestKey: 'r1', commitmentId: 'c1', actionId: 'a1', as: 'WITNESS' as const };
    expect(await execute(new ConfirmAdvocacyActionCommand(ACME, chioma, input))).toMatchObject({ accepted: true });
  });

  it('keeps from the protégé what happened in a confidential forum', async () => {
    const { execute } = await atAcme(ConfirmAdvocacyActionHandler, commitments, 'c1', [aCommitmentMade(), anActionRecorded({ forum: 'SUCCESSION' })]);
    const input = { requestKey: 'r1', commitmentId: 'c1', actionId: 'a1', as: 'PROTEGE' as const };
    expect(await execute(new ConfirmAdvocacyActionCommand(ACME, anActor(ACME, BEN), input)))
      .toEqual({ accepted: false, rejection: { reason: 'NoSuchAction', actionId: 'a1' } });
  });
});
