import type { AnyEvent } from '@vouchsafe/event-schema';
import { folding } from '@vouchsafe/projections/testing';
import { aTenant } from '@vouchsafe/event-store/testing';
import { anActor } from '@vouchsafe/graphql/testing';
import { openLedger } from '@vouchsafe/projections';
import { AdvocacyActionDisclosed } from '@vouchsafe/sponsorship-contracts';
import { commitments } from '@vouchsafe/sponsorship-domain';
import {
  aCommitmentFulfilled, aCommitmentMade, aCommitmentProposed, aCommitmentSigned, aCommitmentWithdrawn, AMARA, anActionRecorded, aPledgeAdvanced, aPledgeKept, BEN, TODAY, ZOLTAN,
} from '@vouchsafe/sponsorship-domain/testing';
import { newEvent } from '@vouchsafe/event-store';
import { sponsorshipOnPostgres } from '../sponsorship.fixtures.js';
import { commitmentTimeline } from './commitment-timeline.projection.js';
import { CommitmentTimelineQuery, type Stretch } from './commitment-timeline.query.js';
import { CommitmentTimelineResolver } from './commitment-timeline.resolver.js';

/** At one instant for every cut, because the timeline shows when the ledger learned of a thing. */
const atNoon = (event: AnyEvent) => ({ ...event, recordedAt: '2025-06-16T12:00:00.000Z' });
const inCamera = anActionRecorded({ forum: 'SUCCESSION', pledgeId: 's1' });
const history = [
  aCommitmentProposed(), aCommitmentSigned('SPONSOR'), aCommitmentMade(), inCamera, aPledgeAdvanced(), aPledgeKept(), aCommitmentFulfilled(),
] as const;
const disclosed = AdvocacyActionDisclosed.of({ commitmentId: 'c1', actionId: 'a1' });

it('knows of each entry which action it follows from, however the log is cut', () =>
  folding(commitmentTimeline, ...[...history, aPledgeAdvanced({ pledgeId: 'b1', actionId: null }), aPledgeKept({ pledgeId: 'b1' })].map(atNoon)).inBatchesOf(1, 2, 3, 5, 9).leaves(
    { kind: 'CommitmentProposed', actionId: null, textVersion: 1 }, { kind: 'CommitmentSigned', side: 'SPONSOR' }, { kind: 'CommitmentMade' },
    { kind: 'AdvocacyActionRecorded', actionId: 'a1' }, { kind: 'PledgeAdvanced', actionId: 'a1' }, { kind: 'PledgeKept', actionId: 'a1' }, { kind: 'CommitmentFulfilled', actionId: 'a1' },
    { kind: 'PledgeAdvanced', actionId: null }, { kind: 'PledgeKept', pledgeId: 'b1', actionId: null },
  ));

describe('on PostgreSQL', () => {
  let here: Awaited<ReturnType<typeof sponsorshipOnPostgres>>;
  let tenants = 0;
  beforeAll(async () => { here = await sponsorshipOnPostgres(); });
  afterAll(() => here.close());

  const begin = async (...events: readonly AnyEvent[]) => {
    const tenant = aTenant((tenants += 1));
    const last = await here.history(tenant, commitments, 'c1', ...events);
    const seenBy = async (who: string, stretch: Stretch = { before: null, limit: 101 }) =>
      (await here.ask(new CommitmentTimelineQuery(tenant, anActor(tenant, who), ['c1'], stretch, last))).map(({ kind }) => kind);
    const follow = (who: string, from: number | null = null, of = 'c1') => here.get(CommitmentTimelineResolver)
      .commitmentTimeline(tenant, anActor(tenant, who), { commitmentId: of, from: from === null ? null : String(from) });
    return { tenant, last, seenBy, follow };
  };
  const kinds = async (entries: AsyncIterableIterator<{ commitmentTimeline: { kind: string } }>, count: number) => {
    const found: string[] = [];
    while (found.length < count) found.push(((await entries.next()).value as { commitmentTimeline: { kind: string } }).commitmentTimeline.kind);
    return found;
  };

  it('shows the pair what happened, newest first, and nobody else', async () => {
    const { seenBy } = await begin(aCommitmentProposed(), aCommitmentSigned('SPONSOR'), aCommitmentMade());
    for (const who of [AMARA, BEN]) expect(await seenBy(who)).toEqual(['CommitmentMade', 'CommitmentSigned', 'CommitmentProposed']);
    expect(await seenBy(ZOLTAN)).toEqual([]);
    expect(await seenBy(AMARA, { before: 3, limit: 1 })).toEqual(['CommitmentSigned']);
    expect(await seenBy(AMARA, { after: 1, limit: 9 })).toEqual(['CommitmentSigned', 'CommitmentMade']);
  });

  it('holds back from the protégé an action in a confidential forum and all that follows from it, until it is disclosed', async () => {
    const { tenant, seenBy } = await begin(...history);
    expect(await seenBy(BEN)).toEqual(['CommitmentMade', 'CommitmentSigned', 'CommitmentProposed']);
    expect(await seenBy(AMARA)).toHaveLength(history.length);
    const last = await here.history(tenant, commitments, 'c1', disclosed);
    const rows = await here.ask(new CommitmentTimelineQuery(tenant, anActor(tenant, BEN), ['c1'], { before: null, limit: 101 }, last));
    expect(rows).toHaveLength(history.length + 1);
  });

  it('names no side where somebody left', async () => {
    const { tenant, last } = await begin(aCommitmentProposed(), aCommitmentMade(), aCommitmentWithdrawn('2025-06-01'));
    const [left] = await here.ask(new CommitmentTimelineQuery(tenant, anActor(tenant, BEN), ['c1'], { before: null, limit: 1 }, last));
    expect(left).toMatchObject({ kind: 'CommitmentWithdrawn', side: null, reason: null });
  });

  it('delivers what was there and what comes, once and in order, also what another process writes', async () => {
    const { tenant, follow } = await begin(aCommitmentProposed(), aCommitmentSigned('SPONSOR'));
    const entries = await follow(AMARA, 1);
    expect(await kinds(entries, 1)).toEqual(['COMMITMENT_SIGNED']);
    const next = kinds(entries, 2);
    const elsewhere = await openLedger(here.url); // connections of its own, as another process has
    try {
      await elsewhere.store.append(tenant, { requestKey: 'elsewhere', actor: 'system:spec', correlation: 'spec', writes: [
        { stream: 'commitment-c1', expected: 'any', events: [newEvent(commitments, aCommitmentSigned('PROTEGE'), TODAY), newEvent(commitments, aCommitmentMade(), TODAY)] },
      ] });
      expect(await next).toEqual(['COMMITMENT_SIGNED', 'COMMITMENT_MADE']);
    } finally {
      await entries.return?.();
      await elsewhere.close();
    }
  });

  it('delivers to the protégé nothing that is held back; the entry that discloses comes through', async () => {
    const { tenant, follow, last } = await begin(...history);
    const entries = await follow(BEN, last - 5);
    expect(await kinds(entries, 1)).toEqual(['COMMITMENT_MADE']);
    const next = kinds(entries, 1);
    await here.history(tenant, commitments, 'c1', disclosed);
    expect(await next).toEqual(['ADVOCACY_ACTION_DISCLOSED']);
    await entries.return?.();
  });

  it('begins with what is still to come, unless a position is named', async () => {
    const { tenant, follow } = await begin(aCommitmentProposed());
    const entries = await follow(BEN);
    const next = kinds(entries, 1);
    await here.history(tenant, commitments, 'c1', aCommitmentSigned('PROTEGE'));
    expect(await next).toEqual(['COMMITMENT_SIGNED']);
    await entries.return?.();
  });

  it('answers a stranger, another organization and an unknown id alike', async () => {
    const { follow } = await begin(aCommitmentProposed());
    const elsewhere = await begin(aCommitmentProposed({ commitmentId: 'c9' }));
    const refused = { extensions: { code: 'NOT_FOUND' }, message: 'There is nothing here under this id.' };
    await expect(follow(ZOLTAN)).rejects.toMatchObject(refused);
    await expect(follow(AMARA, null, 'c0')).rejects.toMatchObject(refused);
    await expect(elsewhere.follow(AMARA)).rejects.toMatchObject(refused);
  });
});
