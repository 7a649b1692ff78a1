import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from '@vouchsafe/test-support';
import type { Field } from '../field/field.js';
import { factsTable, sleepsIn, withTrigger } from '../field/gather.js';
import { kafkaOf, TOPIC } from '../field/topic.js';
import type { Fault } from './fault.js';

const apiKilled: Fault = {
  fault: 'F1', what: 'kill -9 an api during commands', cycles: { short: 2, full: 100 }, isSmall: true,
  async inflict({ apis }, load, cycle) {
    const victim = apis[cycle % apis.length]!;
    await victim.signal('SIGKILL');
    await load.moves(5); // the other goes on
    await victim.start();
  },
};

const frozen = (fault: string, what: string, name: string, milliseconds: number, cycles: Fault['cycles']): Fault => ({
  fault, what, cycles,
  async inflict({ cluster }, load) {
    const victim = cluster.processes[name]!;
    await victim.signal('SIGSTOP');
    try {
      await sleep(milliseconds);
      await load.moves(5);
    } finally {
      await victim.signal('SIGCONT');
    }
    await load.moves(5); // while the zombie finds out
  },
});

const DRAINS_WITHIN = 10_500; // ms: what it promises, and what it takes us to see it

/** An api is asked to leave in the middle of work: whatever it had accepted is answered. */
const drained: Fault = {
  fault: 'F38', what: 'SIGTERM an api during commands', cycles: { short: 2, full: 50 }, isSmall: true,
  async inflict({ cluster }, load, cycle) {
    const victim = cluster.processes[`api-${1 + (cycle % 2)}`]!;
    const [before, from] = [load.entries.length, performance.now()];
    const status = await victim.stop();
    const took = performance.now() - from;
    const open = load.entries.slice(before).filter(({ type }) => type === 'unknown');
    await victim.start();
    return [
      ...(open.length > 0 ? [{ check: 'F38', what: `${open.length} operations that were accepted before SIGTERM have an unknown outcome`, shown: open }] : []),
      ...(status === 0 && took <= DRAINS_WITHIN ? [] : [{ check: 'F38', what: `it ended with ${status} after ${Math.round(took)} ms`, shown: [] }]),
    ];
  },
};

const projectorsOf = ({ cluster }: Field) => ['projector-1', 'projector-2'].map((name) => cluster.processes[name]!);
const kill = (parts: ReturnType<typeof projectorsOf>) => Promise.all(parts.map((part) => part.signal('SIGKILL')));
const start = (parts: ReturnType<typeof projectorsOf>) => Promise.all(parts.map((part) => part.start()));

/** The projectors die between apply and commit; and, every other time, after the commit and before they have told the broker so: it has forgotten all
 * that they ever told it, and brings everything again. */
const projectorsKilled: Fault = {
  fault: 'F2', what: 'kill -9 the projectors in mid-transaction, and before they commit an offset', cycles: { short: 2, full: 100 },
  async inflict(field, load, cycle) {
    const projectors = projectorsOf(field);
    if (cycle % 2 === 0) {
      const table = await factsTable(field);
      await withTrigger(field, table, { each: 'STATEMENT', does: 'PERFORM pg_sleep(1);' }, async () => {
        await eventually('somebody to be in mid-transaction', () => sleepsIn(field, table));
        await kill(projectors);
      });
    } else {
      await kill(projectors);
      const admin = kafkaOf(field).admin();
      await admin.connect();
      try {
        await eventually('the broker to let go of the group', () => admin.resetOffsets({ groupId: 'vouchsafe.projector', topic: TOPIC, earliest: true }).then(() => true));
      } finally {
        await admin.disconnect();
      }
    }
    await load.moves(5);
    await start(projectors);
  },
};

const PRODUCE = 0; // the key of the request in Kafka's protocol

/** The relays die when the broker has what they sent and they have not marked it. */
const relaysKilled: Fault = {
  fault: 'F3', what: 'kill -9 the relays between produce and mark', cycles: { short: 2, full: 50 },
  async inflict({ cluster, networks: { relaysToBroker } }, load) {
    const relays = ['relay', 'relay-2'].map((name) => cluster.processes[name]!);
    await relaysToBroker.swallowNextAnswer((piece) => piece.length > 6 && piece.readInt16BE(4) === PRODUCE);
    await kill(relays);
    await load.moves(5);
    await start(relays);
  },
};

export const processFaults: readonly Fault[] = [
  apiKilled, projectorsKilled, relaysKilled,
  frozen('F4', 'freeze a relay beyond its lease, and let it go on', 'relay', 20_000, { short: 1, full: 20 }),
  frozen('F5', 'freeze a projector beyond its session, and let it go on', 'projector-1', 40_000, { short: 1, full: 20 }),
  drained,
];
