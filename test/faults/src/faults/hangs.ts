import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually } from '@vouchsafe/test-support';
import { WebSocket } from 'ws';
import type { Field } from '../field/field.js';
import type { Violation } from '../history/history.js';
import type { Fault } from './fault.js';

type Part = Field['cluster']['processes'][string];

const BLOCKED_MS = 10_000;
const HANG = `{ const end = performance.now() + ${BLOCKED_MS}; while (performance.now() < end); }`;
const DEVOUR = '{ const all = []; for (;;) all.push(new Array(100_000).fill(all.length)); }';

/** Opens the debugger of a process of the product, as an operator may, and has it evaluate something: no line of the product is changed for it.
 * @returns when that has ended, or the process has */
const within = async ({ home }: Field, part: Part, expression: string): Promise<void> => {
  const said = async (): Promise<string[]> => [...(await readFile(join(home, 'logs', `${part.name}.log`), 'utf8')).matchAll(/Debugger listening on (ws:\S+)/g)].map(([, address]) => address!);
  const before = (await said()).length;
  await part.signal('SIGUSR1');
  const address = await eventually(`the debugger of ${part.name}`, async () => (await said())[before]);
  const socket = new WebSocket(address);
  try {
    await new Promise<void>((done) => {
      socket.on('open', () => socket.send(JSON.stringify({ id: 1, method: 'Runtime.evaluate', params: { expression } })));
      socket.on('message', () => done()).on('close', () => done()).on('error', () => done());
    });
  } finally {
    socket.terminate();
  }
};

/** Given to a victim at its start: a debugger listens on a port of its own, and nothing else does. */
const DEBUGGABLE = '--inspect-port=0';

const restarted = async (part: Part, options: string): Promise<void> => {
  await part.stop();
  await part.start({ NODE_OPTIONS: options });
};

const VICTIMS = ['api-1', 'projector-1', 'relay', 'reactor'];

/** A computation lets nobody in: afterwards the process must not believe what it believed before. */
const blocked: Fault = {
  fault: 'F37', what: 'block the event loop of a process for 10 s', cycles: { short: 2, full: 20 },
  async inflict(field, load, cycle) {
    const victim = field.cluster.processes[VICTIMS[cycle % VICTIMS.length]!]!;
    await restarted(victim, DEBUGGABLE);
    await load.moves(5);
    const [, status] = [await within(field, victim, HANG), await fetch(`${victim.admin}/health/ready`).then(({ status: answered }) => answered)];
    await load.moves(5);
    await victim.ready();
    const found: Violation[] = status === 503 ? [] : [{ check: 'F37', what: `${victim.name} said ${status} of its readiness right after it had stood still`, shown: [] }];
    await restarted(victim, '');
    return found;
  },
};

/** A process takes more memory than it may, and ends. */
const outOfMemory: Fault = {
  fault: 'F36', what: 'let a process run out of memory', cycles: { short: 2, full: 10 },
  async inflict(field, load, cycle) {
    const victim = field.cluster.processes[['projector-1', 'api-2', 'relay', 'reactor'][cycle % 4]!]!;
    await restarted(victim, `${DEBUGGABLE} --max-old-space-size=128`);
    await load.moves(5);
    await within(field, victim, DEVOUR);
    const status = await victim.ended;
    await load.moves(5);
    await victim.start();
    return status === 0 ? [{ check: 'F36', what: `${victim.name} ended with 0 though it had no memory`, shown: [] }] : [];
  },
};

export const hangs: readonly Fault[] = [outOfMemory, blocked];
