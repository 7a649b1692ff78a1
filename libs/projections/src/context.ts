import type { Migration } from '@vouchsafe/access';
import { eventCatalogue, type EventCatalogue } from '@vouchsafe/event-schema';
import type { Projection } from './projection.js';

/** What a bounded context brings to the processes that fold, migrate and serve: a process is a list of these. */
export interface Context {
  /** Every event type that the context writes. */
  readonly events: readonly EventCatalogue[];
  readonly projections: readonly Projection[];
  /** Of its own configuration tables. */
  readonly migrations: readonly Migration[];
  /** The folder with its `.graphql` files. */
  readonly schema: URL;
}

/** Every event type of these contexts. @throws Error if two share a name */
export const knownEvents = (contexts: readonly Context[]): EventCatalogue => eventCatalogue(...contexts.flatMap(({ events }) => events.flatMap(({ types }) => types)));
