import { commitments } from '@vouchsafe/sponsorship-domain';
import { aCommitmentMade, anActionRecorded, aWitnessNamed, CHIOMA } from '@vouchsafe/sponsorship-domain/testing';
import { isWrittenOnceAndSilentToStrangers } from '../commands.fixtures.js';
import { NameWitnessCommand, NameWitnessHandler } from './name-witness.command.js';

describe('naming a witness', () => {
  isWrittenOnceAndSilentToStrangers({
    handler: NameWitnessHandler, command: NameWitnessCommand, of: commitments, id: 'c1', history: [aCommitmentMade(), anActionRecorded()],
    input: { commitmentId: 'c1', actionId: 'a1', witnessId: CHIOMA }, other: { witnessId: 'dana' },
    writes: [aWitnessNamed(CHIOMA)],
    unknown: { reason: 'NoSuchAction', actionId: 'a1' },
  });
});
