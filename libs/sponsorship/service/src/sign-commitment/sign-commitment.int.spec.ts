import { aTenant } from '@vouchsafe/event-store/testing';
import { anActor } from '@vouchsafe/graphql/testing';
import { AmendmentProposed } from '@vouchsafe/sponsorship-contracts';
import { commitments } from '@vouchsafe/sponsorship-domain';
import { aCommitmentMade, aCommitmentProposed, aCommitmentWithdrawn, AMARA, BEN, TODAY, toAmend, ZOLTAN } from '@vouchsafe/sponsorship-domain/testing';
import { sponsorshipOnPostgres } from '../sponsorship.fixtures.js';
import { SignCommitmentCommand } from './sign-commitment.command.js';

let here: Awaited<ReturnType<typeof sponsorshipOnPostgres>>;
let tenants = 0;
beforeAll(async () => { here = await sponsorshipOnPostgres(); });
afterAll(() => here.close());
beforeEach(() => { here.lines.answer = 'CLEAR'; });

const UNKNOWN = { accepted: false, rejection: { reason: 'CommitmentNotActive', status: 'none' } };
let keys = 0;
const signing = (tenant: ReturnType<typeof aTenant>, by: string, input = {}) =>
  new SignCommitmentCommand(tenant, anActor(tenant, by), { requestKey: `r${(keys += 1)}`, commitmentId: 'c1', version: 1, ...input });

/** An organization of its own, with a commitment that waits for two signatures, and others of the same sponsor. */
const proposed = async (...others: readonly ReturnType<typeof aCommitmentMade>[]) => {
  const tenant = aTenant((tenants += 1));
  await here.history(tenant, commitments, 'c1', aCommitmentProposed());
  for (const other of others) {
    const { commitmentId } = other.data;
    await here.history(tenant, commitments, commitmentId, aCommitmentProposed({ commitmentId, protegeId: other.data.protegeId }), other);
  }
  return tenant;
};
const typesIn = async (tenant: ReturnType<typeof aTenant>) => (await here.ledger.store.readStream(tenant, 'commitment-c1')).map(({ type }) => type);

it('takes effect at the second signature, dated today unless it was earlier', async () => {
  const tenant = await proposed();
  expect(await here.execute(signing(tenant, AMARA))).toMatchObject({ accepted: true });
  expect(await typesIn(tenant)).toEqual(['CommitmentProposed', 'CommitmentSigned']);
  expect(await here.execute(signing(tenant, BEN))).toMatchObject({ accepted: true });
  const stored = await here.ledger.store.readStream(tenant, 'commitment-c1');
  expect(stored.at(-1)).toMatchObject({ type: 'CommitmentMade', occurredOn: TODAY, data: { madeOn: TODAY, chain: 'CLEAR' } });
});

it('answers a repeated request with what it answered first, also once the sponsor is full', async () => {
  const tenant = await proposed();
  const command = signing(tenant, AMARA);
  const first = await here.execute(command);
  for (const id of ['c2', 'c3']) await here.history(tenant, commitments, id, aCommitmentProposed({ commitmentId: id, protegeId: id }), aCommitmentMade({ commitmentId: id, protegeId: id }));
  expect(await here.execute(command)).toEqual(first);
  await expect(here.execute(new SignCommitmentCommand(tenant, command.actor, { ...command.input, version: 2 }))).rejects.toMatchObject({ name: 'RequestKeyReused' });
});

it('counts the places of the sponsor as of this moment: one that was left is free again', async () => {
  const two = ['c2', 'c3'].map((commitmentId) => aCommitmentMade({ commitmentId, protegeId: `protege-of-${commitmentId}` }));
  const tenant = await proposed(...two);
  expect(await here.execute(signing(tenant, AMARA))).toEqual({ accepted: false, rejection: { reason: 'SponsorIsFull' } });
  await here.history(tenant, commitments, 'c3', { ...aCommitmentWithdrawn('2025-06-01'), data: { commitmentId: 'c3', withdrawnOn: '2025-06-01' } });
  expect(await here.execute(signing(tenant, AMARA))).toMatchObject({ accepted: true });
});

it('does not count what the sponsor promised in another organization', async () => {
  await proposed(...['c2', 'c3'].map((commitmentId) => aCommitmentMade({ commitmentId, protegeId: `protege-of-${commitmentId}` })));
  expect(await here.execute(signing(await proposed(), AMARA))).toMatchObject({ accepted: true });
});

it('is refused inside the reporting line; where the line is unknown, the commitment says so', async () => {
  const tenant = await proposed();
  here.lines.answer = 'IN_CHAIN';
  expect(await here.execute(signing(tenant, AMARA))).toEqual({ accepted: false, rejection: { reason: 'SponsorIsInTheChain' } });
  here.lines.answer = 'UNKNOWN';
  for (const who of [AMARA, BEN]) await here.execute(signing(tenant, who));
  expect((await here.ledger.store.readStream(tenant, 'commitment-c1')).at(-1)).toMatchObject({ data: { chain: 'UNKNOWN' } });
});

it('needs the newest version', async () => {
  const tenant = await proposed();
  await here.history(tenant, commitments, 'c1', AmendmentProposed.of({ ...toAmend(), proposedBy: 'PROTEGE' }));
  expect(await here.execute(signing(tenant, AMARA))).toEqual({ accepted: false, rejection: { reason: 'VersionHasChanged', version: 2 } });
});

it('tells a stranger, and another organization, what it tells of an id that was never used', async () => {
  const [tenant, other] = [await proposed(), await proposed()];
  await here.history(other, commitments, 'c9', aCommitmentProposed({ commitmentId: 'c9' }));
  here.lines.answer = 'IN_CHAIN';
  expect(await here.execute(signing(tenant, ZOLTAN))).toEqual(UNKNOWN);
  expect(await here.execute(signing(tenant, AMARA, { commitmentId: 'c9' }))).toEqual(UNKNOWN);
});
