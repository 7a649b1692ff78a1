import { violationsOf } from './checks.js';
import type { Entry, History, Seen } from './history.js';

// Every check is proved by a violation that is planted: a check that finds nothing has to be able to find something.

const sent = (op: number, t: number, type: Entry['type'], more: Partial<Entry> = {}): Entry => ({ t, client: 1, op, type, tenant: 'acme', key: `k${op}`, stream: 's', value: `v${op}`, ...more });
const seen = (position: number, more: Partial<Seen> = {}): Seen => ({ tenant: 'acme', position, stream: 's', version: position, key: `k${position}`, digest: `d${position}`, ...more });

const sound: History = {
  entries: [sent(1, 0, 'invoke'), sent(1, 5, 'ok', { position: 1 }), sent(2, 6, 'invoke'), sent(2, 9, 'unknown'), sent(2, 20, 'invoke'), sent(2, 25, 'ok', { position: 2 }), sent(3, 30, 'invoke'), sent(3, 31, 'fail'), sent(4, 32, 'invoke'), sent(4, 40, 'ok', { position: 3 })],
  log: [seen(1), seen(2), seen(3, { key: 'k4' })],
  readers: { topic: [seen(1), seen(1), seen(3, { key: 'k4' })] },
  effects: [{ consumer: 'set', tenant: 'acme', position: 3, values: ['v1', 'v2', 'v4'] }],
  samples: [{ t: 1, consumer: 'set', tenant: 'acme', position: 0 }, { t: 30, consumer: 'set', tenant: 'acme', position: 2 }, { t: 50, consumer: 'set', tenant: 'acme', position: 3 }],
};
const checksOf = (history: Partial<History>): string[] => [...new Set(violationsOf({ ...sound, ...history }).map(({ check }) => check))];

it('finds nothing where nothing is wrong', () => expect(violationsOf(sound)).toEqual([]));

it.each<[string, string, Partial<History>]>([
  ['refused, and there', 'H1', { log: [...sound.log, seen(4, { key: 'k3' })] }],
  ['foreign: a reader with another event at a position', 'H2', { readers: { topic: [seen(2, { digest: 'other' })] } }],
  ['a reader ahead of the log', 'H2', { readers: { topic: [seen(9)] } }],
  ['lost: acknowledged, and not in the log', 'H3', { log: [seen(1), seen(2)] }],
  ['skipped: a read model that came further without it', 'H3', { effects: [{ consumer: 'set', tenant: 'acme', position: 3, values: ['v1', 'v4'] }] }],
  ['a hole in the positions', 'H4', { log: [seen(1), seen(2), seen(4, { key: 'k4', version: 3 })] }],
  ['swapped: versions against positions', 'H4', { log: [seen(1, { version: 2 }), seen(2, { version: 1 }), seen(3, { key: 'k4' })] }],
  ['a consumer that goes back', 'H5', { samples: [...sound.samples, { t: 60, consumer: 'set', tenant: 'acme', position: 1 }] }],
  ['doubled: one key at two positions', 'H6', { entries: [...sound.entries, sent(1, 60, 'ok', { position: 3 })] }],
  ['doubled: an unknown outcome written twice', 'H6', { log: [...sound.log, seen(4, { key: 'k2' })] }],
  ['doubled in a read model', 'H6', { effects: [{ consumer: 'set', tenant: 'acme', position: 3, values: ['v1', 'v2', 'v2', 'v4'] }] }],
  ['early: behind whom it was answered before', 'H7', { entries: [sent(1, 50, 'invoke'), sent(1, 60, 'ok', { position: 1 }), sent(2, 0, 'invoke'), sent(2, 9, 'ok', { position: 2 }), sent(4, 70, 'invoke'), sent(4, 80, 'ok', { position: 3 })] }],
  ['a read model ahead of its position', 'H9', { effects: [{ consumer: 'set', tenant: 'acme', position: 2, values: ['v1', 'v2', 'v4'] }] }],
  ['another tenant\'s value in a read model', 'H9', { effects: [...sound.effects, { consumer: 'set', tenant: 'globex', position: 0, values: ['v1'] }] }],
])('reports %s', (_, check, history) => expect(checksOf(history)).toContain(check));
