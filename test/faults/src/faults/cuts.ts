import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Direction } from '@vouchsafe/test-support';
import type { Field } from '../field/field.js';
import type { Networks } from '../field/networks.js';
import type { Violation } from '../history/history.js';
import type { Fault } from './fault.js';

const CUT_MS = 10_000;
/** Of one core: who spins takes all of it. What there is to do goes on meanwhile, by other ways. */
const BUSY = 0.5;
const TALKATIVE = 100_000; // bytes a process may log in that time
const TICK_MS = 10; // of /proc: 100 a second on every Linux

/** What a process has used and said so far. */
const spent = async ({ home, cluster }: Field, name: string): Promise<{ cpu: number; said: number }> => {
  const fields = (await readFile(`/proc/${cluster.processes[name]!.pid}/stat`, 'utf8')).replace(/^.*\) /s, '').split(' ');
  return { cpu: (Number(fields[11]) + Number(fields[12])) * TICK_MS, said: (await stat(join(home, 'logs', `${name}.log`))).size };
};

const CUTS: readonly (readonly [keyof Networks, Direction, ...string[]])[] = [
  ['relaysToBroker', 'requests', 'relay', 'relay-2'], ['readersToBroker', 'answers', 'projector-1', 'projector-2', 'reactor'], ['projectorToDatabase', 'requests', 'projector-1'],
  ['relaysToBroker', 'answers', 'relay', 'relay-2'], ['readersToBroker', 'requests', 'projector-1', 'projector-2', 'reactor'], ['projectorToDatabase', 'answers', 'projector-1'],
];

/** A network that is cut in one direction: nobody is told, and what was open then stays mute. */
export const cuts: Fault = {
  fault: 'F17', what: 'cut a network in one direction: relays to broker, readers to broker, projector to PostgreSQL', cycles: { short: 3, full: 18 },
  async inflict(field, load, cycle) {
    const [network, direction, ...names] = CUTS[cycle % CUTS.length]!;
    const before = await Promise.all(names.map((name) => spent(field, name)));
    field.networks[network].swallow(direction);
    try {
      await Promise.all([sleep(CUT_MS), load.moves(10)]);
    } finally {
      await field.networks[network].heal();
    }
    const after = await Promise.all(names.map((name) => spent(field, name)));
    return names.flatMap((name, index): Violation[] => {
      const [cpu, said] = [(after[index]!.cpu - before[index]!.cpu) / CUT_MS, after[index]!.said - before[index]!.said];
      return [
        ...(cpu > BUSY ? [{ check: 'F17', what: `${name} was busy for ${Math.round(cpu * 100)} % of the time while ${network} was cut`, shown: [] }] : []),
        ...(said > TALKATIVE ? [{ check: 'F17', what: `${name} logged ${said} bytes while ${network} was cut`, shown: [] }] : []),
      ];
    });
  },
};
