import type { Role } from '@vouchsafe/access';
import { folding } from '@vouchsafe/projections/testing';
import { aTenant } from '@vouchsafe/event-store/testing';
import { anActor } from '@vouchsafe/graphql/testing';
import { OutcomeCorrected, OutcomeLinked, OutcomeRetracted, OutcomeVerified } from '@vouchsafe/sponsorship-contracts';
import { commitments, outcomes } from '@vouchsafe/sponsorship-domain';
import { aCommitmentMade, aCommitmentProposed, AMARA, anActionRecorded, BEN, ZOLTAN } from '@vouchsafe/sponsorship-domain/testing';
import { anOutcomeRecorded } from '../outcome.fixtures.js';
import { sponsorshipOnPostgres } from '../sponsorship.fixtures.js';
import { outcomeOverview } from './outcomes.projection.js';
import { OutcomesQuery, type OutcomeFilter } from './outcomes.query.js';

const linked = (commitmentId: string, actionId: string) => OutcomeLinked.of({ outcomeId: 'o1', to: { kind: 'ACTION', commitmentId, actionId } });

it('leaves the same rows however the log is cut', async () => {
  const facts = { outcomeOccurredOn: '2025-06-11', kind: 'TRANSITION' as const, measure: { value: 1, unit: 'FTE', baseline: null }, programId: 'prog1', commitmentId: 'c1' };
  await folding(outcomeOverview, anOutcomeRecorded(), OutcomeVerified.of({ outcomeId: 'o1', evidenceState: 'MANAGER_VERIFIED' }), linked('c1', 'a1'),
    OutcomeCorrected.of({ outcomeId: 'o1', ...facts, changed: ['kind'], reason: 'x' }))
    .inBatchesOf(1, 2, 3).leaves({ kind: 'TRANSITION', occurredOn: '2025-06-11', evidenceState: 'MANAGER_VERIFIED', restsOn: [{ commitmentId: 'c1', actionId: 'a1' }], state: 'recorded', measure: facts.measure });
  await folding(outcomeOverview, anOutcomeRecorded(), OutcomeRetracted.of({ outcomeId: 'o1', reason: 'x' })).inBatchesOf(1, 2).leaves({ state: 'retracted' });
});

describe('the list', () => {
  const [ACME, GLOBEX] = [aTenant(1), aTenant(2)];
  const SVEN = 'sven'; // sponsors Ben as well, in another programme; neither sponsor may know of the other
  const lead = (programId: string) => ({ ...anActor(ACME, 'lin'), roles: new Set<Role>(['PROGRAM_LEAD']), leads: new Set([programId]) });
  let here: Awaited<ReturnType<typeof sponsorshipOnPostgres>>;
  let last: number;
  beforeAll(async () => {
    here = await sponsorshipOnPostgres();
    await here.history(ACME, commitments, 'c1', aCommitmentProposed(), aCommitmentMade(), anActionRecorded(), anActionRecorded({ actionId: 'a2', forum: 'SUCCESSION' }));
    const svens = { commitmentId: 'c2', sponsorId: SVEN, programId: 'prog2' };
    await here.history(ACME, commitments, 'c2', aCommitmentProposed(svens), aCommitmentMade(svens));
    await here.history(ACME, outcomes, 'o1', anOutcomeRecorded({ recordedBy: AMARA }), linked('c1', 'a1'), linked('c1', 'a2'));
    await here.history(ACME, outcomes, 'o2', anOutcomeRecorded({ outcomeId: 'o2', outcomeOccurredOn: '2024-06-10', programId: null, commitmentId: null }));
    last = await here.history(ACME, outcomes, 'o3', anOutcomeRecorded({ outcomeId: 'o3', outcomeOccurredOn: '2025-06-12', commitmentId: 'c2', programId: 'prog2', recordedBy: SVEN, kind: 'RECOGNITION' }));
    await here.ledger.store.openLog(GLOBEX);
  });
  afterAll(() => here.close());

  const none: OutcomeFilter = { personId: null, programId: null, commitmentId: null, kind: null, from: null, to: null };
  const seenBy = (actor: ReturnType<typeof anActor>, filter: Partial<OutcomeFilter> = {}, limit = 26, after: [string, string] | null = null) =>
    here.ask(new OutcomesQuery(actor.tenant, actor, { tenant: actor.tenant, list: 'spec', limit, after }, { ...none, ...filter }, actor.tenant === ACME ? last : null));
  const ids = (rows: readonly { outcomeId: string }[]) => rows.map(({ outcomeId }) => outcomeId);

  it('shows people their own, sponsors those within the term, leads those of the programme, and others nothing', async () => {
    expect(ids(await seenBy(anActor(ACME, BEN)))).toEqual(['o3', 'o1', 'o2']);
    expect(ids(await seenBy(anActor(ACME, AMARA)))).toEqual(['o3', 'o1']);
    expect(ids(await seenBy(lead('prog1')))).toEqual(['o1']);
    expect(await seenBy(anActor(ACME, ZOLTAN))).toEqual([]);
    expect(await seenBy(anActor(GLOBEX, BEN))).toEqual([]);
  });

  it('tells one sponsor nothing of another: no commitment, no programme, no name, and no filter that finds them', async () => {
    const [svens] = await seenBy(anActor(ACME, AMARA), { kind: 'RECOGNITION' });
    expect(svens).toMatchObject({ outcomeId: 'o3', commitmentId: null, programId: null, recordedBy: null });
    expect(await seenBy(anActor(ACME, AMARA), { commitmentId: 'c2' })).toEqual([]);
    expect(await seenBy(anActor(ACME, AMARA), { programId: 'prog2' })).toEqual([]);
    expect(await seenBy(anActor(ACME, SVEN), { kind: 'RECOGNITION' })).toMatchObject([{ commitmentId: 'c2', programId: 'prog2', recordedBy: SVEN }]);
  });

  it('names the actions it rests on to those who may know of them', async () => {
    const restsOn = async (actor: ReturnType<typeof anActor>) => (await seenBy(actor, { kind: 'PROMOTION', from: '2025-01-01' }))[0]?.restsOn.map(({ actionId }) => actionId);
    expect(await restsOn(anActor(ACME, AMARA))).toEqual(['a1', 'a2']);
    expect(await restsOn(anActor(ACME, BEN))).toEqual(['a1']);
    expect(await restsOn(lead('prog1'))).toEqual([]);
    expect(await restsOn(anActor(ACME, SVEN))).toEqual([]);
  });

  it('goes on where a page ended', async () => {
    expect(ids(await seenBy(anActor(ACME, BEN), {}, 2))).toEqual(['o3', 'o1']);
    expect(ids(await seenBy(anActor(ACME, BEN), {}, 2, ['2025-06-10', 'o1']))).toEqual(['o2']);
    expect(ids(await seenBy(anActor(ACME, BEN), { personId: BEN, to: '2024-12-31' }))).toEqual(['o2']);
  });
});
