import { interleave, type Bench, type BenchRow, type Figures, type Lap } from '../bench-row.js';
import { openOurLog, ourLog } from '../our-log.js';
import { emmett, openEmmettLog } from '../peers/emmett.js';
import { castore, openCastoreLog } from '../peers/castore.js';
import { messageDb, openMessageDbLog } from '../peers/message-db.js';
import type { Template } from '../server/server.js';
import { compare, type EventLog } from './event-log.js';

interface Side {
  readonly name: string;
  readonly template: Template;
  open(url: string, tenants: number): Promise<EventLog>;
}

const OURS: Side = { name: 'ours', template: ourLog, open: openOurLog };
const EMMETT: Side = { name: emmett.name, template: emmett, open: openEmmettLog };
const PEERS: readonly Side[] = [
  EMMETT,
  { name: castore.name, template: castore, open: openCastoreLog },
  { name: messageDb.name, template: messageDb, open: openMessageDbLog },
];

const CLIENTS = 64;
const WARM_UP_MS = 700;

/** Every client appends its next event as soon as the one before is acknowledged; those of the warm-up are checked but not counted. */
const lap = async ({ server, quick }: Bench, side: Side, tenants: number, settings: Record<string, string>): Promise<Lap> => {
  const database = await server.fresh(side.template, settings);
  const log = await side.open(database.url, tenants);
  try {
    const acknowledged = Array.from({ length: CLIENTS }, () => 0);
    const from = performance.now() + WARM_UP_MS;
    const duration = quick ? 800 : 4_000;
    let counted = 0;
    await Promise.all(acknowledged.map(async (_, client) => {
      while (performance.now() < from + duration) {
        await log.append(client % tenants, client, acknowledged[client]! + 1);
        acknowledged[client]! += 1;
        const now = performance.now();
        if (now >= from && now < from + duration) counted += 1;
      }
    }));
    const logs = [];
    for (let tenant = 0; tenant < tenants; tenant += 1) logs.push(await log.readBack(tenant));
    return { value: counted / (duration / 1000), ...compare(acknowledged, logs) };
  } finally {
    await log.close();
    await database.drop();
  }
};

const against = (bench: Bench, what: string, peer: Side, tenants: number, settings: Record<string, string> = {}): Promise<Figures> =>
  interleave(bench, what, 'appends/s', peer.name, () => lap(bench, OURS, tenants, settings), () => lap(bench, peer, tenants, settings));

const HOW = `${CLIENTS} clients in one process, each appending one event at a time to a stream of its own, with the version it expects, and waiting for the acknowledgement;
connection pools as the packages set them (10). Four seconds after a warm-up, on a fresh database each time. Then the whole log is read back: every acknowledged event must be there, once, in its client's order.`;

export const appendOneTenant: BenchRow = {
  row: 'append-one-tenant', unit: 'appends/s', hold: { atLeast: 5 },
  how: `One tenant. ${HOW}`,
  measure: (bench) => against(bench, 'append-one-tenant', EMMETT, 1),
};

export const appendOneTenantSlowCommit: BenchRow = {
  row: 'append-one-tenant-slow-commit', unit: 'appends/s', hold: { atLeast: 3 },
  how: 'The same with commits slowed to 2 ms on both sides: `commit_delay = 2000`, `commit_siblings = 0`.',
  measure: (bench) => against(bench, 'append-one-tenant-slow-commit', EMMETT, 1, { commit_delay: '2000', commit_siblings: '0' }),
};

const TENANTS = 16;

export const appendManyTenants: BenchRow = {
  row: 'append-many-tenants', unit: 'appends/s', hold: { atLeast: 1 },
  how: `The same ${CLIENTS} clients over ${TENANTS} tenants. The peer is whichever of ${PEERS.map(({ name }) => name).join(', ')} was fastest in a lap before the first run:
Emmett has no tenants, castore keeps them as the aggregate's name and checks nothing but the stream's next version, message-db as the category, which it locks.`,
  async measure(bench) {
    let best: { side: Side; value: number } | undefined;
    for (const side of PEERS) {
      const { value } = await lap(bench, side, TENANTS, {});
      bench.progress(`append-many-tenants, choosing a peer: ${side.name} ${Math.round(value).toLocaleString('en')} appends/s`);
      if (!best || value > best.value) best = { side, value };
    }
    return against(bench, 'append-many-tenants', best!.side, TENANTS);
  },
};
