import { aTenant } from '@vouchsafe/event-store/testing';
import { anActor, commandsOn } from '@vouchsafe/graphql/testing';
import { commitments } from '@vouchsafe/sponsorship-domain';
import { aCommitmentMade, AMARA, TODAY } from '@vouchsafe/sponsorship-domain/testing';
import { RecordAdvocacyActionCommand, RecordAdvocacyActionHandler } from './record-advocacy-action.command.js';

const ACME = aTenant(1);
const GLOBEX = aTenant(2);
const anInput = (input = {}) => ({ requestKey: 'r1', commitmentId: 'c1', behaviour: 'NOMINATE', forum: 'STAFFING' as const, occurredOn: '2025-06-02', ...input });

const atAcme = async () => {
  const commands = await commandsOn({ handlers: [RecordAdvocacyActionHandler], today: TODAY });
  await commands.history(ACME, commitments, 'c1', aCommitmentMade());
  await commands.log.openLog(GLOBEX);
  return commands;
};

it('needs no more than commitment, behaviour and forum', async () => {
  const { execute, recorded } = await atAcme();
  const outcome = await execute(new RecordAdvocacyActionCommand(ACME, anActor(ACME, AMARA), anInput({ occurredOn: undefined })));
  expect(outcome).toMatchObject({ accepted: true, position: 2, act: 'BOOST' });
  expect(await recorded(ACME, commitments, 'c1')).toMatchObject([{}, { type: 'AdvocacyActionRecorded', data: { protegePresent: null, actionOccurredOn: TODAY } }]);
});

it('answers a repeated request with what it answered first, and records it once', async () => {
  const { execute, log } = await atAcme();
  const command = new RecordAdvocacyActionCommand(ACME, anActor(ACME, AMARA), anInput());
  const first = await execute(command);
  expect(await execute(command)).toEqual(first);
  expect(await log.head(ACME)).toMatchObject({ position: 2 });
});

it('refuses a request key that comes back with other content', async () => {
  const { execute } = await atAcme();
  await execute(new RecordAdvocacyActionCommand(ACME, anActor(ACME, AMARA), anInput()));
  await expect(execute(new RecordAdvocacyActionCommand(ACME, anActor(ACME, AMARA), anInput({ behaviour: 'INTRODUCE' }))))
    .rejects.toMatchObject({ name: 'RequestKeyReused' });
});

it('knows nothing in one organization of a commitment in another', async () => {
  const { execute } = await atAcme();
  expect(await execute(new RecordAdvocacyActionCommand(GLOBEX, anActor(GLOBEX, AMARA), anInput())))
    .toEqual({ accepted: false, rejection: { reason: 'CommitmentNotActive', status: 'none' } });
});
