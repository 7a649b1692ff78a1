import { LocalWakeups, MemoryEventStore } from '@vouchsafe/event-store';
import { networkOf, organizationOf } from '../copies/finish-membership.js';
import { MemoryFrontKeys } from '../front/memory-front-keys.js';
import { setUpOrganization, type SetUpOrganization } from './set-up-organization.js';

const parts = () => ({ log: new MemoryEventStore(new LocalWakeups()), front: new MemoryFrontKeys() });
const initech = (some: Partial<SetUpOrganization> = {}): SetUpOrganization =>
  ({ name: 'Initech', handle: 'initech', actor: 'system:command-line', today: '2026-03-01', ...some });

it('makes the group on its first mention, and lets every further organization in', async () => {
  const at = parts();
  const first = await setUpOrganization(at, initech({ group: 'northwind', operator: 'blind' }));
  const second = await setUpOrganization(at, initech({ name: 'Hooli', handle: 'hooli', group: 'northwind' }));
  const groupId = (await at.front.tenantOf('northwind'))!;
  const members = [first, second].map((outcome) => (outcome.accepted ? outcome.organizationId : undefined));
  expect(await networkOf(at.log, groupId)).toMatchObject({ status: 'formed', kind: 'GROUP', members });
  expect(await organizationOf(at.log, members[0]!)).toMatchObject({ networks: [groupId] });
  expect(await at.front.placesOf('blind')).toMatchObject([{ tenant: members[0] }]);
});

it('registers the same words once, also when they come back on another day', async () => {
  const at = parts();
  const first = await setUpOrganization(at, initech({ group: 'northwind', operator: 'blind' }));
  const heads = await at.log.heads();
  expect(await setUpOrganization(at, initech({ group: 'northwind', operator: 'blind', today: '2026-03-09' }))).toEqual(first);
  expect(await at.log.heads()).toEqual(heads);
});

it('refuses another name under the same handle, and an organization in place of a group', async () => {
  const at = parts();
  await setUpOrganization(at, initech());
  expect(await setUpOrganization(at, initech({ name: 'Initrode' }))).toMatchObject({ accepted: false, rejection: { reason: 'HandleIsTaken' } });
  expect(await setUpOrganization(at, initech({ name: 'Hooli', handle: 'hooli', group: 'initech' }))).toEqual({ accepted: false, rejection: { reason: 'GroupIsNotAGroup', handle: 'initech' } });
  expect(await at.front.tenantOf('hooli')).toBeUndefined();
});
