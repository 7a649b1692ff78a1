import { readdirSync, readFileSync } from 'node:fs';
import { aTenant } from '@vouchsafe/event-store/testing';
import { Pages } from '@vouchsafe/graphql';
import { resolversWithoutAllow, rootResolvers } from '@vouchsafe/graphql/testing';
import { ProgramOpened } from '@vouchsafe/programs-contracts';
import { beginRebuild } from '@vouchsafe/projections';
import { parse } from 'graphql';
import { Webhook } from 'standardwebhooks';
import { ChooseWebhookEventsCommand } from './choose-webhook-events/choose-webhook-events.command.js';
import { DisableWebhookEndpointCommand } from './disable-webhook-endpoint/disable-webhook-endpoint.command.js';
import { EnableWebhookEndpointCommand } from './enable-webhook-endpoint/enable-webhook-endpoint.command.js';
import type { WebhookEventType } from './graphql.generated.js';
import { notifications } from './notifications.context.js';
import { notificationsOnPostgres, someone } from './notifications.fixtures.js';
import { RegisterWebhookEndpointCommand } from './register-webhook-endpoint/register-webhook-endpoint.command.js';
import { ReplayWebhookDeliveryCommand } from './replay-webhook-delivery/replay-webhook-delivery.command.js';
import { RotateWebhookSecretCommand } from './rotate-webhook-secret/rotate-webhook-secret.command.js';
import { WebhookDeliveriesQuery } from './webhook-deliveries/webhook-deliveries.query.js';
import { WebhookEndpointsQuery } from './webhook-endpoints/webhook-endpoints.query.js';
import { receiver, until, type Received, type Receiver } from './webhooks/receiver.fixtures.js';

jest.setTimeout(120_000);
let here: Awaited<ReturnType<typeof notificationsOnPostgres>>;
let other: Receiver;
let answer: (received: Received) => void;
let tenants = 0;
let [ACME, GLOBEX] = [aTenant(1), aTenant(2)];
beforeAll(async () => { here = await notificationsOnPostgres(); });
afterAll(() => here?.close());
beforeEach(async () => {
  answer = ({ response }) => void response.end();
  other = await receiver((received) => answer(received));
  [ACME, GLOBEX] = [aTenant((tenants += 1)), aTenant((tenants += 1))];
  for (const tenant of [ACME, GLOBEX]) await here.ledger.store.openLog(tenant);
});
afterEach(() => other.close());

let keys = 0;
const key = () => `r${(keys += 1)}`;
const operator = (tenant = ACME) => someone(tenant, ['OPERATOR']);
const lead = (programId = 'p1', tenant = ACME) => someone(tenant, ['PROGRAM_LEAD'], [programId]);
const register = (facts: object = {}, actor = operator()) =>
  here.execute(new RegisterWebhookEndpointCommand(actor.tenant, actor, { requestKey: key(), url: other.url, eventTypes: ['PROGRAM_OPENED'] as WebhookEventType[], ...facts }));
const registered = async (facts: object = {}, actor = operator()) => {
  const outcome = await register(facts, actor);
  if (!outcome.accepted) throw new Error(`refused: ${outcome.rejection.reason}`);
  return outcome;
};
const page = (tenant = ACME) => here.get(Pages).page(tenant, 'all', {});
const endpoints = async (actor = operator(), after: number | null = null) => here.ask(new WebhookEndpointsQuery(actor.tenant, actor, page(actor.tenant), after));
const deliveries = (endpointId: string, tenant = ACME) => here.ask(new WebhookDeliveriesQuery(tenant, endpointId, page(tenant)));
const opened = (tenant = ACME, programId = 'p1') => here.happened(tenant, `program-${programId}`, ProgramOpened.of({ programId }));
const ended = (endpointId: string, count = 1) => until(async () => (await deliveries(endpointId)).filter(({ state }) => state !== 'DUE').length === count);

it('answers every field that its contract promises, and asks the policy before each', () => {
  const rootFields = readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.graphql'))
    .flatMap((file) => parse(readFileSync(`${__dirname}/${file}`, 'utf8')).definitions)
    .flatMap((each) => (each.kind === 'ObjectTypeExtension' ? each.fields ?? [] : [])).map(({ name }) => name.value);
  expect(rootResolvers(here.app).map(({ resolver }) => resolver.split('.')[1]).sort()).toEqual([...rootFields].sort());
  expect(rootFields).toHaveLength(7);
  expect(resolversWithoutAllow(here.app)).toEqual([]);
});

describe('registering', () => {
  it('shows the secret, and the same to whoever repeats the request; no table and no log holds it', async () => {
    const request = { requestKey: key() };
    const first = await registered(request);
    expect(first.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(await registered(request)).toEqual(first);
    expect((await registered()).secret).not.toBe(first.secret);
    const log = JSON.stringify(await here.ledger.store.read(ACME, { after: 0, max: 100 }));
    expect(log).toContain(other.url);
    expect(log).not.toMatch(/whsec_|secret/i);
    expect(JSON.stringify(await endpoints(operator(), first.position))).not.toMatch(/whsec_|secret/i);
  });

  it.each<[string, object, () => Parameters<typeof register>[1], string]>([
    ['an operator of a programme’s pairs', { programId: 'p1', eventTypes: ['COMMITMENT_MADE'] }, () => operator(), 'NotYoursToConnect'],
    ['a lead of another programme', { programId: 'p1' }, () => lead('p2'), 'NotYoursToConnect'],
    ['a lead for the organization', {}, () => lead(), 'NotYoursToConnect'],
    ['somebody without a role', {}, () => someone(ACME, []), 'NotYoursToConnect'],
    ['an operator of pairs without a programme', { eventTypes: ['COMMITMENT_MADE'] }, () => operator(), 'EventTypeNeedsAProgram'],
    ['a lead of the organization’s imports', { programId: 'p1', eventTypes: ['PEOPLE_IMPORT_APPLIED'] }, () => lead(), 'EventTypeIsTheOrganizations'],
    ['an operator of nothing', { eventTypes: [] }, () => operator(), 'NoEventTypeIsChosen'],
    ['an operator at a metadata service', { url: 'http://169.254.169.254/latest' }, () => operator(), 'AddressIsNotAllowed'],
    ['an operator at a neighbour, in disguise', { url: 'https://0x0a000001/' }, () => operator(), 'AddressIsNotAllowed'],
  ])('is refused to %s', async (_, facts, actor, reason) => {
    expect(await register(facts, actor())).toMatchObject({ accepted: false, rejection: { reason } });
    expect((await here.ledger.store.head(ACME)).position).toBe(0);
  });

  it('ends at twenty', async () => {
    let position = 0;
    for (let count = 0; count < 20; count += 1) ({ position } = await registered());
    await endpoints(operator(), position); // the read model has come so far
    expect(await register()).toMatchObject({ accepted: false, rejection: { reason: 'TooManyEndpoints', most: 20 } });
  });
});

describe('an endpoint', () => {
  it('is seen by whoever may connect it, in their organization', async () => {
    const ours = await registered();
    const theirs = await registered({ programId: 'p1', eventTypes: ['COMMITMENT_MADE', 'PROGRAM_CLOSED'] }, lead());
    expect(await endpoints(operator(), theirs.position)).toEqual([{ endpointId: ours.endpointId, url: other.url, eventTypes: ['program.opened'], programId: null, isEnabled: true }]);
    expect(await endpoints(lead())).toEqual([{ endpointId: theirs.endpointId, url: other.url, eventTypes: ['program.closed', 'commitment.made'], programId: 'p1', isEnabled: true }]);
    for (const actor of [lead('p2'), someone(ACME, ['SPONSOR', 'PROTEGE', 'EXECUTIVE']), operator(GLOBEX)]) expect(await endpoints(actor)).toEqual([]);
  });

  it('of others, and one that never was, are the same', async () => {
    const { endpointId } = await registered({ programId: 'p1' }, lead());
    const before = (await here.ledger.store.head(ACME)).position;
    const asking = (actor: ReturnType<typeof operator>, id: string) => [
      new ChooseWebhookEventsCommand(actor.tenant, actor, { requestKey: key(), endpointId: id, eventTypes: ['COHORT_OPENED'] }), new RotateWebhookSecretCommand(actor.tenant, actor, { requestKey: key(), endpointId: id }),
      new DisableWebhookEndpointCommand(actor.tenant, actor, { requestKey: key(), endpointId: id }), new EnableWebhookEndpointCommand(actor.tenant, actor, { requestKey: key(), endpointId: id }),
      new ReplayWebhookDeliveryCommand(actor.tenant, actor, { requestKey: key(), endpointId: id, deliveryId: 'd1' }),
    ];
    for (const command of [...asking(operator(), endpointId), ...asking(lead('p2'), endpointId), ...asking(lead('p1', GLOBEX), endpointId), ...asking(lead(), 'never-was')]) {
      expect(await here.execute(command)).toEqual({ accepted: false, rejection: { reason: 'NoSuchEndpoint' } });
    }
    expect((await here.ledger.store.head(ACME)).position).toBe(before);
  });

  it('is told of what it chose, disabled, and enabled again', async () => {
    const { endpointId } = await registered({ eventTypes: ['PROGRAM_CLOSED'] });
    const of = () => ({ requestKey: key(), endpointId });
    await here.execute(new ChooseWebhookEventsCommand(ACME, operator(), { ...of(), eventTypes: ['COHORT_OPENED'] }));
    const disabled = await here.execute(new DisableWebhookEndpointCommand(ACME, operator(), of()));
    expect(await endpoints(operator(), disabled.accepted ? disabled.position : 0)).toEqual([expect.objectContaining({ eventTypes: ['cohort.opened'], isEnabled: false })]);
    const enabled = await here.execute(new EnableWebhookEndpointCommand(ACME, operator(), of()));
    expect(await endpoints(operator(), enabled.accepted ? enabled.position : 0)).toEqual([expect.objectContaining({ isEnabled: true })]);
  });

  it('has another secret after each rotation, and a repeat is answered with the one that it made', async () => {
    const { endpointId, secret } = await registered();
    const request = { requestKey: key(), endpointId };
    const rotate = async (input: typeof request) => {
      const outcome = await here.execute(new RotateWebhookSecretCommand(ACME, operator(), input));
      return outcome.accepted ? outcome.secret : '';
    };
    const second = await rotate(request);
    const third = await rotate({ requestKey: key(), endpointId });
    expect(new Set([secret, second, third]).size).toBe(3);
    expect(await rotate(request)).toBe(second);
  });
});

describe('what happens', () => {
  it('is told, verified with the secret that was shown, and listed', async () => {
    const { endpointId, secret } = await registered();
    await opened();
    await ended(endpointId);
    const { body, headers } = other.received[0]!;
    expect(new Webhook(secret).verify(body, headers)).toMatchObject({ type: 'program.opened', data: { organizationId: ACME, position: '2', programId: 'p1' } });
    expect(await deliveries(endpointId)).toEqual([expect.objectContaining({ id: headers['webhook-id'], position: 2, state: 'DONE', attempts: 1, note: 'answered 200' })]);
    expect(await deliveries(endpointId, GLOBEX)).toEqual([]);
  });

  it('is told to nobody of another organization', async () => {
    await registered();
    const { endpointId } = await registered({}, operator(GLOBEX));
    await opened(GLOBEX);
    await until(async () => (await deliveries(endpointId, GLOBEX)).some(({ state }) => state === 'DONE'));
    expect(other.received).toHaveLength(1);
    expect(other.received[0]!.body).toContain(GLOBEX);
  });

  it('is tried on schedule and given up, while another endpoint hears of it at once', async () => {
    const deaf = await receiver(({ response }) => void response.writeHead(500).end());
    const [first, second] = [await registered({ url: deaf.url }), await registered()];
    await opened();
    await Promise.all([ended(first.endpointId), ended(second.endpointId)]);
    expect([deaf.received.length, other.received.length]).toEqual([3, 1]);
    expect(await deliveries(first.endpointId)).toEqual([expect.objectContaining({ state: 'DEAD', attempts: 3, note: 'answered 500' })]);
    await deaf.close();
  });

  it('is replayed when that is asked for, once a request, delivered or given up', async () => {
    answer = ({ response }) => void response.writeHead(503).end();
    const { endpointId } = await registered();
    await opened();
    await ended(endpointId);
    const [{ id: deliveryId } = { id: '' }] = await deliveries(endpointId);
    const replayed = (requestKey = key(), id = deliveryId) => here.execute(new ReplayWebhookDeliveryCommand(ACME, operator(), { requestKey, endpointId, deliveryId: id }));
    expect(await replayed(key(), 'another')).toEqual({ accepted: false, rejection: { reason: 'NoSuchDelivery' } });
    answer = ({ response }) => void response.end();
    const request = key();
    expect(await replayed(request)).toMatchObject({ accepted: true });
    await until(() => other.received.length === 4);
    await ended(endpointId);
    expect(await replayed(request)).toMatchObject({ accepted: true }); // its answer was lost
    expect((await deliveries(endpointId))[0]).toMatchObject({ state: 'DONE', attempts: 1 });
    await replayed();
    await until(() => other.received.length === 5);
    expect(new Set(other.received.map(({ headers }) => headers['webhook-id']))).toEqual(new Set([deliveryId]));
  });

  it('is not told again when read models are rebuilt', async () => {
    const { endpointId } = await registered();
    await opened();
    await ended(endpointId);
    expect(await beginRebuild(here.url, notifications.projections[0]!)).toBe(true);
    await until(async () => (await here.ledger.database.call<{ builds: number }>('spec-builds', `SELECT min(build)::int AS builds FROM read.build WHERE projection = 'webhook-endpoints'`, []))[0]!.builds > 1);
    await opened(ACME, 'p2');
    await ended(endpointId, 2);
    expect(other.received.map(({ body }) => (JSON.parse(body) as { data: { programId: string } }).data.programId)).toEqual(['p1', 'p2']);
  });
});
