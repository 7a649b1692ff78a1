import type { AnyEvent } from '@vouchsafe/event-schema';
import type { Decision } from './decision.js';
import { fold, type StreamOf } from './stream.js';

/** Given what happened, when this is decided, then this follows. For specs of pure deciders. */
export const given = <State, Event extends AnyEvent>(of: StreamOf<State, Event>, ...history: readonly NoInfer<Event>[]) => ({
  when: <Rejection>(decide: (state: State) => Decision<Event, Rejection>) => {
    const decision = decide(fold(of, history));
    return {
      then: (...expected: readonly Event[]) => expect(decision).toEqual({ accepted: true, events: expected }),
      thenRejected: (rejection: Rejection) => expect(decision).toEqual({ accepted: false, rejection }),
    };
  },
});
