import { freshDatabase } from '@vouchsafe/embedded-postgres/testing';
import type { Actor, Role } from '@vouchsafe/access';
import { directoryEvents } from '@vouchsafe/directory-contracts';
import type { Position, TenantId } from '@vouchsafe/event-schema';
import { newEvent, SystemClock, type StreamWrite } from '@vouchsafe/event-store';
import { aTenant } from '@vouchsafe/event-store/testing';
import { knownEvents, migrateLedger, openLedger, ProjectionRunner, type Ledger } from '@vouchsafe/projections';
import { programsEvents } from '@vouchsafe/programs-contracts';
import { commitmentEvents, outcomeEvents } from '@vouchsafe/sponsorship-contracts';
import { SharedFigures, type SharingMember } from '@vouchsafe/tenancy-contracts';
import { programAnalytics } from '../program-analytics.context.js';
import type { Happened } from '../program-facts/program-facts.fixtures.js';
import { ProgramAnalyticsHandler, ProgramAnalyticsQuery, type Question } from './program-analytics.query.js';

/** What a member of the group shares, in a spec: the port's other side is a context of its own. */
class MembersNamed extends SharedFigures {
  members: readonly SharingMember[] = [];
  override async sharedWith(): Promise<readonly SharingMember[]> {
    return this.members;
  }
}

/** A part as GraphQL sees it: plain values, and functions that it calls for the fields asked for. */
export interface Part { readonly [field: string]: unknown }
export interface Answer { readonly __typename: string; readonly message?: string; readonly parts: readonly Part[] }

/** Calls a field as GraphQL does. */
export const field = async <T = Record<string, unknown>>(part: Part, name: string, asked: object = {}): Promise<T> => {
  const value = part[name];
  return (typeof value === 'function' ? await (value as (asked: object) => Promise<unknown>)(asked) : value) as T;
};

/** The context on a database of its own, with its projections running. */
export const openAnalytics = async (options: { batch?: number } = {}) => {
  const fresh = await freshDatabase({ empty: true });
  await migrateLedger(fresh.url, [programAnalytics]);
  const ledger: Ledger = await openLedger(fresh.url);
  const known = knownEvents([{ ...programAnalytics, events: [...programAnalytics.events, commitmentEvents, outcomeEvents, programsEvents, directoryEvents] }]);
  const runner = new ProjectionRunner(ledger.database, ledger.store, ledger.wakeups, { projections: programAnalytics.projections, known, ...options });
  await runner.start();
  const shared = new MembersNamed();
  const handler = new ProgramAnalyticsHandler(ledger.readModels, ledger.store, shared, new SystemClock());
  let [tenants, keys] = [0, 0];

  /** Records a history, a few hundred events an append, in the order of each stream. @returns the position of the last */
  const tell = async (tenant: TenantId, history: readonly Happened[], recordedAt?: string): Promise<Position> => {
    await ledger.store.openLog(tenant, { sample: true });
    let position = 0;
    for (let at = 0; at < history.length; at += 400) {
      const writes = new Map<string, StreamWrite>();
      for (const { stream, on, event, catalogue } of history.slice(at, at + 400)) {
        writes.set(stream, { stream, expected: 'any', events: [...writes.get(stream)?.events ?? [], newEvent({ catalogue }, event, on)] });
      }
      const result = await ledger.store.append(tenant, { requestKey: `k${(keys += 1)}`, actor: 'system:spec', correlation: 'spec', writes: [...writes.values()], ...(recordedAt ? { recordedAt } : {}) });
      if (result.outcome !== 'appended') throw new Error(`The spec's history was not recorded: ${result.outcome}`);
      position = result.position;
    }
    // A query waits a moment for what it asks for; of a long history on a busy machine the folds take longer.
    if (history.length > 1 && !(await runner.caughtUp({ within: 100_000 }))) throw new Error('The read models do not catch up.');
    return position;
  };

  const anActor = (tenant: TenantId, roles: readonly Role[], leads: readonly string[]): Actor => ({ tenant, personId: 'lin', actorId: 'person:lin', roles: new Set(roles), leads: new Set(leads) });
  const asking = (actor: Actor) => (question: Partial<Omit<Question, 'scope'>> & { scope?: Partial<Question['scope']> } = {}): Promise<Answer> => handler.execute(new ProgramAnalyticsQuery(actor, {
    period: { from: '2025-01-01', to: '2025-12-31' }, asKnownAt: null, after: null, signal: undefined, ...question,
    scope: { organizations: null, programs: null, cohorts: null, ...question.scope },
  })).then((answer) => {
    const { parts, ...rest } = answer as { parts?: (asked: { first: number }) => readonly Part[] };
    return { ...rest, ...(parts ? { parts: parts({ first: 100 }) } : {}) } as Answer;
  });

  return {
    ledger, shared, tell,
    /** @param number for a spec of what is drawn: who is compared depends on the organization */
    aTenant: (number = (tenants += 1)) => aTenant(number),
    asLead: (tenant: TenantId, leads: readonly string[] = ['p1']) => asking(anActor(tenant, ['PROGRAM_LEAD'], leads)),
    asExecutive: (tenant: TenantId) => asking(anActor(tenant, ['EXECUTIVE'], [])),
    asGroupExecutive: (tenant: TenantId) => asking(anActor(tenant, ['GROUP_EXECUTIVE'], [])),
    close: async () => {
      await runner.stop();
      await ledger.close();
      await fresh.drop();
    },
  };
};
export type Analytics = Awaited<ReturnType<typeof openAnalytics>>;
