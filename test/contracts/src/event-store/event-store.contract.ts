import type { EventStore } from '@vouchsafe/event-store';
import { aTenant } from '@vouchsafe/event-store/testing';
import type { TenantId } from '@vouchsafe/event-schema';
import { appending } from './appending.contract.js';
import { chaining } from './chaining.contract.js';
import { reading } from './reading.contract.js';
import { repeating } from './repeating.contract.js';

/** A log under test. */
export interface UnderTest {
  readonly store: EventStore;
  /** Another process's view of the same logs, as near as this store comes to one. */
  readonly another: EventStore;
  close(): Promise<void>;
}

/** What each part of the suite is handed: the store, and tenants that nobody used before, their logs open. */
export interface Subject {
  store(): EventStore;
  another(): EventStore;
  tenant(options?: { sample?: boolean }): Promise<TenantId>;
  /** A tenant without a log. */
  stranger(): TenantId;
  /** A store of its own, empty. */
  elsewhere(): Promise<UnderTest>;
}

/** What every event store must do, whatever it stands on: run it on each. */
export const eventStoreContract = (name: string, makeStore: () => Promise<UnderTest>): void => describe(`${name} as an event store`, () => {
  let made: UnderTest;
  let tenants = 0;
  beforeAll(async () => { made = await makeStore(); });
  afterAll(() => made?.close());
  const stranger = () => aTenant((tenants += 1));
  const subject: Subject = {
    store: () => made.store, another: () => made.another, stranger, elsewhere: makeStore,
    async tenant(options) {
      const tenant = stranger();
      await made.store.openLog(tenant, options);
      return tenant;
    },
  };
  appending(subject);
  repeating(subject);
  reading(subject);
  chaining(subject);
});

/** All positions or versions from `from` to `to`. */
export const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** Every event of a tenant, read in pages. */
export const wholeLog = async (store: EventStore, tenant: TenantId, max = 1_000) => {
  const events = [];
  for (let page = await store.readProven(tenant, { after: 0, max }); page.length > 0; page = await store.readProven(tenant, { after: page.at(-1)!.position, max })) events.push(...page);
  return events;
};
