import { aTenant } from '@vouchsafe/event-store/testing';
import { anActor, commandsOn } from '@vouchsafe/graphql/testing';
import { commitments } from '@vouchsafe/sponsorship-domain';
import { aCommitmentMade, AMARA, TODAY } from '@vouchsafe/sponsorship-domain/testing';
import { aProgram, elsewhere } from '../sponsorship.fixtures.js';
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

it('marks as late by the rules of the programme, as they stand at this moment', async () => {
  const { execute, history, recorded } = await atAcme();
  const program = elsewhere.program('prog1');
  const asking = (requestKey: string, tenant = ACME) => new RecordAdvocacyActionCommand(tenant, anActor(tenant, AMARA), anInput({ requestKey }));
  await history(ACME, program.of, program.id, ...aProgram('prog1', { lateRecordingAfterDays: 7 }));
  await execute(asking('r1')); // fourteen days after its day
  await history(ACME, program.of, program.id, ...aProgram('prog1', { lateRecordingAfterDays: 30 }).slice(1, 2));
  await execute(asking('r2'));
  await history(GLOBEX, commitments, 'c1', aCommitmentMade()); // whose programme of the same id is another one
  await execute(asking('r3', GLOBEX));
  const late = async (tenant: typeof ACME) => (await recorded(tenant, commitments, 'c1')).slice(1).map(({ data }) => (data as { late: boolean }).late);
  expect([await late(ACME), await late(GLOBEX)]).toEqual([[true, false], [false]]);
});

it('knows nothing in one organization of a commitment in another', async () => {
  const { execute } = await atAcme();
  expect(await execute(new RecordAdvocacyActionCommand(GLOBEX, anActor(GLOBEX, AMARA), anInput())))
    .toEqual({ accepted: false, rejection: { reason: 'CommitmentNotActive', status: 'none' } });
});
