import { streamName, type Decision, type StreamOf } from '@vouchsafe/decider';
import type { ActorId, AnyEvent, IsoDate, TenantId } from '@vouchsafe/event-schema';
import { newEvent, type Append, type EventStore, type StreamWrite } from '@vouchsafe/event-store';
import { dayOf, instantOf, type Moment } from './moments.js';

/** A decision was refused: the generator is at fault, for nobody in its history asks for what is forbidden. */
export class HistoryWasRefused extends Error {
  override readonly name = 'HistoryWasRefused';
  constructor(readonly seed: string, readonly place: string, readonly rejection: unknown) {
    super(`Seed ${seed}, ${place}: ${JSON.stringify(rejection)}`);
  }
}

/** The log does not take the history as it was made up. */
export class HistoryDoesNotFit extends Error {
  override readonly name = 'HistoryDoesNotFit';
}

/** A stream and its state in memory. Whoever lets go of it forgets it: nothing else holds it. */
export interface OpenStream<State, Event extends AnyEvent> {
  readonly of: StreamOf<State, Event>;
  readonly name: string;
  state: State;
  version: number;
}

export const openStream = <State, Event extends AnyEvent>(of: StreamOf<State, Event>, id: string): OpenStream<State, Event> =>
  ({ of, name: streamName(of, id), state: of.initial, version: 0 });

export interface Circumstances {
  readonly at: Moment;
  readonly actor: ActorId;
  /** The day it happened in the world, if not the day on which it is recorded. */
  readonly occurredOn?: IsoDate;
}

/** What is written into another stream by the same append. */
export interface Beside<Event extends AnyEvent, State, Following extends AnyEvent> {
  readonly stream: OpenStream<State, Following>;
  readonly follow: (events: readonly Event[], state: State) => readonly Following[];
}

export interface Ledger {
  /** Decides on the state in memory and queues what follows. @throws HistoryWasRefused */
  decide<State, Event extends AnyEvent, Rejection, Side = never, Following extends AnyEvent = never>(
    stream: OpenStream<State, Event>, circumstances: Circumstances, decision: (state: State) => Decision<Event, Rejection>, beside?: Beside<Event, Side, Following>,
  ): readonly Event[];
  /** How many events have been decided. */
  readonly events: number;
  /** Whether so much is queued that it is worth sending. */
  readonly isFull: boolean;
  /** Sends what is queued if that is much. @returns once the send before is done, so that deciding and writing overlap */
  settle(): Promise<void>;
  /** Sends everything and waits for it. */
  finish(): Promise<void>;
}

const EVENTS_A_SEND = 1_000;

/**
 * Writes one tenant's history. Each decision is an append of its own, with its own actor, instant and request key; the appends
 * of one send travel together. Keys follow from the seed and the order of decisions, so a history that broke off is written on
 * by making it up again: what the log holds already is answered from its record.
 */
export const openLedger = (store: EventStore, tenant: TenantId, seed: string, name: string): Ledger => {
  let queue: Append[] = [];
  let queued = 0;
  let events = 0;
  let decisions = 0;
  let latest: Moment = 0;
  let sending: Promise<void> = Promise.resolve();

  const append = async (one: Append): Promise<void> => {
    const result = await store.append(tenant, one);
    if (result.outcome !== 'appended') throw new HistoryDoesNotFit(`The log of ${name} answers "${result.outcome}" to ${one.requestKey} on ${one.writes[0]!.stream}: it holds another history.`);
    if (Date.parse(result.recordedAt) !== Date.parse(one.recordedAt!)) {
      throw new HistoryDoesNotFit(`The log of ${name} would not record ${one.requestKey} at ${one.recordedAt}: that lies in the future, or before what the log holds.`);
    }
  };
  const send = async (): Promise<void> => {
    const window = queue;
    queue = [];
    queued = 0;
    await sending;
    sending = Promise.all(window.map(append)).then(() => undefined);
    sending.catch(() => {}); // whoever waits next is told
  };

  return {
    decide: (stream, { at, actor, occurredOn = dayOf(at) }, decision, beside) => {
      const decided = decision(stream.state);
      if (!decided.accepted) throw new HistoryWasRefused(seed, `${name}, ${stream.name}, ${instantOf(at)}`, decided.rejection);
      if (decided.events.length === 0) return decided.events;
      const requestKey = `sample:${seed}:${(decisions += 1)}`;
      latest = Math.max(latest, at); // a log never learns anything before what it learned last
      const written = <State, Event extends AnyEvent>(into: OpenStream<State, Event>, some: readonly Event[]): StreamWrite => {
        const write = { stream: into.name, expected: into.version, events: some.map((event) => newEvent(into.of, event, occurredOn)) };
        for (const event of some) into.state = into.of.evolve(into.state, event);
        into.version += some.length;
        events += some.length;
        queued += some.length;
        return write;
      };
      const writes = [written(stream, decided.events)];
      const following = beside?.follow(decided.events, beside.stream.state) ?? [];
      if (beside && following.length > 0) writes.push(written(beside.stream, following));
      queue.push({ requestKey, actor, correlation: requestKey, recordedAt: instantOf(latest), writes });
      return decided.events;
    },
    get events() { return events; },
    get isFull() { return queued >= EVENTS_A_SEND; },
    settle: async () => {
      if (queued >= EVENTS_A_SEND) await send();
    },
    finish: async () => {
      await send();
      await sending;
    },
  };
};
