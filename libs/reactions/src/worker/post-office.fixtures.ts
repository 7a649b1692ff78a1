import { Database } from '@vouchsafe/access';
import { eventCatalogue, eventType, type TenantId } from '@vouchsafe/event-schema';
import { PostgresEventStore, SystemClock } from '@vouchsafe/event-store';
import { anAppend, anEvent, aTenant, aWrite } from '@vouchsafe/event-store/testing';
import { z } from 'zod';
import {
  clearAlarm, effect, policy, PolicyRunner, ReactionWorker, send, setAlarm, systemCommand, type Channel, type Delivered, type Delivery, type Ending, type WorkerOptions,
} from '../index.js';
import { freshReactions, type FreshReactions } from '../testing.js';

export const [ACME, GLOBEX] = [aTenant(1), aTenant(2)];
const Said = eventType('Said', { version: 1, schema: z.object({ word: z.string(), to: z.string() }) });
const Remind = eventType('Remind', { version: 1, schema: z.object({ word: z.string(), at: z.string() }) });
const Forget = eventType('Forget', { version: 1, schema: z.object({ word: z.string() }) });
const Repeated = eventType('Repeated', { version: 1, schema: z.object({ word: z.string() }) });
const known = eventCatalogue(Said, Remind, Forget, Repeated);

export type Letter = Delivery & { payload: { word: string; to: string } };
/** What becomes of a letter; a spec decides. */
export type Post = (letter: Letter) => Promise<Delivered> | Delivered;
export const done: Post = () => ({ outcome: 'done' });

const nothing = async (): Promise<void> => {};
export const until = async (holds: () => Promise<boolean> | boolean) => {
  for (const end = Date.now() + 60_000; !(await holds()); await new Promise((resolve) => setTimeout(resolve, 10))) if (Date.now() > end) throw new Error('It never came about.');
};
/** A gate that stays shut until it is opened. */
export const gate = () => {
  let open = () => {};
  const opening = new Promise<void>((resolve) => { open = resolve; });
  return { open, opening };
};

/** One policy on a database of its own: words said to somebody go out as letters, those said to the log come back as a command, and reminders ring. */
export class PostOffice {
  /** What the command does first, and last, after it has written. */
  command = { before: nothing, after: nothing };
  sent: Letter[] = [];
  readonly endings: Ending[] = [];
  private readonly running: { stop(): Promise<void> }[] = [];
  private readonly opened: { close(): Promise<void> }[] = [];
  private readonly policy = this.passingOn();

  private constructor(readonly here: FreshReactions) {}

  static async open(): Promise<PostOffice> {
    const office = new PostOffice(await freshReactions());
    for (const tenant of [ACME, GLOBEX]) await office.here.store.openLog(tenant);
    return office;
  }

  async close(): Promise<void> {
    for (const each of this.running.reverse()) await each.stop();
    for (const each of this.opened) await each.close();
    await this.here.close();
  }

  async reader(): Promise<PolicyRunner> {
    const { database, store, wakeups } = this.here;
    const runner = new PolicyRunner(database, store, wakeups, { policies: [this.policy], known, poll: 20 });
    this.running.push(runner);
    await runner.start();
    return runner;
  }

  worker(post: Post = done, options: Partial<WorkerOptions> = {}, database = this.here.database, rest: Partial<Channel> = {}): ReactionWorker {
    const letters: Channel = {
      name: 'letter', width: 1, schedule: [20, 20], ...rest,
      deliver: async (delivery) => {
        this.sent.push(delivery as Letter);
        return post(delivery as Letter);
      },
    };
    const made = new ReactionWorker(database, {
      policies: [this.policy], channels: [letters], parts: { log: new PostgresEventStore(database, this.here.wakeups), clock: new SystemClock() },
      poll: 20, onEnding: (_, ending) => this.endings.push(ending), ...options,
    });
    this.running.push(made);
    made.start();
    return made;
  }

  /** As another process: connections of its own. */
  elsewhere(): Database {
    const database = Database.open(this.here.url, { poolSize: 4 });
    this.opened.push(database);
    return database;
  }

  happens(tenant: TenantId, type: 'Said' | 'Remind' | 'Forget', ...data: object[]) {
    return this.here.store.append(tenant, anAppend(aWrite('s', data.map((each) => anEvent(each, { type })))));
  }

  say(tenant: TenantId, to: string, ...words: string[]) {
    return this.happens(tenant, 'Said', ...words.map((word) => ({ word, to })));
  }

  words(): string[] {
    return this.sent.map(({ payload: { word } }) => word).sort();
  }

  async rows() {
    return (await this.here.admin.query<{ state: string; attempts: number; note: string | null }>('SELECT state, attempts, note FROM react.reaction ORDER BY position, ordinal')).rows;
  }

  allEnded(count = 1): Promise<void> {
    return until(async () => (await this.rows()).filter(({ state }) => state !== 'DUE').length === count);
  }

  private passingOn() {
    const repeat = systemCommand('Repeat', z.object({ word: z.string() }), async ({ log }, tenant, { requestKey, actor, correlation, causation }, { word }) => {
      await this.command.before();
      if (word === 'no') return { accepted: false, rejection: { reason: 'NotThatWord' } };
      const writes = [{ stream: 'echo', expected: 'any' as const, events: [{ type: 'Repeated', schemaVersion: 1, occurredOn: '2026-03-01', data: { word } }] }];
      const result = await log.append(tenant, { requestKey, actor, correlation, causation, writes });
      await this.command.after();
      return { accepted: true, position: result.outcome === 'appended' ? result.position : 0 };
    });
    return policy({
      name: 'when-something-is-said-pass-it-on', reads: eventCatalogue(Said, Remind, Forget), sends: [repeat],
      react: ({ type, data }) => {
        switch (type) {
          case 'Remind': return [setAlarm(data.word, data.at, {})];
          case 'Forget': return [clearAlarm(data.word)];
          case 'Said': return data.to === 'log' ? [send(repeat, { word: data.word })] : [effect('letter', { word: data.word, to: data.to }, { lane: data.to })];
        }
      },
      ring: ({ key }) => [effect('letter', { word: key, to: 'alarm' }, { lane: 'alarm' })],
    });
  }
}
