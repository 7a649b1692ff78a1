import type { AnyEvent, EventCatalogue, EventOf, IsoDate, Recorded } from '@vouchsafe/event-schema';
import type { Consequence } from './consequence.js';
import type { AnyCommand } from './system-command.js';

/** What the policy remembers under a key that it asked for; undefined if nothing. */
export type Recall<Memory> = (key: string) => Memory | undefined;

/** An alarm as it rings. */
export interface Alarm<Data = unknown> {
  readonly key: string;
  readonly data: Data;
  /** The day in UTC, by the clock of the database: an alarm that was due while no reactor ran rings late. */
  readonly today: IsoDate;
}

/** "When this happened, do that": a pure function from an event, and what the policy remembers of earlier ones, to consequences. It reads every
 * log in order like a projection, but it is never rebuilt, and does nothing about what was recorded before it existed: of history it only remembers. */
export interface Policy<Event extends AnyEvent = never, Memory extends object = never, Data extends object = never> {
  /** The sentence that is also its folder: `when-pledge-due-soon-remind-its-owner`. It is part of every request key: renamed, it is another policy. */
  readonly name: string;
  /** The types that it reads, of whatever context; others pass. */
  readonly reads: EventCatalogue;
  /** Every command that it sends. */
  readonly sends: readonly AnyCommand[];
  /** The keys of its memory that an event touches: all that `react` may recall. */
  readonly recalls: (event: Recorded<Event>) => readonly string[];
  readonly react: (event: Recorded<Event>, recall: Recall<Memory>) => readonly Consequence[];
  readonly recallsFor: (alarm: Alarm<Data>) => readonly string[];
  readonly ring: (alarm: Alarm<Data>, recall: Recall<Memory>) => readonly Consequence[];
}

const nothing = () => [];

/** A policy of these events; memory and alarms are left out where it needs none. */
export const policy = <C extends EventCatalogue, Memory extends object = never, Data extends object = never>(
  { recalls = nothing, recallsFor = nothing, ring = nothing, sends = [], ...rest }:
  { readonly name: string; readonly reads: C; readonly sends?: readonly AnyCommand[] } & Pick<Policy<EventOf<C> & AnyEvent, Memory, Data>, 'react'>
  & Partial<Pick<Policy<EventOf<C> & AnyEvent, Memory, Data>, 'recalls' | 'recallsFor' | 'ring'>>,
): Policy => ({ ...rest, sends, recalls, recallsFor, ring }) as unknown as Policy;
