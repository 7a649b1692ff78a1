import { blindIndex } from '@vouchsafe/access';
import { directoryEvents, PersonCards, type PersonCard } from '@vouchsafe/directory-contracts';
import { freshDatabase } from '@vouchsafe/embedded-postgres/testing';
import { about, decideAndAppend } from '@vouchsafe/event-store';
import type { Position, TenantId } from '@vouchsafe/event-schema';
import { Pages } from '@vouchsafe/graphql';
import { anActor } from '@vouchsafe/graphql/testing';
import { knownEvents, migrateLedger, openLedger, ProjectionRunner, type Ledger } from '@vouchsafe/projections';
import { grantSharing, sharings } from '@vouchsafe/tenancy-domain';
import { finishOutstandingCopies } from './copies/outstanding-copies.js';
import { finishSharing } from './copies/finish-sharing.js';
import { DatabaseFrontKeys } from './front/database-front-keys.js';
import { grantRole } from './grant-role/grant-role.command.js';
import { listOrganizations, OrganizationCards } from './organization-overview/organization-cards.js';
import { MyNetworksHandler, MyNetworksQuery, NetworkMembersHandler, NetworkMembersQuery } from './organization-overview/organization-overview.query.js';
import { RoleHoldersHandler, RoleHoldersQuery } from './role-holders/role-holders.query.js';
import { setUpOrganization } from './set-up-organization/set-up-organization.js';
import { FiguresSharedByMembers } from './sharing-grants/figures-shared-by-members.js';
import { SharingGrantsHandler, SharingGrantsQuery } from './sharing-grants/sharing-grants.query.js';
import { MembershipsOfOrganizations } from './sign-in/memberships-of-organizations.js';
import { PersonsOfSampleOrganizations } from './sign-in/persons-of-sample-organizations.js';
import { tenancy } from './tenancy.context.js';

const TODAY = '2026-03-01';
const pages = new Pages('0123456789abcdef0123456789abcdef');

let ledger: Ledger;
let front: DatabaseFrontKeys;
let runner: ProjectionRunner;
let drop: () => Promise<void>;
let [ACME, GLOBEX, GROUP] = [] as unknown as [TenantId, TenantId, TenantId];
let keys = 0;

const key = () => `k${(keys += 1)}`;
const index = async (email: string) => blindIndex(await ledger.database.installationSecret(), email);
const setUp = async (name: string, handle: string, some = {}) => {
  const outcome = await setUpOrganization({ log: ledger.store, front }, { name, handle, group: 'northwind', actor: 'system:spec', today: TODAY, ...some });
  if (!outcome.accepted) throw new Error(outcome.rejection.reason);
  return outcome.organizationId;
};
const granted = async (tenant: TenantId, personId: string, role: 'OPERATOR' | 'EXECUTIVE' | 'PROGRAM_LEAD', programId: string | null = null): Promise<Position> => {
  const outcome = await grantRole(ledger.store, tenant, { personId, role, programId }, about('system:spec', { requestKey: key() }, TODAY));
  return outcome.accepted ? outcome.position : -1;
};
/** Until the read models stand at this tenant's head. */
const folded = async (tenant: TenantId): Promise<Position> => {
  const { position } = await ledger.store.head(tenant);
  await ledger.readModels.within(tenant, tenancy.projections, position, async () => {});
  return position;
};

beforeAll(async () => {
  const fresh = await freshDatabase({ empty: true });
  ({ drop } = fresh);
  await migrateLedger(fresh.url, [tenancy]);
  ledger = await openLedger(fresh.url);
  front = new DatabaseFrontKeys(ledger.database);
  runner = new ProjectionRunner(ledger.database, ledger.store, ledger.wakeups, { projections: tenancy.projections, known: knownEvents([tenancy, { ...tenancy, events: [directoryEvents] }]) });
  await runner.start();
  ACME = await setUp('Acme Instruments', 'acme', { operator: await index('olu@acme.example') });
  GLOBEX = await setUp('Globex', 'globex', { sample: true });
  GROUP = (await front.tenantOf('northwind'))!;
  for (const tenant of [ACME, GLOBEX, GROUP]) await folded(tenant);
});
afterAll(async () => {
  await runner.stop();
  await ledger.close();
  await drop();
});

it('lists every organization of the installation for whoever runs the machine', async () => {
  expect((await listOrganizations(ledger.database, ledger.store)).map(({ handle, name, kind, sample }) => [handle, name, kind, sample]).sort()).toEqual([
    ['acme', 'Acme Instruments', 'ORGANIZATION', false], ['globex', 'Globex', 'ORGANIZATION', true], ['northwind', 'northwind', 'GROUP', false],
  ]);
});

describe('networks', () => {
  it('are seen by a member, by name and without the other members', async () => {
    const cards = new OrganizationCards(ledger.readModels);
    const handler = new MyNetworksHandler(ledger.readModels, cards);
    expect(await handler.execute(new MyNetworksQuery(ACME, null))).toMatchObject([{ organizationId: GROUP, handle: 'northwind', kind: 'GROUP' }]);
    expect(await handler.execute(new MyNetworksQuery(GROUP, null))).toMatchObject([{ organizationId: GROUP }]);
  });

  it('name their members to themselves, page by page; to a member, nobody', async () => {
    const members = new NetworkMembersHandler(ledger.readModels, new OrganizationCards(ledger.readModels));
    const first = pages.connection(pages.page(GROUP, 'm', { first: 1 }), await members.execute(new NetworkMembersQuery(GROUP, pages.page(GROUP, 'm', { first: 1 }), null)), ({ organizationId }) => [organizationId]);
    const next = pages.page(GROUP, 'm', { first: 1, after: first.pageInfo.endCursor });
    const second = pages.connection(next, await members.execute(new NetworkMembersQuery(GROUP, next, null)), ({ organizationId }) => [organizationId]);
    expect([...first.edges, ...second.edges].map(({ node }) => [node.organizationId, node.status])).toEqual([ACME, GLOBEX].sort().map((id) => [id, 'MEMBER']));
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
    expect(await members.execute(new NetworkMembersQuery(ACME, pages.page(ACME, 'm', {}), null))).toEqual([]);
  });
});

describe('roles', () => {
  it('are seen by operators, by everybody their own, and across organizations by nobody', async () => {
    await granted(ACME, 'p-amara', 'EXECUTIVE');
    const after = await granted(ACME, 'p-amara', 'PROGRAM_LEAD', 'emerging-leaders');
    const ask = async (tenant: TenantId, ...[personId, ...roles]: Parameters<typeof anActor> extends [unknown, ...infer Rest] ? Rest : never) =>
      new RoleHoldersHandler(ledger.readModels).execute(new RoleHoldersQuery(tenant, anActor(tenant, personId, ...roles), pages.page(tenant, 'r', {}), null, tenant === ACME ? after : null));
    const amara = { personId: 'p-amara', roles: [{ role: 'EXECUTIVE', programId: null }, { role: 'PROGRAM_LEAD', programId: 'emerging-leaders' }] };
    expect(await ask(ACME, 'p-olu', 'OPERATOR')).toContainEqual(amara);
    expect(await ask(ACME, 'p-amara')).toEqual([amara]);
    expect(await ask(ACME, 'p-else')).toEqual([]);
    expect(await ask(GLOBEX, 'p-olu', 'OPERATOR')).toEqual([]);
  });
});

describe('signing in', () => {
  const memberships = () => new MembershipsOfOrganizations(ledger.database, front, ledger.readModels);
  const signIn = (email?: string) => memberships().find({ issuer: 'i', subject: 's', ...(email === undefined ? {} : { email }) });

  it('finds the organizations of an address, however it is written, with the roles granted there', async () => {
    await folded(ACME);
    const [mine, ...others] = await signIn('olu@acme.example');
    expect(others).toEqual([]);
    expect(mine).toMatchObject({ tenant: ACME, handle: 'acme', roles: new Set(['SPONSOR', 'PROTEGE', 'OPERATOR']), leads: new Set() });
    expect((await signIn(' Olu@ACME.example ')).map(({ personId }) => personId)).toEqual([mine!.personId]);
  });

  it('finds somebody in each of their organizations, as another person in each', async () => {
    for (const [tenant, personId] of [[ACME, 'p-amara'], [GLOBEX, 'g-amara']] as const) await front.addSignIn(tenant, await index('amara@acme.example'), personId);
    await granted(ACME, 'p-amara', 'PROGRAM_LEAD', 'returners');
    await folded(ACME);
    const found = new Map((await signIn('amara@acme.example')).map((membership) => [membership.tenant, membership]));
    expect(found.get(GLOBEX)).toMatchObject({ personId: 'g-amara', handle: 'globex', roles: new Set(['SPONSOR', 'PROTEGE']) });
    expect(found.get(ACME)).toMatchObject({ personId: 'p-amara', leads: new Set(['emerging-leaders', 'returners']) });
  });

  it('knows nobody without an address that the provider vouches for, and nobody whose key is gone', async () => {
    expect(await signIn()).toEqual([]);
    expect(await signIn('stranger@acme.example')).toEqual([]);
    await front.addSignIn(ACME, await index('gone@acme.example'), 'p-gone');
    expect(await signIn('gone@acme.example')).toHaveLength(1);
    await ledger.database.withTenant(ACME, async (tx) => tx.query(`DELETE FROM front.key WHERE tenant_id = $1 AND key = $2`, [ACME, await index('gone@acme.example')]));
    expect(await signIn('gone@acme.example')).toEqual([]);
  });

  it('says from when on tokens count, and lets nobody in whose access ended though their key is still there', async () => {
    for (const person of ['p-out', 'p-left', 'p-stays']) await front.addSignIn(ACME, await index(`${person}@acme.example`), person);
    const happened = async (type: string, data: object) => {
      const result = await ledger.store.append(ACME, {
        requestKey: key(), actor: 'system:spec', correlation: 'spec', writes: [{ stream: `spec-${key()}`, expected: 'any', events: [{ type, schemaVersion: 1, occurredOn: TODAY, data }] }],
      });
      await folded(ACME);
      return Date.parse((result as { recordedAt: string }).recordedAt);
    };
    const notBefore = async (person: string) => (await signIn(`${person}@acme.example`)).map((membership) => membership.notBefore);
    expect(await notBefore('p-out')).toEqual([0]);
    const out = await happened('PersonSignedOut', { personId: 'p-out' });
    expect([await notBefore('p-out'), await notBefore('p-stays')]).toEqual([[out], [0]]);
    const left = await happened('PersonLeft', { personId: 'p-left' });
    expect(await notBefore('p-left')).toEqual([]);
    await happened('PersonReturned', { personId: 'p-left' });
    expect(await notBefore('p-left')).toEqual([left]);
    await happened('PersonDeactivated', { personId: 'p-left' });
    expect(await notBefore('p-left')).toEqual([]);
    const everybody = await happened('EverybodySignedOut', {});
    expect([await notBefore('p-out'), await notBefore('p-stays')]).toEqual([[everybody], [everybody]]);
  });

  it('offers a developer persons of sample organizations, and recognises whoever else is known', async () => {
    class Cards extends PersonCards {
      async cards(_: TenantId, personIds: readonly string[]) {
        return new Map(personIds.map((id): [string, PersonCard] => [id, { name: id.toUpperCase(), workEmail: id === 'g-none' ? null : `${id}@globex.example` }]));
      }
    }
    for (const person of ['g-a', 'g-b', 'g-c']) await granted(GLOBEX, person, 'EXECUTIVE');
    await granted(GLOBEX, 'g-none', 'OPERATOR');
    await granted(GLOBEX, 'g-b', 'OPERATOR');
    await folded(GLOBEX);
    const persons = new PersonsOfSampleOrganizations(ledger.database, ledger.store, ledger.readModels, new Cards(), front);
    expect((await persons.list()).map(({ email, organization, roles }) => [email, organization.handle, roles])).toEqual([
      ['g-a@globex.example', 'globex', ['EXECUTIVE']], ['g-b@globex.example', 'globex', ['EXECUTIVE', 'OPERATOR']],
    ]);
    expect([await persons.find('olu@acme.example'), await persons.find('nobody@acme.example')]).toEqual([{ email: 'olu@acme.example' }, undefined]);
  });
});

describe('sharing', () => {
  const shared = async () => new FiguresSharedByMembers(ledger.store, ledger.readModels).sharedWith(GROUP, 'PROGRAM_REPORT', TODAY);
  const terms = (sharingId: string) => ({
    sharingId, grantor: ACME, grantee: GROUP, scope: { figures: ['PROGRAM_REPORT' as const], programIds: ['emerging-leaders'] }, purpose: 'GROUP_REPORTING' as const, expires: '2026-12-31',
  });
  const grant = (sharingId: string) => decideAndAppend(ledger.store, ACME, sharings, sharingId, about('system:spec', { requestKey: key() }, TODAY), (state) => grantSharing({ ...terms(sharingId), today: TODAY }, state));
  const append = (tenant: TenantId, sharingId: string, type: 'SharingAccepted' | 'SharingRevoked', more = {}) => ledger.store.append(tenant, {
    requestKey: key(), actor: 'system:spec', correlation: 'spec',
    writes: [{ stream: `sharing-${sharingId}`, expected: 'any', events: [{ type, schemaVersion: 1, occurredOn: TODAY, data: { sharingId, grantor: ACME, grantee: GROUP, ...more } }] }],
  });

  it('is finished by the sweep of either side', async () => {
    await grant('s1');
    await folded(ACME);
    await finishOutstandingCopies(ledger.store, ledger.readModels, ACME);
    await folded(GROUP);
    const ask = () => new SharingGrantsHandler(ledger.readModels).execute(new SharingGrantsQuery(GROUP, anActor(GROUP, 'p-gita', 'GROUP_EXECUTIVE'), pages.page(GROUP, 's', {}), null, null));
    expect(await ask()).toEqual([{ ...terms('s1'), status: 'OFFERED' }]);
    await append(GROUP, 's1', 'SharingAccepted');
    await folded(GROUP);
    expect(await shared()).toEqual([]); // the yes has not reached the log that lets figures pass
    await finishOutstandingCopies(ledger.store, ledger.readModels, GROUP);
    expect(await ask()).toMatchObject([{ status: 'ACCEPTED' }]);
    expect(await shared()).toEqual([{ organization: ACME, handle: 'acme', name: 'Acme Instruments', programIds: ['emerging-leaders'] }]);
  });

  it('ends the moment that the grantor’s log says so, whatever the network has heard', async () => {
    await append(ACME, 's1', 'SharingRevoked', { by: 'GRANTOR' });
    expect(await shared()).toEqual([]);
    await finishSharing(ledger.store, { sharingId: 's1', grantor: ACME, grantee: GROUP });
  });

  it('shows a third party and a role without business there nothing', async () => {
    const ask = (tenant: TenantId, ...roles: ('EXECUTIVE' | 'PROGRAM_LEAD')[]) =>
      new SharingGrantsHandler(ledger.readModels).execute(new SharingGrantsQuery(tenant, anActor(tenant, 'p', ...roles), pages.page(tenant, 's', {}), null, null));
    expect(await ask(ACME, 'EXECUTIVE')).toHaveLength(1);
    expect([await ask(ACME, 'PROGRAM_LEAD'), await ask(GLOBEX, 'EXECUTIVE')]).toEqual([[], []]);
  });
});
