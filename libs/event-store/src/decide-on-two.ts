import { setTimeout as sleep } from 'node:timers/promises';
import { fold, streamName, type StreamOf } from '@vouchsafe/decider';
import { readEvent, type AnyEvent, type TenantId } from '@vouchsafe/event-schema';
import { answered, newEvent, pause, TRIES, unlessRecorded, type About, type Outcome } from './decide-and-append.js';
import type { EventStore } from './event-store.js';
import { TooMuchContention } from './faults.js';
import { inTurn } from './turns.js';

/** A stream by kind and id. */
export interface One<State, Event extends AnyEvent> {
  readonly of: StreamOf<State, Event>;
  readonly id: string;
}

/** What is decided on two streams: the events of the first, and those that go `beside` them into the second. */
export type DecisionOnTwo<Event, Beside, Rejection> =
  | { readonly accepted: true; readonly events: readonly Event[]; readonly beside: readonly Beside[] }
  | { readonly accepted: false; readonly rejection: Rejection };

/** As `decideAndAppend`, for a rule that spans two streams: both are read, and both are written in one append or neither is. If either has
 * moved meanwhile, it is decided again. A stream that gets no event is not held to the version that was read.
 * The request key stands for the same as if the first stream were the only one.
 * @throws as `decideAndAppend` */
export const decideAndAppendOnTwo = async <State, Event extends AnyEvent, Side, Beside extends AnyEvent, Rejection>(
  store: EventStore, tenant: TenantId, first: One<State, Event>, second: One<Side, Beside>, about: About,
  decide: (state: State, side: Side) => DecisionOnTwo<Event, Beside, Rejection> | Promise<DecisionOnTwo<Event, Beside, Rejection>>,
): Promise<Outcome<Rejection>> => {
  const { requestKey, request, occurredOn, ...circumstances } = about;
  const content = { stream: first.of.category, request, actor: about.actor };
  const known = await store.recorded(tenant, requestKey, content);
  if (known) return answered(known, requestKey);
  const names = [streamName(first.of, first.id), streamName(second.of, second.id)] as const;
  const read = async <S, E extends AnyEvent>({ of }: One<S, E>, name: string) => {
    const history = (await store.readStream(tenant, name)).map((stored) => readEvent(of.catalogue, stored) as unknown as E);
    return { state: fold(of, history), version: history.length };
  };
  // Turns are taken in one order everywhere, that of the names, or two commands that name the same streams the other way round would wait for each other.
  const [before, after] = [...names].sort() as [string, string];
  return inTurn(store, tenant, before, () => inTurn(store, tenant, after, async () => {
    for (let lost = 0; lost < TRIES; lost += 1) {
      if (lost > 0) await sleep(pause(lost));
      const [one, two] = await Promise.all([read(first, names[0]), read(second, names[1])]);
      const decision = await decide(one.state, two.state);
      if (!decision.accepted) return unlessRecorded(store, tenant, requestKey, content, decision);
      const writes = [{ stream: names[0], expected: one.version, events: decision.events.map((event) => newEvent(first.of, event, occurredOn)) }];
      if (decision.beside.length > 0) writes.push({ stream: names[1], expected: two.version, events: decision.beside.map((event) => newEvent(second.of, event, occurredOn)) });
      const result = await store.append(tenant, { ...circumstances, requestKey, content, conflictIsFinal: false, writes });
      if (result.outcome !== 'conflict') return answered(result, requestKey);
    }
    throw new TooMuchContention(names.join(' and '));
  }));
};
