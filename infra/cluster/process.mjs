// One process of the cluster: started from dist/, told to end, killed, frozen, started again.
import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const main = fileURLToPath(new URL('main.mjs', import.meta.url));
const READY_WITHIN = 180_000; // ms, on a loaded machine
const DRAINS_WITHIN = 15_000;
const LAST_LINES = 12;

export class ProcessFailed extends Error {
  name = 'ProcessFailed';
}

export class ClusterProcess {
  #child;
  #ended = Promise.resolve(0);
  #isRetired = false;

  /** @param name as operators call it: `api-1`
   * @param app the folder below apps/, or the path of a main file of its own
   * @param env its variables, whole
   * @param logs the folder that takes what it prints, in `<name>.log` */
  constructor({ name, app, env, logs }) {
    Object.assign(this, { name, app, env, logs, admin: `http://127.0.0.1:${env.ADMIN_PORT}`, origin: `http://127.0.0.1:${env.PORT}` });
  }

  get pid() {
    return this.isRunning ? this.#child.pid : undefined;
  }

  get isRunning() {
    return this.#child !== undefined && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Starts it and does not wait. @param env variables for this time only */
  launch(env = {}) {
    if (this.isRunning) throw new ProcessFailed(`${this.name} runs already.`);
    if (this.#isRetired) throw new ProcessFailed('The cluster has stopped.');
    // Its standard input is a pipe that nobody writes to: it ends when we do, and the process with it.
    const child = spawn(process.execPath, ['--enable-source-maps', main, this.app], { cwd: root, env: { ...this.env, ...env }, stdio: ['pipe', 'pipe', 'pipe'] });
    child.stdin.on('error', () => undefined);
    const log = createWriteStream(join(this.logs, `${this.name}.log`), { flags: 'a' });
    for (const stream of [child.stdout, child.stderr]) stream.pipe(log, { end: false });
    this.#child = child;
    this.#ended = new Promise((done) => child.once('close', (status, signal) => { log.end(); done(status ?? signal); }));
  }

  /** Starts it and waits until it says that it is ready. @throws ProcessFailed if it ends before, or takes too long */
  async start(env = {}) {
    this.launch(env);
    await this.ready();
  }

  async ready() {
    for (const end = performance.now() + READY_WITHIN; performance.now() < end; await sleep(100)) {
      if (!this.isRunning) throw new ProcessFailed(`${this.name} ended with ${await this.#ended}: ${await this.#said()}`);
      if (await fetch(`${this.admin}/health/ready`, { signal: AbortSignal.timeout(5_000) }).then(({ ok }) => ok, () => false)) return;
    }
    throw new ProcessFailed(`${this.name} was not ready within ${READY_WITHIN / 1_000} s: ${await this.#said()}`);
  }

  /** The last lines of what it printed: the whole may be gone before anybody reads it. */
  async #said() {
    const file = join(this.logs, `${this.name}.log`);
    const lines = (await readFile(file, 'utf8').catch(() => '')).trim().split('\n').slice(-LAST_LINES);
    return `${file} ends with\n${lines.join('\n')}`;
  }

  /** Sends a signal to it, if it runs. @returns how it ended, where it ends; SIGSTOP and SIGCONT are not waited for */
  async signal(signal) {
    if (!this.isRunning) return;
    this.#child.kill(signal);
    if (signal !== 'SIGSTOP' && signal !== 'SIGCONT') return this.#ended;
  }

  /** Asks it to end, and makes it where it takes too long. @returns its status, or the signal's name */
  async stop() {
    if (!this.isRunning) return this.#ended;
    this.#child.kill('SIGCONT');
    this.#child.kill('SIGTERM');
    const giveUp = setTimeout(() => this.#child.kill('SIGKILL'), DRAINS_WITHIN);
    const ended = await this.#ended;
    clearTimeout(giveUp);
    return ended;
  }

  /** Stops it for good: it cannot be started any more. */
  async retire() {
    this.#isRetired = true;
    return this.stop();
  }

  /** How it ended, once it has. */
  get ended() {
    return this.#ended;
  }
}
