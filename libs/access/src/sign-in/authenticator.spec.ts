import { tenantId } from '@vouchsafe/event-schema';
import type { Role } from '../policy/actor.js';
import { Authenticator, Memberships, type Membership } from './authenticator.js';
import { aKey, aToken, type SigningKey } from './identity-provider.fixtures.js';
import { TokenVerifier } from './token-verifier.js';

const provider = { issuer: 'https://login.example.org' };
let key: SigningKey;
let clock: number;
beforeAll(async () => { key = await aKey('k1'); });
beforeEach(() => {
  clock = Date.now(); // tokens are held against the clock on the wall as well, with half a minute's grace
  jest.spyOn(Date, 'now').mockImplementation(() => clock);
});
afterEach(() => jest.restoreAllMocks());

const aMembership = (handle: string, digit: number, roles: readonly Role[] = ['SPONSOR']): Membership =>
  ({ tenant: tenantId(`00000000-0000-4000-8000-00000000000${digit}`), personId: `amara-at-${handle}`, handle, roles: new Set(roles), leads: new Set() });
const ACME = aMembership('acme', 1);
const GLOBEX = aMembership('globex', 2, ['PROTEGE']);
const INITECH = aMembership('initech', 3);

/** Who belongs where, by subject, as a list that a test may change. */
class ListedMemberships extends Memberships {
  asked: unknown[] = [];
  failing = false;
  constructor(readonly of: Record<string, Membership[]>) { super(); }
  override async find(identity: { issuer: string; subject: string; email?: string }): Promise<Membership[]> {
    this.asked.push(identity);
    if (this.failing) throw new Error('The connection was closed.');
    return this.of[identity.subject] ?? [];
  }
}
const subject = (of: Record<string, Membership[]>) => {
  const memberships = new ListedMemberships(of);
  const tokens = new TokenVerifier([{ ...provider, audience: 'api', jwks: { keys: [key.publicJwk] } }]);
  return { memberships, authenticator: new Authenticator(memberships, tokens) };
};
const token = (sub = 'amara', claims: Record<string, unknown> = {}) => aToken(provider, key, { sub, ...claims });
const named = (name: string, more: object = {}) => expect.objectContaining({ name, ...more });

it('makes an actor of a person with one organization, named or not', async () => {
  const { authenticator } = subject({ amara: [ACME] });
  const actor = { tenant: ACME.tenant, personId: 'amara-at-acme', actorId: 'person:amara-at-acme', roles: new Set(['SPONSOR']), leads: new Set() };
  expect(await authenticator.authenticate(`Bearer ${await token()}`)).toEqual(actor);
  expect(await authenticator.authenticate(await token(), ' ACME ')).toEqual(actor);
  expect(await authenticator.authenticate(await token(), ACME.tenant)).toEqual(actor);
});

it.each([undefined, '', '   ', 'Bearer', 'Bearer ', 'Basic dXNlcjpwYXNz', 'Bearer a b'])('asks to sign in when it is sent %j', async (bearer) =>
  expect(subject({}).authenticator.authenticate(bearer)).rejects.toEqual(named('Unauthenticated', { problem: 'no-token' })));

it('asks which of several organizations, naming only their own', async () => {
  const { authenticator } = subject({ amara: [GLOBEX, ACME], bruno: [INITECH] });
  await expect(authenticator.authenticate(await token())).rejects.toEqual(named('OrganizationRequired', { handles: ['acme', 'globex'] }));
  expect(await authenticator.authenticate(await token(), 'globex')).toMatchObject({ tenant: GLOBEX.tenant, roles: new Set(['PROTEGE']) });
});

it('answers alike for an unknown organization and for that of others', async () => {
  const { authenticator } = subject({ amara: [ACME], bruno: [INITECH] });
  const answers = await Promise.all(['initech', INITECH.tenant, 'nowhere', "a'; DROP"].map(async (header) =>
    authenticator.authenticate(await token(), header).catch(({ name, message }: Error) => ({ name, message }))));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]).toMatchObject({ name: 'OrganizationNotFound' });
});

it('answers alike for an unknown organization and for that of others to someone who belongs nowhere', async () => {
  const { authenticator } = subject({ bruno: [INITECH] });
  for (const header of ['initech', 'nowhere', undefined]) {
    await expect(authenticator.authenticate(await token('mallory'), header)).rejects.toEqual(named('Unauthenticated', { problem: 'no-membership' }));
  }
});

it('lets a dismissed person out within 15 seconds, and asks the store once until then', async () => {
  const { authenticator, memberships } = subject({ amara: [ACME] });
  const sent = await token();
  await Promise.all([authenticator.authenticate(sent), authenticator.authenticate(sent)]);
  memberships.of.amara = [];
  expect(memberships.asked).toEqual([{ issuer: provider.issuer, subject: 'amara' }]);
  clock += 14_999;
  await expect(authenticator.authenticate(sent)).rejects.toEqual(named('Unauthenticated', { problem: 'no-membership' }));
});

describe('after a sign-out', () => {
  const at = (milliseconds: number) => Math.floor(milliseconds / 1_000);
  const issued = (milliseconds: number) => token('amara', { iat: at(milliseconds), exp: at(milliseconds) + 600 });
  const signedOut = named('Unauthenticated', { problem: 'signed-out' });

  it('honours what was issued since, and nothing older, within 15 seconds', async () => {
    const { authenticator, memberships } = subject({ amara: [ACME] });
    const before = await issued(clock - 5_000);
    expect(await authenticator.authenticate(before)).toMatchObject({ tenant: ACME.tenant });
    memberships.of.amara = [{ ...ACME, notBefore: clock }];
    const after = await issued(clock + 1_000);
    clock += 14_999;
    await expect(authenticator.authenticate(before)).rejects.toEqual(signedOut);
    expect(await authenticator.authenticate(after)).toMatchObject({ tenant: ACME.tenant });
  });

  it('takes what was issued in the very second for older: a token does not say which half', async () => {
    const second = at(clock) * 1_000;
    const { authenticator, memberships } = subject({ amara: [{ ...ACME, notBefore: second + 1 }] });
    const sent = await issued(second);
    await expect(authenticator.authenticate(sent)).rejects.toEqual(signedOut);
    memberships.of.amara = [{ ...ACME, notBefore: second }];
    authenticator.forget();
    expect(await authenticator.authenticate(sent)).toMatchObject({ tenant: ACME.tenant });
  });

  it('is out of that organization and of no other', async () => {
    const { authenticator } = subject({ amara: [{ ...ACME, notBefore: clock + 1 }, { ...GLOBEX, notBefore: 0 }] });
    const sent = await issued(clock - 5_000);
    await expect(authenticator.authenticate(sent, 'acme')).rejects.toEqual(signedOut);
    expect(await authenticator.authenticate(sent, 'globex')).toMatchObject({ tenant: GLOBEX.tenant });
  });
});

it('lets a newcomer in at once, and someone who has just joined a second organization', async () => {
  const { authenticator, memberships } = subject({});
  await expect(authenticator.authenticate(await token())).rejects.toEqual(named('Unauthenticated'));
  memberships.of.amara = [ACME];
  expect(await authenticator.authenticate(await token())).toMatchObject({ tenant: ACME.tenant });
  memberships.of.amara = [ACME, GLOBEX];
  clock += 1_000;
  expect(await authenticator.authenticate(await token(), 'globex')).toMatchObject({ tenant: GLOBEX.tenant });
});

it('does not ask the store again and again about an organization that is not theirs', async () => {
  const { authenticator, memberships } = subject({ amara: [ACME] });
  const sent = await token();
  for (let count = 0; count < 50; count += 1) await authenticator.authenticate(sent, 'initech').catch(() => {});
  expect(memberships.asked).toHaveLength(1);
});

it('takes a changed role at once when told to forget', async () => {
  const { authenticator, memberships } = subject({ amara: [ACME] });
  await authenticator.authenticate(await token());
  memberships.of.amara = [{ ...ACME, roles: new Set<Role>(['EXECUTIVE']) }];
  authenticator.forget();
  expect((await authenticator.authenticate(await token())).roles).toEqual(new Set(['EXECUTIVE']));
});

it('passes a failure of the store on, and does not remember it', async () => {
  const { authenticator, memberships } = subject({ amara: [ACME] });
  memberships.failing = true;
  await expect(authenticator.authenticate(await token())).rejects.toThrow('The connection was closed.');
  memberships.failing = false;
  expect(await authenticator.authenticate(await token())).toMatchObject({ tenant: ACME.tenant });
});

it('gives the store an address only if the provider vouches for it', async () => {
  const { authenticator, memberships } = subject({ amara: [ACME] });
  await authenticator.authenticate(await token('amara', { email: 'amara@acme.example', email_verified: true }));
  await authenticator.authenticate(await token('amara', { email: 'boss@acme.example', email_verified: false }));
  expect(memberships.asked).toEqual([{ issuer: provider.issuer, subject: 'amara', email: 'amara@acme.example' }, { issuer: provider.issuer, subject: 'amara' }]);
});
