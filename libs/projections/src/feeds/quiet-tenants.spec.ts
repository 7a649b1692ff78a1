import { aTenant } from '@vouchsafe/event-store/testing';
import { partitionOf } from '@vouchsafe/messaging';
import type { TenantId } from '@vouchsafe/event-schema';
import type { Behind } from './feed.js';
import { QuietTenants } from './quiet-tenants.js';

const [ACME, GLOBEX] = [aTenant(1), aTenant(2)];
const PARTITIONS = 48;
const SWEEP = 5_000;
let now: number;
let quiet: QuietTenants;

beforeEach(() => {
  now = 1_000_000;
  quiet = new QuietTenants(PARTITIONS, SWEEP, () => now);
});

const partition = (tenant: TenantId) => ({ topic: 't', partition: partitionOf(tenant, PARTITIONS) });
const behind = (tenant: TenantId): Behind => ({ tenant, head: 10, position: 5, isBuilding: false });
const among = (tenants: TenantId[], { isAlone = false, isUrgent = (): boolean => false } = {}) => quiet.among(tenants.map(behind), { isAlone, isUrgent });
const later = (milliseconds: number) => { now += milliseconds; };
const assign = (tenant: TenantId) => {
  quiet.assign([partition(tenant)]);
  among([]); // the first look after it
};

it('has the specs’ tenants in two partitions', () => expect(partition(ACME)).not.toEqual(partition(GLOBEX)));

it('reads at once who is behind in a partition that was just assigned', () => {
  quiet.assign([partition(ACME)]);
  expect([among([ACME]).due, among([ACME]).due]).toEqual([[ACME], []]);
});

it('reads one of ours who is behind without news for the time of a sweep', () => {
  assign(ACME);
  expect(among([ACME]).due).toEqual([]);
  later(SWEEP - 1);
  expect(among([ACME]).due).toEqual([]);
  later(1);
  expect(among([ACME]).due).toEqual([ACME]);
});

it('leaves to the topic of whom it brings news, until it brings none', () => {
  assign(ACME);
  among([ACME]);
  for (let second = 0; second < 20; second += 1) {
    later(1_000);
    quiet.heard(ACME);
    expect(among([ACME]).due).toEqual([]);
  }
  later(SWEEP);
  expect(among([ACME]).due).toEqual([ACME]);
});

it('begins anew for one who had caught up', () => {
  assign(ACME);
  among([ACME]);
  later(SWEEP - 1);
  among([]);
  later(2);
  expect(among([ACME]).due).toEqual([]);
});

it('reads at once what is urgent, if it is ours', () => {
  assign(ACME);
  expect(among([ACME, GLOBEX], { isUrgent: () => true }).due).toEqual([ACME]);
});

it('doubts the reader of a tenant of others only after a time, and takes over only if that tenant stands still', () => {
  assign(ACME);
  expect(among([GLOBEX])).toEqual({ due: [], doubtful: [] });
  later(2 * SWEEP);
  expect(among([GLOBEX]).doubtful).toEqual([GLOBEX]);
  expect(quiet.stands(GLOBEX, 5)).toBe(false); // asked for the first time
  expect(among([GLOBEX]).doubtful).toEqual([]);
  later(2 * SWEEP);
  expect(among([GLOBEX]).doubtful).toEqual([GLOBEX]);
  expect(quiet.stands(GLOBEX, 6)).toBe(false); // somebody reads it
  later(2 * SWEEP);
  expect([among([GLOBEX]).doubtful, quiet.stands(GLOBEX, 6)]).toEqual([[GLOBEX], true]);
});

it('forgets where a tenant of others stood once it has caught up', () => {
  among([GLOBEX]);
  quiet.stands(GLOBEX, 5);
  among([]);
  expect(quiet.stands(GLOBEX, 5)).toBe(false);
});

it('looks after a few tenants of others at a time, the one longest without an answer first', () => {
  const many = Array.from({ length: 10 }, (_, n) => aTenant(100 + n));
  among(many);
  later(2 * SWEEP);
  const asked: TenantId[] = [];
  for (let look = 0; look < 5; look += 1) {
    const { doubtful } = among(many);
    expect(doubtful.length).toBeLessThan(many.length);
    for (const tenant of doubtful) quiet.stands(tenant, 0);
    asked.push(...doubtful);
    later(500);
  }
  expect([...asked].sort()).toEqual([...many].sort());
});

it('takes every tenant for its own where nobody says whose they are', () => {
  among([ACME, GLOBEX], { isAlone: true });
  later(SWEEP);
  expect(among([ACME, GLOBEX], { isAlone: true }).due).toEqual([ACME, GLOBEX]);
});

it('no longer reads whom it was relieved of', () => {
  assign(ACME);
  among([ACME]);
  quiet.revoke([partition(ACME)]);
  later(SWEEP);
  expect(among([ACME]).due).toEqual([]);
});
