import { Database, frontMigration, migrate } from '@vouchsafe/access';
import { freshDatabase } from '@vouchsafe/embedded-postgres/testing';
import { aTenant } from '@vouchsafe/event-store/testing';
import { DatabaseFrontKeys } from './database-front-keys.js';
import type { FrontKeys } from './front-keys.js';
import { MemoryFrontKeys } from './memory-front-keys.js';

const ACME = aTenant(1);
const GLOBEX = aTenant(2);

const inDatabase = async () => {
  const fresh = await freshDatabase({ empty: true });
  await migrate(fresh.url, [frontMigration]);
  const database = Database.open(fresh.url);
  return { keys: new DatabaseFrontKeys(database), close: async () => { await database.close(); await fresh.drop(); } };
};
const inMemory = async () => ({ keys: new MemoryFrontKeys(), close: async () => {} });

describe.each<[string, () => Promise<{ keys: FrontKeys; close: () => Promise<void> }>]>([['in the database', inDatabase], ['in memory', inMemory]])('front keys %s', (_, open) => {
  let keys: FrontKeys;
  let close: () => Promise<void>;
  beforeEach(async () => ({ keys, close } = await open()));
  afterEach(() => close());

  it('gives a handle to the first who asks, also when they ask again', async () => {
    expect(await keys.claimHandle(GLOBEX, 'acme')).toBe(true);
    expect(await keys.claimHandle(ACME, 'acme')).toBe(false);
    expect(await keys.claimHandle(GLOBEX, 'acme')).toBe(true);
    expect(await keys.tenantOf('acme')).toBe(GLOBEX);
    expect(await keys.tenantOf('nobody')).toBeUndefined();
  });

  it('never gives a handle to two who ask at the same moment', async () => {
    for (let round = 0; round < 20; round += 1) {
      const won = await Promise.all([1, 2, 3, 4].map((number) => keys.claimHandle(aTenant(number), `handle-${round}`)));
      expect(won.filter(Boolean).length).toBeLessThanOrEqual(1);
      const holder = await keys.tenantOf(`handle-${round}`);
      expect(holder).toBe(won.includes(true) ? aTenant(won.indexOf(true) + 1) : undefined);
    }
  });

  it('knows one sign-in in several organizations, and whose it is in each', async () => {
    expect(await keys.addSignIn(ACME, 'k1', 'p1')).toBe('p1');
    expect(await keys.addSignIn(ACME, 'k1', 'p2')).toBe('p1');
    await keys.addSignIn(GLOBEX, 'k1', 'g1');
    expect(await keys.placesOf('k1')).toEqual([{ tenant: ACME, personId: 'p1' }, { tenant: GLOBEX, personId: 'g1' }]);
    expect(await keys.placesOf('k2')).toEqual([]);
    expect([await keys.signInsOf(ACME, 'p1'), await keys.signInsOf(GLOBEX, 'p1')]).toEqual([['k1'], []]);
  });
});
