import type { Role } from '@vouchsafe/access';
import { folding } from '@vouchsafe/projections/testing';
import { aTenant } from '@vouchsafe/event-store/testing';
import { anActor } from '@vouchsafe/graphql/testing';
import { AdvocacyActionDisclosed, CommitmentAmended, PledgeMissed, PledgeSetBack, PledgeWithdrawn } from '@vouchsafe/sponsorship-contracts';
import { commitments } from '@vouchsafe/sponsorship-domain';
import {
  aCommitmentFulfilled, aCommitmentMade, aCommitmentPaused, aCommitmentProposed, aCommitmentSigned, AMARA, anActionRecorded, aPledgeAdvanced, aPledgeKept, aProtegesPledge,
  aSponsorsPledge, BEN, toAmend, ZOLTAN,
} from '@vouchsafe/sponsorship-domain/testing';
import { sponsorshipOnPostgres } from '../sponsorship.fixtures.js';
import { commitmentOverview } from './commitment-overview.projection.js';
import { CommitmentOverviewQuery, CommitmentsQuery } from './commitment-overview.query.js';
import { scorecardOf } from './scorecard.js';

const ofPledge = { commitmentId: 'c1', pledgeId: 's1' };

describe('the fold', () => {
  it('goes from proposal to signatures to force, however the log is cut', () =>
    folding(commitmentOverview, aCommitmentProposed(), aCommitmentSigned('SPONSOR'), aCommitmentSigned('PROTEGE'), aCommitmentMade(), aCommitmentPaused('2025-05-01'))
      .inBatchesOf(1, 2, 3, 5).leaves({ status: 'paused', paused: true, version: 1, proposal: null, madeOn: '2025-01-20' }));

  it('shows who has signed the text that waits', () =>
    folding(commitmentOverview, aCommitmentProposed(), aCommitmentSigned('PROTEGE')).inBatchesOf(1, 2)
      .leaves({ status: 'proposed', proposal: expect.objectContaining({ version: 1, signedBy: ['PROTEGE'] }) as object }));

  it('carries what was done over into an amendment, and keeps what was closed', () =>
    folding(commitmentOverview, aCommitmentProposed(), aCommitmentMade({ pledges: [aSponsorsPledge({ times: 3 }), aProtegesPledge()] }), aPledgeAdvanced({ times: 3 }),
      aPledgeAdvanced({ pledgeId: 'b1', actionId: null }), aPledgeKept({ pledgeId: 'b1' }),
      CommitmentAmended.of({ ...toAmend(), pledges: [aSponsorsPledge({ times: 2 })] }))
      .inBatchesOf(1, 2, 6).leaves({ version: 2, pledges: [
        expect.objectContaining({ pledgeId: 'b1', status: 'kept' }), expect.objectContaining({ pledgeId: 's1', times: 2, done: 1, advancedBy: ['a1'], status: 'open' }),
      ] }));

  it('tells a pledge released from one taken back, and opens again what is set back', () =>
    folding(commitmentOverview, aCommitmentProposed(), aCommitmentMade(), aPledgeAdvanced(), aPledgeKept(), PledgeSetBack.of({ ...ofPledge, actionId: 'a1', done: 0 }),
      PledgeWithdrawn.of({ ...ofPledge, withdrawnBy: 'SPONSOR' }), PledgeWithdrawn.of({ ...ofPledge, pledgeId: 'b1', withdrawnBy: 'BOTH' }))
      .inBatchesOf(1, 3).leaves({ pledges: [
        expect.objectContaining({ pledgeId: 's1', status: 'taken_back', done: 0, advancedBy: [] }), expect.objectContaining({ pledgeId: 'b1', status: 'released' }),
      ] }));
});

it('scores both sides, and leaves what was released out of every count', () => {
  const pledge = (side: 'SPONSOR' | 'PROTEGE', status: 'open' | 'kept' | 'missed' | 'released' | 'taken_back', onTime: boolean | null = null) =>
    ({ ...aSponsorsPledge({ side }), done: 0, status, onTime, advancedBy: [] });
  expect(scorecardOf([
    pledge('SPONSOR', 'kept', true), pledge('SPONSOR', 'kept', false), pledge('SPONSOR', 'missed'), pledge('SPONSOR', 'released'), pledge('PROTEGE', 'open'), pledge('PROTEGE', 'taken_back'),
  ])).toMatchObject({
    sponsor: { pledged: 3, open: 0, kept: 2, keptOnTime: 1, missed: 1, takenBack: 0 }, protege: { pledged: 2, open: 1, kept: 0, keptOnTime: 0, missed: 0, takenBack: 1 },
  });
});

describe('the queries', () => {
  const [ACME, GLOBEX] = [aTenant(1), aTenant(2)];
  const lead = { ...anActor(ACME, 'lin'), roles: new Set<Role>(['PROGRAM_LEAD']), leads: new Set(['prog1']) };
  let here: Awaited<ReturnType<typeof sponsorshipOnPostgres>>;
  let last: number;
  beforeAll(async () => {
    here = await sponsorshipOnPostgres();
    last = await here.history(ACME, commitments, 'c1', aCommitmentProposed(), aCommitmentMade(), anActionRecorded({ forum: 'SUCCESSION', pledgeId: 's1' }), aPledgeAdvanced(), aPledgeKept(),
      aPledgeAdvanced({ pledgeId: 'b1', actionId: null }), aPledgeKept({ pledgeId: 'b1' }), aCommitmentFulfilled());
    await here.ledger.store.openLog(GLOBEX);
  });
  afterAll(() => here.close());
  const seenBy = (actor: ReturnType<typeof anActor>) => here.ask(new CommitmentOverviewQuery(actor.tenant, actor, 'c1', actor.tenant === ACME ? last : null));

  it('shows words to the pair, states to the lead, and nothing to anybody else', async () => {
    expect(await seenBy(anActor(ACME, AMARA))).toMatchObject({ words: true, status: 'fulfilled' });
    expect(await seenBy(lead)).toMatchObject({ words: false, status: 'fulfilled' });
    for (const actor of [anActor(ACME, ZOLTAN), { ...lead, leads: new Set(['prog2']) }, anActor(GLOBEX, AMARA)]) expect(await seenBy(actor)).toBeNull();
    const page = { tenant: ACME, list: 'spec', limit: 26, after: null };
    expect(await here.ask(new CommitmentsQuery(ACME, anActor(ACME, BEN), page, null, last))).toHaveLength(1);
    expect(await here.ask(new CommitmentsQuery(ACME, anActor(ACME, ZOLTAN), page, null, last))).toEqual([]);
  });

  it('does not let a pledge tell the protégé of an action that is held back, until it is disclosed', async () => {
    const open = expect.objectContaining({ pledgeId: 's1', status: 'open', done: 0, onTime: null }) as object;
    const kept = expect.objectContaining({ pledgeId: 's1', status: 'kept', done: 1, onTime: true }) as object;
    expect(await seenBy(anActor(ACME, BEN))).toMatchObject({ status: 'active', pledges: [open, { pledgeId: 'b1', status: 'kept' }] });
    expect((await seenBy(anActor(ACME, AMARA)))?.pledges[0]).toEqual(kept);
    last = await here.history(ACME, commitments, 'c1', AdvocacyActionDisclosed.of({ commitmentId: 'c1', actionId: 'a1' }));
    expect(await seenBy(anActor(ACME, BEN))).toMatchObject({ status: 'fulfilled', pledges: [kept, {}] });
  });

  it('counts a missed pledge where it was missed', async () => {
    const position = await here.history(ACME, commitments, 'c5', aCommitmentProposed({ commitmentId: 'c5' }), aCommitmentMade({ commitmentId: 'c5' }),
      PledgeMissed.of({ commitmentId: 'c5', pledgeId: 'b1', dueOn: '2025-06-30' }));
    const row = await here.ask(new CommitmentOverviewQuery(ACME, anActor(ACME, AMARA), 'c5', position));
    expect(row && scorecardOf(row.pledges)).toMatchObject({ sponsor: { missed: 0 }, protege: { missed: 1 } });
  });
});
