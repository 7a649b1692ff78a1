import { aTenant } from '@vouchsafe/event-store/testing';
import { Lanes } from './lanes.js';

const [ACME, GLOBEX, INITECH] = [aTenant(1), aTenant(2), aTenant(3)];
let log: string[];
let gates: Map<string, () => void>;

beforeEach(() => {
  log = [];
  gates = new Map();
});

const settled = () => new Promise((resolve) => setImmediate(resolve));
/** Work that begins and ends when the spec says so. */
const work = (name: string) => () => {
  log.push(`${name} begins`);
  return new Promise<string>((resolve) => gates.set(name, () => { log.push(`${name} ends`); resolve(name); }));
};
const end = async (name: string) => {
  gates.get(name)!();
  await settled();
};

it('works at some tenants side by side, and lets the others wait', async () => {
  const lanes = new Lanes(2);
  for (const [tenant, name] of [[ACME, 'acme'], [GLOBEX, 'globex'], [INITECH, 'initech']] as const) void lanes.turn(tenant, work(name));
  expect([log, lanes.isAwaited]).toEqual([['acme begins', 'globex begins'], true]);
  await end('globex');
  expect([log.at(-1), lanes.isAwaited]).toEqual(['initech begins', false]);
});

it('works at one tenant once at a time, in the order of asking, and lets others pass it', async () => {
  const lanes = new Lanes(2);
  const ended = ['first', 'second'].map((name) => lanes.turn(ACME, work(name)));
  void lanes.turn(GLOBEX, work('other'));
  expect(log).toEqual(['first begins', 'other begins']);
  await end('first');
  expect(log.slice(2)).toEqual(['first ends', 'second begins']);
  await end('second');
  expect(await Promise.all(ended)).toEqual(['first', 'second']);
});

it('puts who asks again behind those who wait', async () => {
  const lanes = new Lanes(1);
  void lanes.turn(ACME, work('large 1')).then(() => lanes.turn(ACME, work('large 2')));
  void lanes.turn(GLOBEX, work('small'));
  await end('large 1');
  expect(log).toEqual(['large 1 begins', 'large 1 ends', 'small begins']);
  await end('small');
  expect(log.at(-1)).toBe('large 2 begins');
});

it('goes on after work that failed, and tells its owner', async () => {
  const lanes = new Lanes(1);
  const failed = lanes.turn(ACME, async () => { throw new Error('no'); });
  await expect(failed).rejects.toThrow('no');
  expect(await lanes.turn(ACME, async () => 'yes')).toBe('yes');
  await lanes.idle();
});

it('is idle when nobody works and nobody waits', async () => {
  const lanes = new Lanes(1);
  void lanes.turn(ACME, work('first'));
  void lanes.turn(GLOBEX, work('second'));
  const idle = lanes.idle().then(() => log.push('idle'));
  await end('first');
  await end('second');
  await idle;
  expect(log.at(-2)).toBe('second ends');
});
