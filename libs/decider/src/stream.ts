import type { AnyEvent, EventCatalogue } from '@vouchsafe/event-schema';

/** A kind of stream: how its events fold to the state that decisions are made on. */
export interface StreamOf<State, Event extends AnyEvent> {
  readonly category: string;
  readonly catalogue: EventCatalogue;
  readonly initial: State;
  readonly evolve: (state: State, event: Event) => State;
}

/** @param category the first half of a stream's name; the second is the id: `commitment-8f…` */
export const stream = <State, Event extends AnyEvent>(
  category: string, catalogue: EventCatalogue, initial: State, evolve: (state: State, event: Event) => State,
): StreamOf<State, Event> => ({ category, catalogue, initial, evolve });

export const streamName = (of: { category: string }, id: string): string => `${of.category}-${id}`;

export const fold = <State, Event extends AnyEvent>(of: StreamOf<State, Event>, events: Iterable<Event>): State => {
  let state = of.initial;
  for (const event of events) state = of.evolve(state, event);
  return state;
};

