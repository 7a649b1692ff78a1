import { eventually, vouchsafeJson } from '@vouchsafe/test-support';
import type { Field } from '../field/field.js';
import { kafkaOf, TOPIC } from '../field/topic.js';
import type { Fault } from './fault.js';

/** What a request to append names: the prepared statement of the event store. */
const APPEND = 'append\0';
const SERVES = `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND usename = 'vouchsafe_app'`;

const postmasterOf = async ({ ask }: Field): Promise<number> => {
  const [row] = await ask<{ text: string }>(`SELECT pg_read_file('postmaster.pid') AS text`);
  return Number(row!.text.split('\n')[0]);
};

export const infrastructureFaults: readonly Fault[] = [
  {
    fault: 'F6', what: 'stop PostgreSQL at once, as a crash does', cycles: { short: 1, full: 50 }, isSmall: true,
    async inflict(field, load) {
      const postmaster = await postmasterOf(field);
      process.kill(postmaster, 'SIGQUIT');
      await eventually('another PostgreSQL to serve', async () => (await postmasterOf(field)) !== postmaster);
      await load.moves(10);
    },
  },
  {
    fault: 'F7', what: 'lose the answers to appends', cycles: { short: 2, full: 100 }, isSmall: true,
    async inflict({ networks: { apiToDatabase } }, load) {
      for (let times = 0; times < 3; times += 1) {
        await apiToDatabase.swallowNextAnswer((piece) => piece.includes(APPEND)); // it was written, and nobody is told
        apiToDatabase.reset();
        await load.moves(10);
      }
    },
  },
  {
    fault: 'F8', what: 'end every connection of the apis and projectors in mid-transaction', cycles: { short: 3, full: 200 }, isSmall: true,
    async inflict({ ask }, load) {
      await ask(`SELECT pg_terminate_backend(pid) FROM (${SERVES}) AS serving`);
      await load.moves(10);
    },
  },
  {
    fault: 'F14', what: 'kill -9 the broker', cycles: { short: 1, full: 50 },
    async inflict({ cluster }, load) {
      const [node] = cluster.kafka!.nodes;
      await node!.kill('SIGKILL');
      await load.moves(20); // nobody who writes may notice
      await node!.start();
      await cluster.kafka!.ready();
    },
  },
  {
    fault: 'F16', what: 'delete the topic', cycles: { short: 1, full: 5 },
    async inflict({ cluster, installation }, load) {
      const admin = kafkaOf({ cluster }).admin();
      await admin.connect();
      try {
        await admin.deleteTopics({ topics: [TOPIC] });
      } finally {
        await admin.disconnect();
      }
      await load.moves(20);
      await vouchsafeJson(installation, ['relay', 'rewind']);
      await load.moves(5);
    },
  },
  {
    fault: 'F23', what: 'send one request from a thousand clients under one key', cycles: { short: 1, full: 20 }, isSmall: true,
    inflict: (_, load) => load.sameKey(1_000),
  },
];
