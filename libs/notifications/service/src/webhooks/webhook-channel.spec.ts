import { Webhook } from 'standardwebhooks';
import { LocalWakeups, MemoryEventStore, newEvent, SystemClock } from '@vouchsafe/event-store';
import { aTenant } from '@vouchsafe/event-store/testing';
import { WebhookEndpointDisabled, WebhookEndpointRegistered, WebhookSecretRotated, type WebhookEndpointEvent } from '@vouchsafe/notifications-contracts';
import { webhookEndpoints } from '@vouchsafe/notifications-domain';
import { endpointSecret } from './endpoint-secret.js';
import { receiver, type Received, type Receiver } from './receiver.fixtures.js';
import { webhookChannel } from './webhook-channel.js';

jest.setTimeout(60_000);
const [ACME, GLOBEX] = [aTenant(1), aTenant(2)];
const INSTALLATION = 'a secret of thirty-two bytes or more';
const DAY = 24 * 3_600_000;

class ClockAhead extends SystemClock {
  ahead = 0;
  override now() {
    return new Date(Date.now() + this.ahead);
  }
}

let other: Receiver;
let log: MemoryEventStore;
let clock: ClockAhead;
let answer: (received: Received) => void;
beforeEach(async () => {
  answer = ({ response }) => void response.end();
  other = await receiver((received) => answer(received));
  log = new MemoryEventStore(new LocalWakeups());
  clock = new ClockAhead();
  for (const tenant of [ACME, GLOBEX]) await log.openLog(tenant);
  await happened(WebhookEndpointRegistered.of({ endpointId: 'e1', url: other.url, eventTypes: ['commitment.made'], programId: 'p1' }));
});
afterEach(() => other.close());

let keys = 0;
const happened = (event: WebhookEndpointEvent, tenant = ACME) => log.append(tenant, {
  requestKey: `k${(keys += 1)}`, actor: 'system:spec', correlation: 'c', writes: [{ stream: 'webhook-endpoint-e1', expected: 'any', events: [newEvent(webhookEndpoints, event, '2026-03-01')] }],
});
const message = { endpointId: 'e1', type: 'commitment.made', recordedAt: '2026-03-01T09:00:00.000Z', occurredOn: '2026-02-28', ids: { commitmentId: 'c1', programId: 'p1' } };
const deliver = (tenant = ACME, payload: object = message) =>
  webhookChannel({ log, clock, installationSecret: INSTALLATION, egress: { resolve: async () => [], allowLoopback: true, limits: { deadline: 20_000, answer: 65_536 } } })
    .deliver({ tenant, id: '0123abcd', position: 42, payload, attempt: 1, signal: AbortSignal.timeout(30_000) });
const secret = (generation: number, tenant = ACME, endpointId = 'e1') => endpointSecret(INSTALLATION, tenant, endpointId, generation);
const verified = (with_: string, { body, headers } = other.received.at(-1)!) => new Webhook(with_).verify(body, headers);

it('is verified by the reference library, and tells ids and no words', async () => {
  expect(await deliver()).toEqual({ outcome: 'done', note: 'answered 200' });
  expect(verified(secret(1))).toEqual({
    type: 'commitment.made', timestamp: '2026-03-01T09:00:00.000Z', data: { organizationId: ACME, position: '42', occurredOn: '2026-02-28', commitmentId: 'c1', programId: 'p1' },
  });
  expect(other.received[0]?.headers).toMatchObject({ 'webhook-id': '0123abcd', 'content-type': 'application/json' });
  expect(other.received[0]!.body.length).toBeLessThan(20_000);
});

it('is the same message at the next attempt, and newly signed', async () => {
  await deliver();
  clock.ahead = 60_000;
  await deliver();
  const [first, second] = other.received;
  expect([second!.body, second!.headers['webhook-id']]).toEqual([first!.body, first!.headers['webhook-id']]);
  expect(Number(second!.headers['webhook-timestamp'])).toBeGreaterThan(Number(first!.headers['webhook-timestamp']));
  expect(verified(secret(1), second)).toBeDefined();
});

it('is verified by no other secret: not of another endpoint, organization, generation or installation, nor altered', async () => {
  await deliver();
  for (const wrong of [secret(2), secret(1, GLOBEX), secret(1, ACME, 'e2'), endpointSecret('another installation', ACME, 'e1', 1)]) expect(() => verified(wrong)).toThrow('No matching signature');
  const { body, headers } = other.received[0]!;
  expect(() => new Webhook(secret(1)).verify(body.replace('c1', 'c2'), headers)).toThrow('No matching signature');
});

it('is signed by the old secret too for a day after a rotation, and then no more', async () => {
  await happened(WebhookSecretRotated.of({ endpointId: 'e1', generation: 2 }));
  await deliver();
  expect([verified(secret(1)), verified(secret(2))]).toEqual([expect.anything(), expect.anything()]);
  clock.ahead = DAY + 60_000;
  await deliver();
  const { body, headers } = other.received.at(-1)!;
  const now = { ...headers, 'webhook-timestamp': headers['webhook-timestamp']! };
  jest.spyOn(Date, 'now').mockReturnValue(clock.now().getTime());
  try {
    expect(new Webhook(secret(2)).verify(body, now)).toBeDefined();
    expect(() => new Webhook(secret(1)).verify(body, now)).toThrow('No matching signature');
  } finally {
    jest.restoreAllMocks();
  }
});

it.each([[500, 'answered 500', false], [404, 'answered 404', false], [302, 'answered 302; no redirect is followed', false]])('is tried again after %i', async (status, reason, isFinal) => {
  answer = ({ response }) => void response.writeHead(status).end();
  expect(await deliver()).toEqual({ outcome: 'failed', reason, isFinal });
});

it('is sent no more to a receiver that is gone: its endpoint is disabled, once', async () => {
  answer = ({ response }) => void response.writeHead(410).end();
  expect(await deliver()).toEqual({ outcome: 'failed', reason: 'answered 410', isFinal: true });
  expect((await log.readStream(ACME, 'webhook-endpoint-e1')).at(-1)).toMatchObject({ type: 'WebhookEndpointDisabled', data: { endpointId: 'e1', why: 'GONE' }, actor: 'system:webhooks' });
  expect(await deliver()).toEqual({ outcome: 'failed', reason: 'the endpoint is disabled', isFinal: true });
  expect([other.received.length, (await log.head(ACME)).position]).toEqual([1, 2]);
});

it('is not sent where the endpoint is disabled, or another organization’s', async () => {
  await happened(WebhookEndpointDisabled.of({ endpointId: 'e1', why: 'ASKED_FOR' }));
  for (const tenant of [ACME, GLOBEX]) expect(await deliver(tenant)).toEqual({ outcome: 'failed', reason: 'the endpoint is disabled', isFinal: true });
  expect(other.received).toEqual([]);
});

it('says of what went wrong no more than its kind', async () => {
  const { port } = other;
  await other.close();
  expect(await deliver()).toEqual({ outcome: 'failed', reason: 'not reached (ECONNREFUSED)' });
  other = await receiver();
  expect(port).not.toBe(other.port);
});

it.each([['words', { ...message, text: 'hello' }], ['a name under ids', { ...message, ids: { name: 'Ben' } }], ['a type that is not offered', { ...message, type: 'advocacy-action.recorded' }]])('does not go out with %s in it', async (_, payload) => {
  await expect(deliver(ACME, payload)).rejects.toMatchObject({ name: 'ZodError' });
  expect(other.received).toEqual([]);
});
