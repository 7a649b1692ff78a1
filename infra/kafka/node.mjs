// One node of a cluster: a Java process in a session of its own, on data that outlive it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, open, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { capture, KafkaUnavailable } from './provide.mjs';
import { logProperties, serverProperties } from './settings.mjs';

// Runs the broker until our end of the pipe is closed, which it is when we end, even by kill -9; writes down its number, so that
// a fault run may kill the broker and not the shell that watches it.
const WATCHDOG = `
note=$1; shift
exec 3<&0 </dev/null
"$@" 3<&- &
server=$!
printf '%s' $server > "$note.new" && mv "$note.new" "$note"
{
  while read -r line; do :; done <&3
  kill -s TERM $server
  for second in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do sleep 1; done
  kill -s KILL $server
} 2>/dev/null &
guard=$!
exec 3<&-
wait $server; status=$?
kill $guard 2>/dev/null
exit $status`;

// For what lives for a minute: half the processor time to start and 55 MB less, and less speed once it is warm.
const QUICK = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];
const STARTS_WITHIN = 120_000; // ms, on a loaded machine

/** Writes a node's files, and gives its data folder the cluster's identity. May be repeated on the same data. */
export const prepareNode = async ({ programs, folder, cluster, ...node }) => {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'server.properties'), serverProperties({ ...node, data: join(folder, 'data') }));
  await writeFile(join(folder, 'log4j2.properties'), logProperties);
  const format = ['kafka.tools.StorageTool', 'format', '-t', cluster, '-c', join(folder, 'server.properties'), '--ignore-formatted'];
  const { status, said } = await capture(programs.java, [...javaFlags(folder, programs), '-Xmx128m', ...QUICK, ...format]);
  if (status !== 0) throw new KafkaUnavailable(`Kafka could not prepare its data in ${folder}: ${said.trim().split('\n').at(-1)}`);
};

const javaFlags = (folder, { classPath }) => [`-Dlog4j2.configurationFile=file:${join(folder, 'log4j2.properties')}`, '-Djava.awt.headless=true', '-cp', classPath];

/** A node that can be started, killed and started again. */
export class KafkaNode {
  pid = undefined;
  #watchdog = undefined;

  /** @param options `id`, `ports` by listener, `folder`, `programs`, `heap` (in Java's notation, 512m), `quick` */
  constructor(options) {
    Object.assign(this, { id: options.id, ports: options.ports });
    this.options = options;
  }

  /** Starts the process; ready is a matter of the whole cluster. */
  async start() {
    if (this.pid) throw new Error(`Node ${this.id} is running.`);
    const { folder, programs, heap, quick } = this.options;
    const note = join(folder, 'broker.pid');
    await rm(note, { force: true });
    const output = await open(join(folder, 'broker.log'), 'a');
    const command = [programs.java, '-Xms64m', `-Xmx${heap}`, ...(quick ? QUICK : ['-XX:+UseG1GC']), '-XX:+ExitOnOutOfMemoryError', ...javaFlags(folder, programs), 'kafka.Kafka', join(folder, 'server.properties')];
    const watchdog = spawn('/bin/sh', ['-c', WATCHDOG, 'vouchsafe-kafka', note, ...command], { detached: true, stdio: ['pipe', output.fd, output.fd], cwd: folder });
    try {
      await once(watchdog, 'spawn');
    } finally {
      await output.close();
    }
    watchdog.stdin.on('error', () => undefined); // it has ended already, which its exit tells
    watchdog.once('exit', () => { if (this.#watchdog === watchdog) this.pid = this.#watchdog = undefined; });
    watchdog.unref();
    watchdog.stdin.unref?.();
    this.#watchdog = watchdog;
    for (const end = performance.now() + STARTS_WITHIN; !this.pid; await sleep(10)) {
      this.pid = Number(await readFile(note, 'utf8').catch(() => '')) || undefined;
      if (watchdog.exitCode !== null || performance.now() > end) throw new KafkaUnavailable(`Kafka did not start; ${join(folder, 'broker.log')} says why.`);
    }
  }

  get isRunning() {
    return this.#watchdog !== undefined;
  }

  /** Sends a signal to the broker itself; returns when it has ended, if the signal ends it. */
  async kill(signal = 'SIGKILL') {
    if (!this.pid) return;
    process.kill(this.pid, signal);
    if (signal !== 'SIGSTOP' && signal !== 'SIGCONT') await this.#ended();
  }

  /** Stops it in order: what it holds is handed over or written down. A frozen one is woken for that. */
  async stop() {
    const watchdog = this.#watchdog;
    if (!watchdog) return;
    if (this.pid) process.kill(this.pid, 'SIGCONT');
    watchdog.stdin.end();
    await this.#ended();
  }

  async #ended() {
    const watchdog = this.#watchdog;
    if (!watchdog) return;
    watchdog.ref();
    if (watchdog.exitCode === null && watchdog.signalCode === null) await once(watchdog, 'exit');
  }

  /** The last lines of what it said. */
  async said() {
    return (await readFile(join(this.options.folder, 'broker.log'), 'utf8').catch(() => '')).trim().split('\n').slice(-5).join('\n');
  }
}
