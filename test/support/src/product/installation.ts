import { spawn, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { eventually } from './eventually.js';

type Variables = Readonly<Record<string, string>>;

/** A program of the product as a child process, and everything that it has printed. */
export interface Program {
  readonly child: ChildProcess;
  said(): string;
  /** Waits until the program has said so. @throws Error with all that it said, if it ends before */
  says(words: string | RegExp): Promise<void>;
  /** How it ended: its status, or the name of the signal. */
  ended(): Promise<number | string>;
}

// Whoever runs the specs may have an installation of their own: nothing of its settings reaches ours.
const notOurs = /^(PORT|ADMIN_PORT|DATABASE_URL|OIDC_.*|OTEL_.*|KAFKA_BROKERS|VOUCHSAFE_.*|NODE_ENV|NODE_OPTIONS|LOG_LEVEL|npm_.*|CI)$/;
const cleanEnvironment = (): Variables =>
  Object.fromEntries(Object.entries(process.env).filter(([name, value]) => value !== undefined && !notOurs.test(name))) as Variables;

const running = new Set<ChildProcess>();
process.once('exit', () => running.forEach((child) => child.kill('SIGKILL'))); // a worker that is cut off leaves nobody behind

/** Starts a file of the checkout with Node. */
export const runProgram = (file: string, args: readonly string[], env: Variables): Program => {
  const child = spawn(process.execPath, [resolve(file), ...args], { env: { ...cleanEnvironment(), ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => { said += text; });
  const closed = new Promise<number | string>((done) => {
    child.once('close', (status, signal) => { running.delete(child); done(status ?? signal ?? 'unknown'); });
  });
  let isOver = false;
  void closed.then(() => { isOver = true; });
  return {
    child,
    said: () => said,
    ended: () => closed,
    says: (words) => eventually(`the program to say ${String(words)}`, () => {
      if (typeof words === 'string' ? said.includes(words) : words.test(said)) return true;
      if (isOver) throw new Error(`It ended after saying:\n${said}`);
      return false;
    }).then(() => undefined),
  };
};

/** A port that nobody listens on, below those that a system hands out for outgoing connections and beside those of PostgreSQL. */
export const freePort = async (): Promise<number> => {
  for (;;) {
    const port = 10_000 + randomInt(9_000);
    const isFree = await new Promise<boolean>((answer) => {
      const probe = createServer().once('error', () => answer(false)).listen(port, '127.0.0.1', () => probe.close(() => answer(true)));
    });
    if (isFree) return port;
  }
};

/** Processes whose command line names a folder. Linux only: elsewhere there is nothing to count. */
export const processesOf = async (folder: string): Promise<number[]> => {
  const numbers = (await readdir('/proc').catch(() => [])).map(Number).filter((number) => number > 0 && number !== process.pid);
  const commands = await Promise.all(numbers.map((number) => readFile(`/proc/${number}/cmdline`, 'utf8').catch(() => '')));
  return numbers.filter((_, index) => commands[index]?.includes(folder));
};

/** A folder outside the checkout for everything that an installation keeps. */
export const newHome = (): Promise<string> => mkdtemp(join(tmpdir(), 'vouchsafe-journey-'));

export interface Installation {
  readonly home: string;
  readonly port: number;
  readonly adminPort: number;
  readonly origin: string;
  readonly admin: string;
  /** The variables by which other programs find it. */
  readonly env: Variables;
  /** Starts it and does not wait. */
  launch(): Program;
  /** What was started last. */
  current(): Program | undefined;
  /** Starts it and waits until it serves. */
  start(): Promise<Program>;
  /** Ends it as the terminal would. @returns its status */
  stop(): Promise<number | string>;
  /** Ends it as a power failure would. */
  kill(): Promise<void>;
  /** Ends it, waits until nothing of it is left, and removes its home. */
  remove(): Promise<void>;
}

const isReady = (origin: string): Promise<boolean> => fetch(`${origin}/health/ready`).then(({ ok }) => ok, () => false);

/** Which shape the journeys are made in: `JOURNEYS_ON=cluster npm test -- tour` takes the tour through brokers, projectors and relays. */
const startOf = (): string => (process.env['JOURNEYS_ON'] === 'cluster' ? 'infra/commands/cluster.mjs' : 'dist/apps/standalone/src/main.js');

/** An installation of its own: home, ports, PostgreSQL.
 * @param sample whether the first start makes the sample organizations
 * @param file what starts it */
export const anInstallation = async (
  { sample, file = startOf(), home: place }: { sample: boolean; file?: string; home?: string },
): Promise<Installation> => {
  const [home, port, adminPort] = [place ?? await newHome(), await freePort(), await freePort()];
  const env = { VOUCHSAFE_HOME: home, PORT: String(port), ADMIN_PORT: String(adminPort), VOUCHSAFE_SAMPLE: sample ? 'on' : 'off' };
  let program: Program | undefined;
  const origin = `http://127.0.0.1:${port}`;
  const launch = (): Program => (program = runProgram(file, [], env));
  const end = async (signal: 'SIGINT' | 'SIGKILL'): Promise<number | string> => {
    if (!program) return 0;
    const { child, ended } = program;
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    return ended();
  };
  return {
    home, port, adminPort, origin, admin: `http://127.0.0.1:${adminPort}`, env, launch, current: () => program,
    start: async () => {
      const started = launch();
      await started.says('Vouchsafe is ready.');
      await eventually('/health/ready to say 200', () => isReady(origin));
      return started;
    },
    stop: () => end('SIGINT'),
    kill: async () => void await end('SIGKILL'),
    remove: async () => {
      await end('SIGINT');
      await eventually(`everything of ${home} to end`, async () => (await processesOf(home)).length === 0);
      await rm(home, { recursive: true, force: true });
    },
  };
};

/** Whether somebody listens there. */
export const listening = async (host: string, port: number): Promise<boolean> => {
  const socket = connect({ host, port });
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
};
