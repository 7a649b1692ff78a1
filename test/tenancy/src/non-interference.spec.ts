import fc from 'fast-check';
import { tenantId, type TenantId } from '@vouchsafe/event-schema';
import type { NewEvent } from '@vouchsafe/event-store';
import { everyEvent, foldingOn } from './history.js';
import { productTemplate } from './product-database.js';

// The strongest single statement of isolation: three organizations at work in one installation each end with the log, the answers and
// the read models that they would have if the other two did not exist. To the byte: the hash chains agree.

const TENANTS = ['a', 'b', 'c'].map((letter) => tenantId(`00000000-0000-4000-8000-00000000000${letter}`));
const EVENTS = everyEvent();

/** One command, before it is known whose: names come from so few that the tenants meet in every one. */
const command = fc.record({
  requestKey: fc.integer({ min: 1, max: 12 }).map((key) => `key-${key}`),
  stream: fc.integer({ min: 1, max: 3 }).map((id) => `commitment-c${id}`),
  expected: fc.oneof(fc.constantFrom('any' as const, 'none' as const, 'some' as const), fc.integer({ min: 0, max: 4 })),
  events: fc.array(fc.record({ type: fc.nat({ max: EVENTS.length - 1 }), id: fc.integer({ min: 1, max: 3 }) }), { maxLength: 4 }),
  closes: fc.integer({ min: 1, max: 20 }).map((number) => number === 1),
  final: fc.boolean(),
});
type Command = typeof command extends fc.Arbitrary<infer Value> ? Value : never;

/** The golden event, about one of three things. Births come first in each history, so that what follows is folded and not passed over. */
const about = (type: number, id: number): NewEvent => {
  const event = EVENTS[type]!;
  return { ...event, data: JSON.parse(JSON.stringify(event.data).replace(/"([a-z]+)1"/g, `"$1${id}"`)) as unknown };
};
const birth = (id: number): Command =>
  ({ requestKey: `birth-${id}`, stream: `birth-${id}`, expected: 'none', closes: false, final: true, events: EVENTS.map((_, type) => ({ type, id })).slice(0, 12 * id) });
/** How every history begins: births, one of them asked for twice, its key used for something else, and a stream written too late. */
const beginning = (births: number): Command[] => [
  ...[1, 2, 3].slice(0, births).map(birth), birth(1), { ...birth(1), stream: 'birth-again' }, { ...birth(1), requestKey: 'late' },
];

interface History { readonly answers: unknown[]; readonly log: unknown[]; readonly head: unknown; readonly rows: Record<string, unknown[]> }

let template: Awaited<ReturnType<typeof productTemplate>>;
beforeAll(async () => { template = await productTemplate(); }, 120_000);
afterAll(() => template?.drop());

/** Runs these tenants' commands in one installation: those of one in order, those of different ones at once.
 * @returns what each of them can ever learn */
const installation = async (work: ReadonlyMap<TenantId, readonly Command[]>): Promise<Map<TenantId, History>> => {
  const product = await foldingOn(await template.copy());
  try {
    const { store } = product;
    const answers = new Map<TenantId, unknown[]>();
    await Promise.all([...work].map(async ([tenant, commands]) => {
      await store.openLog(tenant, { sample: true }); // so that the time of recording is given, and the chain with it
      const mine: unknown[] = [];
      answers.set(tenant, mine);
      for (const [at, { requestKey, stream, expected, events, closes, final }] of commands.entries()) {
        mine.push(await store.append(tenant, {
          requestKey, actor: 'person:p1', correlation: requestKey, conflictIsFinal: final, recordedAt: new Date(Date.UTC(2026, 0, 1, 0, at)).toISOString(),
          writes: [{ stream, expected, closes, events: events.map(({ type, id }) => about(type, id)) }],
        }));
      }
    }));
    await product.fold();
    const histories = new Map<TenantId, History>();
    for (const tenant of work.keys()) {
      histories.set(tenant, {
        answers: answers.get(tenant)!, log: await store.readProven(tenant, { after: 0, max: 10_000 }), head: await store.head(tenant), rows: await product.rowsOf(tenant),
      });
    }
    return histories;
  } finally {
    await product.close();
  }
};

it('each of three tenants ends as if it were alone', async () => {
  const seen = new Set<string>();
  await fc.assert(fc.asyncProperty(fc.array(fc.record({ tenant: fc.nat({ max: 2 }), command }), { minLength: 6, maxLength: 40 }), async (drawn) => {
    const work = new Map(TENANTS.map((tenant, index) => [tenant, [...beginning(index + 1), ...drawn.filter((each) => each.tenant === index).map((each) => each.command)]] as const));
    const together = await installation(work);
    for (const [tenant, commands] of work) {
      const alone = await installation(new Map([[tenant, commands]]));
      expect(together.get(tenant)).toEqual(alone.get(tenant));
      for (const answer of together.get(tenant)!.answers as { outcome: string; replayed?: boolean }[]) seen.add(answer.replayed ? 'replayed' : answer.outcome);
      for (const [name, rows] of Object.entries(together.get(tenant)!.rows)) if (rows.length > 0) seen.add(name);
    }
  }), { numRuns: 3 });
  // Else it would have compared nothing with nothing.
  expect([...seen]).toEqual(expect.arrayContaining(['appended', 'conflict', 'replayed', 'key-reused', 'read.position']));
  expect([...seen].filter((name) => name.startsWith('read.')).length).toBeGreaterThan(3);
}, 300_000);
