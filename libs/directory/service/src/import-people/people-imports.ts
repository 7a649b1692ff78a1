import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Database } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Clock, EventStore } from '@vouchsafe/event-store';
import { logger } from '@vouchsafe/telemetry';
import type { ImportDeps } from './import-deps.js';
import { finishRecording, resumeImports } from './record-import.js';

/** The process ends: whoever starts next goes on. */
class Stopping extends Error {
  override readonly name = 'Stopping';
}

const LONGEST_PAUSE = 60_000;
const SWEEP_EVERY = 6 * 3_600_000;

/** Records confirmed imports behind the requests that confirmed them, and at the start those that were cut off; lets go of files that nobody confirmed. */
@Injectable()
export class PeopleImports implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly deps: ImportDeps;
  private readonly running = new Set<Promise<unknown>>();
  private readonly log = logger('directory');
  private readonly stop = new AbortController();
  private sweeping: NodeJS.Timeout | undefined;

  constructor(database: Database, log: EventStore, clock: Clock) {
    this.deps = { database, log, clock };
  }

  onApplicationBootstrap(): void {
    this.resumeAll();
    this.sweeping = setInterval(() => this.resumeAll(), SWEEP_EVERY).unref();
  }

  private resumeAll(): void {
    void this.run('all', async () => {
      for (const { tenant } of await this.deps.database.heads()) await resumeImports(this.deps, tenant);
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stop.abort();
    clearInterval(this.sweeping);
    await Promise.allSettled(this.running);
  }

  /** Records a confirmed import to its end. The promise settles when it is done; nobody needs to wait for it. */
  record(tenant: TenantId, importId: string): Promise<void> {
    return this.run(importId, () => finishRecording(this.deps, tenant, importId, () => {
      if (this.stop.signal.aborted) throw new Stopping();
    }));
  }

  /** A database that is away for a moment costs a pause, not the import. */
  private run(what: string, work: () => Promise<unknown>): Promise<void> {
    const trying = async (): Promise<void> => {
      for (let pause = 1_000; !this.stop.signal.aborted; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
        try {
          await work();
          return;
        } catch (error) {
          if (error instanceof Stopping || (error as Error).name === 'ChangesDoNotMatch') {
            if (!(error instanceof Stopping)) this.log.error({ err: error, import: what }, 'an import cannot be recorded');
            return;
          }
          this.log.warn({ err: error, import: what, pause }, 'recording an import will be tried again');
          await new Promise<void>((resolve) => {
            const timer = setTimeout(resolve, pause);
            this.stop.signal.addEventListener('abort', () => { clearTimeout(timer); resolve(); }, { once: true });
          });
        }
      }
    };
    const run = trying().finally(() => this.running.delete(run));
    this.running.add(run);
    return run;
  }
}
