import { tenantId } from '@vouchsafe/event-schema';
import type { Actor, Role } from '@vouchsafe/access';
import { buildSchema, graphql, type GraphQLSchema } from 'graphql';
import { typeDefinitions } from '../schema/type-definitions.js';
import { enforceVisibility } from './enforce-visibility.js';

// A query that forgot everything: it hands every row to everybody. What leaves is what the policy lets each of them see.

const ACME = tenantId('00000000-0000-4000-8000-00000000000a');
const actor = (personId: string, roles: readonly Role[], leads: readonly string[] = []): Actor => ({ tenant: ACME, personId, actorId: `person:${personId}`, roles: new Set(roles), leads: new Set(leads) });
const everybody: readonly Role[] = ['SPONSOR', 'PROTEGE'];
const SPONSOR = actor('amara', everybody);
const PROTEGE = actor('bruno', everybody);
const LEAD = actor('lin', [...everybody, 'PROGRAM_LEAD'], ['p1']);
const STRANGER = actor('sven', everybody);

const base = typeDefinitions([]).replace(/extend type \w+/g, '');
const aSchema = (): GraphQLSchema => enforceVisibility(buildSchema(`${base}
  type Query { commitment: Commitment, action: Action, outcome: Outcome }
  type Commitment @recordOf(kind: "commitment") {
    termEnd: String! @visible(to: PROGRAM)
    objective: String @visible(to: PAIR)
    pledges: [Pledge!] @visible(to: PAIR)
  }
  type Pledge @recordOf(kind: "commitment") { deliverable: String @visible(to: PAIR) }
  type Action @recordOf(kind: "advocacy-action") {
    act: String! @visible(to: PAIR)
    audience: String @visible(to: SPONSOR)
    recordedBy: Someone! @visible(to: PAIR)
  }
  type Someone { personId: String! }
  type Outcome @recordOf(kind: "outcome") {
    kind: String! @visible(to: PROGRAM)
    measure: String @visible(to: PAIR)
  }
`));

const pair = { commitmentId: 'c1', programId: 'p1', sponsorId: 'amara', protegeId: 'bruno' };
const rootValue = {
  commitment: { ...pair, status: 'ACTIVE', termEnd: '2026-12-31', objective: 'a promotion', pledges: async () => [{ deliverable: 'a paper' }] },
  action: { ...pair, status: 'active', act: 'BOOST', audience: 'BOARD', disclosed: true, recordedBy: { personId: 'dara' } },
};
const COMMITMENT = '{ commitment { termEnd objective pledges { deliverable } } }';
const ask = async (who: Actor | undefined, source: string, root: object = rootValue) => {
  const { data, errors } = await graphql({ schema: aSchema(), source, rootValue: root, contextValue: { known: { actor: who } } });
  return { data: JSON.parse(JSON.stringify(data)) as unknown, codes: errors?.map(({ extensions }) => extensions['code']) };
};

it('shows the words to the two, and the state to their lead too', async () => {
  const whole = { data: { commitment: { termEnd: '2026-12-31', objective: 'a promotion', pledges: [{ deliverable: 'a paper' }] } }, codes: undefined };
  expect([await ask(SPONSOR, COMMITMENT), await ask(PROTEGE, COMMITMENT)]).toEqual([whole, whole]);
  expect(await ask(LEAD, COMMITMENT)).toEqual({ data: { commitment: { termEnd: '2026-12-31', objective: null, pledges: null } }, codes: undefined });
});

it('lets nothing out to a stranger and to nobody, as if there were nothing there', async () => {
  for (const who of [STRANGER, undefined]) expect(await ask(who, COMMITMENT)).toEqual({ data: { commitment: null }, codes: ['NOT_FOUND'] });
});

it('shows what is the sponsor’s own to the sponsor and to whoever recorded it, not to the protégé', async () => {
  const audienceFor = async (who: Actor) => ((await ask(who, '{ action { act audience } }')).data as { action: { audience: string | null } | null }).action?.audience;
  expect([await audienceFor(SPONSOR), await audienceFor(actor('dara', everybody)), await audienceFor(PROTEGE)]).toEqual(['BOARD', 'BOARD', null]);
});

it('lets nothing of an action that is held back out to the protégé, nor of one that is over to its sponsor', async () => {
  const heldBack = { action: { ...rootValue.action, disclosed: false } };
  expect((await ask(PROTEGE, '{ action { act } }', heldBack)).data).toEqual({ action: null });
  const over = { action: { ...rootValue.action, status: 'ended' } };
  expect((await ask(SPONSOR, '{ action { act } }', over)).data).toEqual({ action: null });
});

it('leaves to the query what the object does not tell', async () =>
  expect((await ask(STRANGER, '{ commitment { termEnd } }', { commitment: { termEnd: '2026-12-31' } })).data).toEqual({ commitment: { termEnd: '2026-12-31' } }));

it('tells what somebody earns to them and to whoever recorded it, also where a system did', async () => {
  const outcome = { outcomeId: 'o1', personId: 'bruno', programId: 'p1', commitmentId: 'c1', kind: 'PAY_BAND', measure: '7 EUR_MINOR', recordedBy: null as object | null };
  const measureFor = async (who: Actor, some: object = {}) => ((await ask(who, '{ outcome { kind measure } }', { outcome: { ...outcome, ...some } })).data as { outcome: { measure: string | null } }).outcome.measure;
  expect([await measureFor(PROTEGE), await measureFor(SPONSOR), await measureFor(LEAD)]).toEqual(['7 EUR_MINOR', null, null]);
  expect(await measureFor(SPONSOR, { recordedBy: { personId: 'amara' } })).toBe('7 EUR_MINOR');
  expect([await measureFor(SPONSOR, { kind: 'PROMOTION' }), await measureFor(LEAD, { kind: 'PROMOTION' })]).toEqual(['7 EUR_MINOR', '7 EUR_MINOR']);
});
