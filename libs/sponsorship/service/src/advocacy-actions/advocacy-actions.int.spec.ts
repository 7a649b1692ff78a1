import { folding } from '@vouchsafe/projections/testing';
import { aTenant } from '@vouchsafe/event-store/testing';
import type { Page } from '@vouchsafe/graphql';
import { anActor } from '@vouchsafe/graphql/testing';
import { AdvocacyActionCorrected, AdvocacyActionDisclosed, AdvocacyActionDisputed, AdvocacyActionRetracted } from '@vouchsafe/sponsorship-contracts';
import { commitments } from '@vouchsafe/sponsorship-domain';
import {
  aCommitmentMade, aCommitmentProposed, aCommitmentWithdrawn, AMARA, anActionConfirmed, anActionRecorded, BEN, toCorrect, ZOLTAN,
} from '@vouchsafe/sponsorship-domain/testing';
import { sponsorshipOnPostgres } from '../sponsorship.fixtures.js';
import { advocacyActions } from './advocacy-actions.projection.js';
import { AdvocacyActionsQuery, type ActionFilter } from './advocacy-actions.query.js';

const disputed = AdvocacyActionDisputed.of({ commitmentId: 'c1', actionId: 'a1', reason: 'I was not put forward' });
const disclosed = (actionId: string) => AdvocacyActionDisclosed.of({ commitmentId: 'c1', actionId });

describe('the fold', () => {
  it('leaves the same rows however the log is cut: a correction answers a dispute, and what was attested stands', () =>
    folding(advocacyActions, anActionRecorded(), anActionConfirmed(), disputed, AdvocacyActionCorrected.of({ ...toCorrect({ forum: 'SUCCESSION' }), changed: ['forum'], late: false }))
      .inBatchesOf(1, 2, 3, 4).leaves({ actionId: 'a1', state: 'confirmed', dispute: null, forum: 'SUCCESSION', disclosed: false, attested: ['PROTEGE'] }));

  it('keeps what was disclosed disclosed, and what was retracted retracted', () =>
    folding(advocacyActions, anActionRecorded({ forum: 'SUCCESSION' }), disclosed('a1'), AdvocacyActionRetracted.of({ commitmentId: 'c1', actionId: 'a1', reason: 'x' }))
      .inBatchesOf(1, 3).leaves({ told: true, disclosed: true, state: 'retracted' }));

  it('shows a dispute while it is unanswered', () =>
    folding(advocacyActions, anActionRecorded(), disputed).inBatchesOf(1, 2).leaves({ state: 'disputed', dispute: 'I was not put forward' }));
});

describe('the list', () => {
  const [ACME, GLOBEX] = [aTenant(1), aTenant(2)];
  let here: Awaited<ReturnType<typeof sponsorshipOnPostgres>>;
  let last: number;
  beforeAll(async () => {
    here = await sponsorshipOnPostgres();
    await here.history(ACME, commitments, 'c1', aCommitmentProposed(), aCommitmentMade(),
      anActionRecorded({ evidence: 'Minutes, item 3' }), anActionRecorded({ actionId: 'a2', actionOccurredOn: '2025-06-10', forum: 'SUCCESSION' }),
      anActionRecorded({ actionId: 'a3', actionOccurredOn: '2025-05-02' }));
    last = await here.history(ACME, commitments, 'c2', aCommitmentProposed({ commitmentId: 'c2', protegeId: 'chioma' }), aCommitmentMade({ commitmentId: 'c2', protegeId: 'chioma' }),
      anActionRecorded({ commitmentId: 'c2', actionId: 'a4', actionOccurredOn: '2025-04-01', delegateId: 'dana' }), { ...aCommitmentWithdrawn('2025-06-01'), data: { commitmentId: 'c2', withdrawnOn: '2025-06-01' } });
    await here.ledger.store.openLog(GLOBEX);
  });
  afterAll(() => here.close());

  const none: ActionFilter = { commitmentId: null, programId: null, from: null, to: null, state: null };
  const page = (limit = 26, after: Page['after'] = null): Page => ({ tenant: ACME, list: 'spec', limit, after });
  const seenBy = (who: string, filter: Partial<ActionFilter> = {}, of = page()) =>
    here.ask(new AdvocacyActionsQuery(ACME, anActor(ACME, who), of, { ...none, ...filter }, last));
  const ids = (rows: readonly { actionId: string }[]) => rows.map(({ actionId }) => actionId);

  it('shows a sponsor theirs, newest first, while the sponsorship lasts', async () => expect(ids(await seenBy(AMARA))).toEqual(['a2', 'a1', 'a3']));
  it('shows a delegate what they wrote, also after the end', async () => expect(ids(await seenBy('dana'))).toEqual(['a4']));
  it('shows nobody else a thing', async () => {
    expect(await seenBy(ZOLTAN)).toEqual([]);
    expect(await here.ask(new AdvocacyActionsQuery(GLOBEX, anActor(GLOBEX, AMARA), { ...page(), tenant: GLOBEX }, none, null))).toEqual([]);
  });

  it('holds back from the protégé what happened in a confidential forum, also from a filter, until it is disclosed', async () => {
    expect(ids(await seenBy(BEN))).toEqual(['a1', 'a3']);
    expect(ids(await seenBy(BEN, { from: '2025-06-10', to: '2025-06-10' }))).toEqual([]);
    last = await here.history(ACME, commitments, 'c1', disclosed('a2'));
    expect(ids(await seenBy(BEN))).toEqual(['a2', 'a1', 'a3']);
  });

  it('says whether the sponsor’s own words are theirs to read', async () => {
    expect((await seenBy(AMARA)).map(({ words }) => words)).toEqual([true, true, true]);
    expect((await seenBy(BEN)).map(({ words }) => words)).not.toContain(true);
  });

  it('goes on where a page ended, and filters by commitment, programme, days and state', async () => {
    expect(ids(await seenBy(AMARA, {}, page(1)))).toEqual(['a2']);
    expect(ids(await seenBy(AMARA, {}, page(2, ['2025-06-10', 'a2'])))).toEqual(['a1', 'a3']);
    expect(ids(await seenBy(AMARA, { commitmentId: 'c2' }))).toEqual([]);
    expect(ids(await seenBy(AMARA, { programId: 'another' }))).toEqual([]);
    expect(ids(await seenBy(AMARA, { programId: 'prog1', from: '2025-05-02', to: '2025-06-02' }))).toEqual(['a1', 'a3']);
    expect(ids(await seenBy(AMARA, { state: 'confirmed' }))).toEqual([]);
  });
});
