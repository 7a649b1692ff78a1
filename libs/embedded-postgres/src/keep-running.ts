import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { findPrograms } from './programs.js';
import { untilPreviousEnded } from './running.js';
import { becomesReady, causeOfDeath, ended, halt, launch, letOwnerEnd, type ServerOptions } from './server.js';
import { EmbeddedPostgresUnavailable } from './unavailable.js';

export interface KeepRunningOptions extends ServerOptions {
  /** How many times in a row the server is started again; the end after that is final. */
  readonly restarts: number;
  /** Milliseconds: a server that has run for so long begins a new count. */
  readonly steadyAfter: number;
  readonly onLost: (reason: EmbeddedPostgresUnavailable) => void;
}

const LONGEST_PAUSE = 30_000; // ms

/** Before a try, in milliseconds: next to nothing at first, then twice as long each time. */
const pauseBefore = (restart: number): number => Math.min(LONGEST_PAUSE, 50 * 2 ** restart);

/** A server that is started again, on the same port and data, when it ends by itself: when its disk was full, or somebody killed it. Whoever was
 * connected to it finds it where it was. */
export class KeptServer {
  private readonly stopping = new AbortController();
  private readonly watching: Promise<void>;
  private restarts = 0;

  /** @param server ready for clients */
  constructor(private server: ChildProcess, private readonly options: KeepRunningOptions) {
    letOwnerEnd(server);
    this.watching = this.watch();
  }

  /** Stops it for good. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await halt(this.server);
    await this.watching;
  }

  private get isStopping(): boolean {
    return this.stopping.signal.aborted;
  }

  private async watch(): Promise<void> {
    for (let runs = true; runs;) {
      const since = performance.now();
      await ended(this.server);
      if (this.isStopping) return;
      if (performance.now() - since > this.options.steadyAfter) this.restarts = 0;
      const why = await causeOfDeath(this.server, this.options.cluster);
      this.options.onProgress(`PostgreSQL has ended by itself (${why}) and is started again`);
      runs = await this.comesBack(why);
    }
  }

  /** @returns false where it was stopped meanwhile, or has failed too often */
  private async comesBack(why: string): Promise<boolean> {
    const { cluster, restarts: allowed, onLost, onProgress } = this.options;
    for (let tries = 1; this.restarts < allowed; tries += 1) {
      await sleep(pauseBefore(this.restarts += 1), undefined, { ref: false, signal: this.stopping.signal }).catch(() => undefined);
      try {
        if (!this.isStopping) await this.startAgain();
        if (tries > 1) onProgress(`PostgreSQL runs again, after ${tries} tries`);
        return !this.isStopping;
      } catch {
        if (this.isStopping) return false;
        why = await causeOfDeath(this.server, cluster);
      }
    }
    onLost(new EmbeddedPostgresUnavailable(`PostgreSQL in ${cluster.home} ends again each time it is started, ${allowed} times by now: ${why}.`));
    return false;
  }

  private async startAgain(): Promise<void> {
    const { cluster } = this.options;
    await untilPreviousEnded(cluster); // where only its watchdog was killed, it still runs
    this.server = await launch(this.options, await findPrograms(cluster.account, cluster.folder));
    if (this.isStopping) void halt(this.server);
    letOwnerEnd(this.server);
    await becomesReady(this.server, this.options);
  }
}
