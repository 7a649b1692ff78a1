import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from './fault.js';

const killed = (fault: string, what: string, names: readonly string[], cycles: Fault['cycles']): Fault => ({
  fault, what, cycles,
  async inflict({ cluster }, load, cycle) {
    const victim = cluster.processes[names[cycle % names.length]!]!;
    await victim.signal('SIGKILL');
    await load.moves(5); // the others go on
    await victim.start();
  },
});

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

/** An api is asked to leave in the middle of work: whatever it had accepted is answered. */
const drained: Fault = {
  fault: 'F38', what: 'SIGTERM an api during commands', cycles: { short: 2, full: 50 },
  async inflict({ cluster }, load, cycle) {
    const victim = cluster.processes[`api-${1 + (cycle % 2)}`]!;
    const [before, from] = [load.entries.length, performance.now()];
    const status = await victim.stop();
    const took = performance.now() - from;
    const open = load.entries.slice(before).filter(({ type }) => type === 'unknown');
    await victim.start();
    return [
      ...(open.length > 0 ? [{ check: 'F38', what: `${open.length} operations that were accepted before SIGTERM have an unknown outcome`, shown: open }] : []),
      ...(status === 0 && took <= 12_000 ? [] : [{ check: 'F38', what: `it ended with ${status} after ${Math.round(took)} ms`, shown: [] }]),
    ];
  },
};

export const processFaults: readonly Fault[] = [
  killed('F1', 'kill -9 an api during commands', ['api-1', 'api-2'], { short: 2, full: 100 }),
  killed('F2', 'kill -9 a projector', ['projector-1', 'projector-2'], { short: 2, full: 100 }),
  killed('F3', 'kill -9 a relay', ['relay', 'relay-2'], { short: 2, full: 50 }),
  frozen('F4', 'freeze a relay beyond its lease, and let it go on', 'relay', 20_000, { short: 1, full: 20 }),
  frozen('F5', 'freeze a projector beyond its session, and let it go on', 'projector-1', 40_000, { short: 1, full: 20 }),
  drained,
];
