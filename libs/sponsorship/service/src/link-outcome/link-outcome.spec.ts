import { anActor } from '@vouchsafe/graphql/testing';
import { OutcomeLinked } from '@vouchsafe/sponsorship-contracts';
import { outcomes } from '@vouchsafe/sponsorship-domain';
import { ZOLTAN } from '@vouchsafe/sponsorship-domain/testing';
import { ACME, GLOBEX } from '../commands.fixtures.js';
import { AMARA, anOutcomeRecorded, BEN, HANA, LIN, withOutcome } from '../outcome.fixtures.js';
import { LinkOutcomeCommand, LinkOutcomeHandler } from './link-outcome.command.js';

const asking = (input = {}, actor = anActor(ACME, BEN)) =>
  new LinkOutcomeCommand(actor.tenant, actor, { requestKey: 'r1', outcomeId: 'o1', commitmentId: 'c1', actionId: 'a1', ...input });
const begin = () => withOutcome(LinkOutcomeHandler, anOutcomeRecorded());
const NO_OUTCOME = { accepted: false, rejection: { reason: 'NoSuchOutcome', outcomeId: 'o1' } };
const noAction = (actionId: string) => ({ accepted: false, rejection: { reason: 'NoSuchAction', actionId } });

it.each([BEN, AMARA])('is said by one of the pair, here by %s, once a request', async (who) => {
  const { execute, recorded } = await begin();
  const first = await execute(asking({}, anActor(ACME, who)));
  expect(await execute(asking({}, anActor(ACME, who)))).toEqual(first);
  expect((await recorded(ACME, outcomes, 'o1')).slice(1)).toEqual([OutcomeLinked.of({ outcomeId: 'o1', to: { kind: 'ACTION', commitmentId: 'c1', actionId: 'a1' } })]);
  await expect(execute(asking({ actionId: 'a2' }, anActor(ACME, who)))).rejects.toMatchObject({ name: 'RequestKeyReused' });
});

it.each([
  ['a stranger', anActor(ACME, ZOLTAN)], ['the lead of the programme', LIN], ['another lead', HANA], ['somebody of another organization', anActor(GLOBEX, BEN)],
])('does not let %s know of the outcome', async (_who, actor) => {
  const { execute } = await begin();
  expect(await execute(asking({}, actor))).toEqual(NO_OUTCOME);
  expect(await execute(asking({ actionId: 'a9', commitmentId: 'c9', requestKey: 'r2' }, actor))).toEqual(NO_OUTCOME);
});

it('keeps from the protégé the action in a confidential forum: it is answered like one that never was', async () => {
  const { execute } = await begin();
  expect(await execute(asking({ actionId: 'a2' }))).toEqual(noAction('a2'));
  expect(await execute(asking({ actionId: 'a9' }))).toEqual(noAction('a9'));
  expect(await execute(asking({ actionId: 'a2' }, anActor(ACME, AMARA)))).toMatchObject({ accepted: true });
});

it('refuses an action after the outcome', async () => {
  const { execute } = await withOutcome(LinkOutcomeHandler, anOutcomeRecorded({ outcomeOccurredOn: '2025-06-01' }));
  expect(await execute(asking())).toEqual({ accepted: false, rejection: { reason: 'ActionIsLaterThanTheOutcome' } });
});
