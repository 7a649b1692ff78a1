import { anActor } from '@vouchsafe/graphql/testing';
import { commitments, outcomes } from '@vouchsafe/sponsorship-domain';
import { aCommitmentMade, aCommitmentWithdrawn, AMARA, BEN, TODAY, ZOLTAN } from '@vouchsafe/sponsorship-domain/testing';
import { ACME, atAcme, GLOBEX } from '../commands.fixtures.js';
import { HANA, LIN, withOutcome } from '../outcome.fixtures.js';
import { RecordOutcomeCommand, RecordOutcomeHandler } from './record-outcome.command.js';

const anInput = (input = {}) => ({ requestKey: 'r1', personId: BEN, kind: 'PROMOTION' as const, occurredOn: '2025-06-10', ...input });
const asking = (input = {}, actor = anActor(ACME, BEN)) => new RecordOutcomeCommand(actor.tenant, actor, anInput(input));
const NOT_YOURS = { accepted: false, rejection: { reason: 'NotYoursToRecord' } };

it('records what became of one’s own career, as reported by a person, dated today unless it was earlier', async () => {
  const { execute, recorded } = await withOutcome(RecordOutcomeHandler);
  const outcome = await execute(asking({ occurredOn: undefined, measure: { value: 20, unit: 'RANK_TENTHS' } }));
  if (!outcome.accepted) throw new Error('refused');
  expect(await recorded(ACME, outcomes, outcome.outcomeId)).toMatchObject([{ data: {
    personId: BEN, recordedBy: BEN, evidenceState: 'SELF_REPORTED', source: 'PERSON', outcomeOccurredOn: TODAY, measure: { value: 20, unit: 'RANK_TENTHS', baseline: null },
  } }]);
});

it('takes the programme from the commitment', async () => {
  const { execute, recorded } = await withOutcome(RecordOutcomeHandler);
  const outcome = await execute(asking({ commitmentId: 'c1' }, anActor(ACME, AMARA)));
  expect(outcome.accepted && await recorded(ACME, outcomes, outcome.outcomeId)).toMatchObject([{ data: { programId: 'prog1', commitmentId: 'c1', recordedBy: AMARA } }]);
});

it('answers a repeated request with the same outcome, and records it once; another under its key is refused', async () => {
  const { execute, log } = await withOutcome(RecordOutcomeHandler);
  const first = await execute(asking());
  expect(await execute(asking())).toEqual(first);
  expect(await log.head(ACME)).toMatchObject({ position: 4 });
  await expect(execute(asking({ kind: 'EXIT' }))).rejects.toMatchObject({ name: 'RequestKeyReused' });
});

it.each([
  ['the protégé, under the commitment', {}, anActor(ACME, BEN), { commitmentId: 'c1' }],
  ['the lead of the programme', {}, LIN, { programId: 'prog1' }],
])('is for %s', async (_who, _none, actor, input) => {
  const { execute } = await withOutcome(RecordOutcomeHandler);
  expect(await execute(asking(input, actor))).toMatchObject({ accepted: true });
});

it.each([
  ['a stranger', anActor(ACME, ZOLTAN), {}],
  ['a stranger who names the commitment of others', anActor(ACME, ZOLTAN), { commitmentId: 'c1' }],
  ['a person who names the commitment of others for themselves', anActor(ACME, ZOLTAN), { commitmentId: 'c1', personId: ZOLTAN }],
  ['a sponsor who does not name the commitment', anActor(ACME, AMARA), {}],
  ['a sponsor, of a day before the term', anActor(ACME, AMARA), { commitmentId: 'c1', occurredOn: '2025-01-14' }],
  ['a sponsor, of somebody else than the protégé', anActor(ACME, AMARA), { commitmentId: 'c1', personId: ZOLTAN }],
  ['the lead of another programme', HANA, { programId: 'prog1' }],
  ['a lead who passes a commitment off as another programme’s', { ...LIN, leads: new Set(['prog1', 'prog2']) }, { commitmentId: 'c1', programId: 'prog2' }],
  ['somebody of another organization', anActor(GLOBEX, AMARA), { commitmentId: 'c1' }],
])('is not for %s', async (_who, actor, input) => {
  const { execute, log } = await withOutcome(RecordOutcomeHandler);
  expect(await execute(asking(input, actor))).toEqual(NOT_YOURS);
  expect(await log.head(ACME)).toMatchObject({ position: 3 });
});

it('ends for the sponsor with the sponsorship', async () => {
  const { execute } = await atAcme(RecordOutcomeHandler, commitments, 'c1', [aCommitmentMade(), aCommitmentWithdrawn('2025-06-12')]);
  expect(await execute(asking({ commitmentId: 'c1' }, anActor(ACME, AMARA)))).toEqual(NOT_YOURS);
});

it('takes nothing from the future', async () => {
  const { execute } = await withOutcome(RecordOutcomeHandler);
  expect(await execute(asking({ occurredOn: '2025-06-17' }))).toEqual({ accepted: false, rejection: { reason: 'NotYetHappened', today: TODAY } });
});
