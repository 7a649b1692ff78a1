import { PersonLeft } from '@vouchsafe/directory-contracts';
import { aTenant } from '@vouchsafe/event-store/testing';
import { anActor } from '@vouchsafe/graphql/testing';
import { ParticipantWithdrawn } from '@vouchsafe/programs-contracts';
import { AmendmentProposed } from '@vouchsafe/sponsorship-contracts';
import { commitments } from '@vouchsafe/sponsorship-domain';
import { aCommitmentMade, aCommitmentProposed, aCommitmentSigned, aCommitmentWithdrawn, AMARA, BEN, TODAY, toAmend, ZOLTAN } from '@vouchsafe/sponsorship-domain/testing';
import { anEnrolment, aProgram, elsewhere, sponsorshipOnPostgres } from '../sponsorship.fixtures.js';
import { WithdrawFromCommitmentCommand } from '../withdraw-from-commitment/withdraw-from-commitment.command.js';
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
  await here.setUp(tenant);
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

it('counts by the setting of the programme, all programmes together', async () => {
  const two = ['c2', 'c3'].map((commitmentId) => aCommitmentMade({ commitmentId, protegeId: `protege-of-${commitmentId}`, programId: 'prog2' }));
  const tenant = await proposed(...two);
  await here.happened(elsewhere.program('prog1'), tenant, ...aProgram('prog1', { sponsorCapacity: 3 }).slice(1, 2));
  expect(await here.execute(signing(tenant, AMARA))).toMatchObject({ accepted: true });
  await here.happened(elsewhere.program('prog1'), tenant, ...aProgram('prog1', { sponsorCapacity: 2 }).slice(1, 2));
  expect(await here.execute(signing(tenant, BEN))).toEqual({ accepted: false, rejection: { reason: 'SponsorIsFull' } });
});

it('begins a sponsor’s places with what ran before they were written down, and goes on from there', async () => {
  const tenant = await proposed(aCommitmentMade({ commitmentId: 'c2', protegeId: 'other' }));
  for (const who of [AMARA, BEN]) expect(await here.execute(signing(tenant, who))).toMatchObject({ accepted: true });
  const load = async () => (await here.ledger.store.readStream(tenant, `sponsor-load-${AMARA}`)).map(({ type, data }) => ({ type, data }));
  const both = [
    { type: 'SponsorLoadCounted', data: { sponsorId: AMARA, commitmentIds: ['c2'] } }, { type: 'SponsorPlaceTaken', data: { sponsorId: AMARA, commitmentId: 'c1' } },
  ];
  expect(await load()).toEqual(both);
  await here.execute(new WithdrawFromCommitmentCommand(tenant, anActor(tenant, BEN), { requestKey: 'leave', commitmentId: 'c1' }));
  expect(await load()).toEqual([...both, { type: 'SponsorPlaceFreed', data: { sponsorId: AMARA, commitmentId: 'c1' } }]);
  const head = await here.ledger.store.read(tenant, { after: 0, max: 99 });
  expect(head.at(-1)).toMatchObject({ type: 'SponsorPlaceFreed', requestKey: head.at(-2)!.requestKey }); // one append, or neither
});

it('never gives a sponsor more places than there are, when many sign at one instant in two processes', async () => {
  const tenant = aTenant((tenants += 1));
  const proteges = Array.from({ length: 8 }, (_, index) => `p${index}`);
  await here.setUp(tenant, { more: proteges, settings: { sponsorCapacity: 3 } });
  for (const protegeId of proteges) await here.history(tenant, commitments, `of-${protegeId}`, aCommitmentProposed({ commitmentId: `of-${protegeId}`, protegeId }), aCommitmentSigned('SPONSOR', 1, `of-${protegeId}`));
  const elsewhere2 = await here.anotherProcess();
  try {
    const outcomes = await Promise.all(proteges.map((protegeId, index) =>
      (index % 2 === 0 ? here : elsewhere2).execute(signing(tenant, protegeId, { commitmentId: `of-${protegeId}` }))));
    expect(outcomes.filter(({ accepted }) => accepted)).toHaveLength(3);
    expect(outcomes.filter(({ accepted }) => !accepted)).toEqual(Array.from({ length: 5 }, () => ({ accepted: false, rejection: { reason: 'SponsorIsFull' } })));
    const made = (await here.ledger.store.read(tenant, { after: 0, max: 200 })).filter(({ type }) => type === 'CommitmentMade');
    const taken = await here.ledger.store.readStream(tenant, `sponsor-load-${AMARA}`);
    expect(taken.map(({ data }) => (data as { commitmentId: string }).commitmentId).sort()).toEqual(made.map(({ data }) => (data as { commitmentId: string }).commitmentId).sort());
    expect(made).toHaveLength(3);
  } finally {
    await elsewhere2.close();
  }
}, 60_000);

it('is refused where one of the two has given up their place or left since', async () => {
  const tenant = await proposed();
  await here.execute(signing(tenant, AMARA));
  await here.happened(elsewhere.enrolment('co1', BEN), tenant, ParticipantWithdrawn.of({ cohortId: 'co1', programId: 'prog1', personId: BEN, role: 'PROTEGE' }));
  expect(await here.execute(signing(tenant, BEN))).toEqual({ accepted: false, rejection: { reason: 'ProtegeIsNotInTheProgram' } });
  await here.happened(elsewhere.enrolment('co1', BEN), tenant, anEnrolment(BEN, 'PROTEGE'));
  await here.happened(elsewhere.directory, tenant, PersonLeft.of({ personId: AMARA }));
  expect(await here.execute(signing(tenant, BEN))).toEqual({ accepted: false, rejection: { reason: 'SponsorIsNotInTheProgram' } });
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
