import { Database } from '@vouchsafe/access';
import { tenantId, type TenantId } from '@vouchsafe/event-schema';
import { LocalWakeups, PostgresEventStore, type Append } from '@vouchsafe/event-store';
import { ReadModels } from '@vouchsafe/projections';
import { contexts } from '@vouchsafe/projector';

const ACME = '00000000-0000-4000-8000-00000000000a';
const hostile: readonly [string, unknown][] = [
  ['the end of a statement', `a'; DROP SCHEMA log CASCADE; --`], ['a second setting', `${ACME}'; SET LOCAL app.tenant_id = '00000000-0000-4000-8000-00000000000b`],
  ['a quote', `'`], ['a double quote', `"`], ['nothing', ''], ['blanks around', ` ${ACME} `], ['a line break behind', `${ACME}\n`], ['a zero byte', `${ACME}\u0000`],
  ['300 characters', 'a'.repeat(300)], ['upper case', ACME.toUpperCase()], ['no hyphens', ACME.replaceAll('-', '')], ['braces', `{${ACME}}`], ['letters that look alike', ACME.replace('a', 'а')],
  ['a list', [ACME]], ['a list of two', [ACME, ACME]], ['an object that speaks', { toString: () => ACME }], ['null', null], ['undefined', undefined], ['a number', 10],
];

/** Nobody listens there: what is sent fails otherwise than by RangeError. */
const nowhere = 'postgres://nobody:secret@127.0.0.1:1/nothing';
const append: Append = { requestKey: 'k', actor: 'system:spec', correlation: 'k', writes: [{ stream: 's-1', expected: 'any', events: [] }] };

let database: Database;
beforeAll(() => { database = Database.open(nowhere); });
afterAll(() => database.close());

const doors = (): Record<string, (tenant: TenantId) => Promise<unknown>> => {
  const store = new PostgresEventStore(database, new LocalWakeups());
  const [projection] = contexts.flatMap(({ projections }) => projections);
  return {
    withTenant: (tenant) => database.withTenant(tenant, async () => 1),
    openLog: (tenant) => store.openLog(tenant),
    append: (tenant) => store.append(tenant, append),
    read: (tenant) => store.read(tenant, { after: 0, max: 1 }),
    readBackwards: (tenant) => store.readBackwards(tenant, { max: 1 }),
    readProven: (tenant) => store.readProven(tenant, { after: 0, max: 1 }),
    readStream: (tenant) => store.readStream(tenant, 's-1'),
    recorded: (tenant) => store.recorded(tenant, 'k', {}),
    head: (tenant) => store.head(tenant),
    positionAt: (tenant) => store.positionAt(tenant, '2026-01-01T00:00:00Z'),
    'a read model': (tenant) => new ReadModels(database, store).many(tenant, projection!, null, 'SELECT 1', []),
    'a read model that waits': (tenant) => new ReadModels(database, store).many(tenant, projection!, 1, 'SELECT 1', []),
  };
};

describe.each(hostile)('a tenant that is %s', (_, value) => {
  it('is no tenant', () => expect(() => tenantId(value as string)).toThrow(RangeError));

  it('passes no door, and nothing of it is sent', async () => {
    const through: string[] = [];
    for (const [name, door] of Object.entries(doors())) {
      await door(value as TenantId).then(() => through.push(name), (error: unknown) => { if (!(error instanceof RangeError)) through.push(`${name}: ${String(error)}`); });
    }
    expect(through).toEqual([]);
  });
});

it('a proper tenant passes every door, as far as there is somebody behind it', async () => {
  for (const door of Object.values(doors())) await expect(door(tenantId(ACME))).rejects.not.toBeInstanceOf(RangeError);
});
