import { PersonLeft } from '@vouchsafe/directory-contracts';
import { aTenant } from '@vouchsafe/event-store/testing';
import { anActor } from '@vouchsafe/graphql/testing';
import { commitments } from '@vouchsafe/sponsorship-domain';
import { aCommitmentMade, AMARA, anActionRecorded, BEN, DANA, ZOLTAN } from '@vouchsafe/sponsorship-domain/testing';
import type { TenantId } from '@vouchsafe/event-schema';
import { CorrectAdvocacyActionCommand } from '../correct-advocacy-action/correct-advocacy-action.command.js';
import { DelegatesQuery } from '../delegates/delegates.query.js';
import { DismissDelegateCommand } from '../dismiss-delegate/dismiss-delegate.command.js';
import { RecordAdvocacyActionCommand } from '../record-advocacy-action/record-advocacy-action.command.js';
import { RetractAdvocacyActionCommand } from '../retract-advocacy-action/retract-advocacy-action.command.js';
import { elsewhere, sponsorshipOnPostgres } from '../sponsorship.fixtures.js';
import { AppointDelegateCommand } from './appoint-delegate.command.js';

let here: Awaited<ReturnType<typeof sponsorshipOnPostgres>>;
let tenants = 0;
let keys = 0;
beforeAll(async () => { here = await sponsorshipOnPostgres(); });
afterAll(() => here.close());

const requestKey = () => `r${(keys += 1)}`;
/** Amara's commitment with Ben, in an organization of its own. */
const begin = async () => {
  const tenant = aTenant((tenants += 1));
  await here.setUp(tenant);
  await here.history(tenant, commitments, 'c1', aCommitmentMade());
  return tenant;
};
/** Somebody without a role. */
const plain = (tenant: TenantId, personId: string) => ({ ...anActor(tenant, personId), roles: new Set<never>() });
const appoint = (tenant: TenantId, delegateId = DANA, key = requestKey()) => here.execute(new AppointDelegateCommand(tenant, anActor(tenant, AMARA), { requestKey: key, delegateId }));
const dismiss = (tenant: TenantId, key = requestKey()) => here.execute(new DismissDelegateCommand(tenant, anActor(tenant, AMARA), { requestKey: key, delegateId: DANA }));
const record = (tenant: TenantId, by = DANA) =>
  here.execute(new RecordAdvocacyActionCommand(tenant, plain(tenant, by), { requestKey: requestKey(), commitmentId: 'c1', behaviour: 'NOMINATE', forum: 'STAFFING', occurredOn: '2025-06-02' }));
const retract = (tenant: TenantId, actionId: string) =>
  here.execute(new RetractAdvocacyActionCommand(tenant, plain(tenant, DANA), { requestKey: requestKey(), commitmentId: 'c1', actionId, reason: 'Another person' }));
const refused = (reason: string, facts = {}) => ({ accepted: false, rejection: { reason, ...facts } });
const UNKNOWN = refused('CommitmentNotActive', { status: 'none' });

it('is written once a request, and listed for the sponsor alone', async () => {
  const [tenant, other] = [await begin(), await begin()];
  const first = await appoint(tenant, DANA, 'once');
  expect(await appoint(tenant, DANA, 'once')).toEqual(first);
  await expect(appoint(tenant, BEN, 'once')).rejects.toMatchObject({ name: 'RequestKeyReused' });
  expect((await here.ledger.store.readStream(tenant, `delegation-${AMARA}`)).map(({ type }) => type)).toEqual(['DelegateAppointed']);
  const listed = async (of: TenantId, who: string) => {
    const { position } = await here.ledger.store.head(of);
    return (await here.ask(new DelegatesQuery(of, anActor(of, who), position))).map(({ delegateId }) => delegateId);
  };
  expect([await listed(tenant, AMARA), await listed(tenant, DANA), await listed(other, AMARA)]).toEqual([[DANA], [], []]);
  expect(await dismiss(tenant, 'gone')).toMatchObject({ accepted: true });
  expect(await dismiss(tenant, 'gone')).toMatchObject({ accepted: true });
  for (const each of [tenant, other]) expect(await dismiss(each)).toEqual(refused('NoSuchDelegate'));
  expect(await listed(tenant, AMARA)).toEqual([]);
});

it('is somebody of this organization: one who left, one of another and nobody at all look alike', async () => {
  const [tenant, other] = [await begin(), await begin()];
  await here.happened(elsewhere.directory, other, PersonLeft.of({ personId: DANA }));
  for (const [of, delegateId] of [[tenant, ZOLTAN], [tenant, 'never-was'], [other, DANA]] as const) expect(await appoint(of, delegateId)).toEqual(refused('DelegateIsNotHere'));
  expect(await appoint(tenant, AMARA)).toEqual(refused('DelegateMustBeSomeoneElse'));
});

it('lets the delegate record, under their own name, until they are dismissed; and only in this organization', async () => {
  const [tenant, other] = [await begin(), await begin()];
  expect(await record(tenant)).toEqual(UNKNOWN);
  await appoint(tenant);
  expect(await record(tenant)).toMatchObject({ accepted: true });
  expect((await here.ledger.store.readStream(tenant, 'commitment-c1')).at(-1)).toMatchObject({ type: 'AdvocacyActionRecorded', actor: `person:${DANA}`, data: { delegateId: DANA } });
  expect(await record(other)).toEqual(UNKNOWN);
  expect(await record(tenant, ZOLTAN)).toEqual(UNKNOWN);
  await dismiss(tenant);
  expect(await record(tenant)).toEqual(UNKNOWN);
});

it('does not let the protégé record, even if the sponsor appoints them', async () => {
  const tenant = await begin();
  await appoint(tenant, BEN);
  expect(await record(tenant, BEN)).toEqual(refused('OnlyTheSponsorMayDoThis'));
});

it('lets them mend what they recorded, and nothing else', async () => {
  const tenant = await begin();
  await here.history(tenant, commitments, 'c1', anActionRecorded({ actionId: 'hers' }));
  await appoint(tenant);
  const recorded = await record(tenant);
  if (!recorded.accepted) throw new Error('refused');
  const correct = (actionId: string) => here.execute(new CorrectAdvocacyActionCommand(tenant, plain(tenant, DANA), {
    requestKey: requestKey(), commitmentId: 'c1', actionId, behaviour: 'NOMINATE', forum: 'BUDGET', audience: 'PEERS', occurredOn: '2025-06-02', reason: 'Another forum',
  }));
  expect(await correct(recorded.actionId)).toMatchObject({ accepted: true });
  for (const actionId of ['hers', 'never-was']) {
    expect(await correct(actionId)).toEqual(refused('NoSuchAction', { actionId }));
    expect(await retract(tenant, actionId)).toEqual(refused('NoSuchAction', { actionId }));
  }
  expect(await retract(tenant, recorded.actionId)).toMatchObject({ accepted: true });
});
