import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { currentCorrelation } from '@vouchsafe/telemetry';
import { fold, streamName, type Decision, type StreamOf } from '@vouchsafe/decider';
import { readEvent, type ActorId, type AnyEvent, type IsoDate, type Position, type TenantId } from '@vouchsafe/event-schema';
import type { AppendResult, EventStore, NewEvent } from './event-store.js';
import { RequestKeyReused, TooMuchContention } from './faults.js';
import { inTurn } from './turns.js';

/** What a command is about, apart from its decision. */
export interface About {
  readonly requestKey: string;
  /** What was asked, whole: the key stands for exactly this. */
  readonly request: unknown;
  readonly actor: ActorId;
  readonly occurredOn: IsoDate;
  readonly correlation: string;
  readonly causation?: string;
  /** For sample data only; see `Append`. */
  readonly recordedAt?: string;
}

/** How a command ended: where it was written and what it made, or why the business said no. */
export type Outcome<Rejection, Made = unknown> =
  | { readonly accepted: true; readonly position: Position } & Made
  | { readonly accepted: false; readonly rejection: Rejection };

/** The usual circumstances of a person's command: its whole input is what the request key stands for. */
export const about = (actor: ActorId, input: { readonly requestKey: string }, occurredOn: IsoDate): About => {
  const { requestKey, ...request } = input;
  return { requestKey, request, actor, occurredOn, correlation: currentCorrelation() ?? requestKey };
};

export const TRIES = 16;
/** How long who lost waits before trying again, in milliseconds: by chance, lest the same lose against the same. */
export const pause = (lost: number): number => Math.random() * Math.min(50, 2 ** lost);

/** Reads a stream, folds it, decides, appends; decides again if a writer in another process was first. A repeated request is answered
 * from its record without deciding.
 * @param decide may look up what else it turns on, and does so anew on each try
 * @throws RequestKeyReused, TooMuchContention, UnreadableEvent, and what `EventStore.append` throws */
export const decideAndAppend = async <State, Event extends AnyEvent, Rejection>(
  store: EventStore, tenant: TenantId, of: StreamOf<State, Event>, id: string, about: About,
  decide: (state: State) => Decision<Event, Rejection> | Promise<Decision<Event, Rejection>>,
): Promise<Outcome<Rejection>> => {
  const { requestKey, request, occurredOn, ...circumstances } = about;
  // Not `occurredOn`: where the request leaves the day out it is today, and a repeat after midnight is still the same request.
  // But who asks: another's key answers nobody else, and lets nobody past the rules.
  const content = { stream: of.category, request, actor: about.actor };
  const known = await store.recorded(tenant, requestKey, content);
  if (known) return answered(known, requestKey);
  const name = streamName(of, id);
  return inTurn(store, tenant, name, async () => {
    for (let lost = 0; lost < TRIES; lost += 1) {
      if (lost > 0) await sleep(pause(lost));
      const history = (await store.readStream(tenant, name)).map((stored) => readEvent(of.catalogue, stored) as unknown as Event);
      const decision = await decide(fold(of, history));
      if (!decision.accepted) return unlessRecorded(store, tenant, requestKey, content, decision);
      const events = decision.events.map((event) => newEvent(of, event, occurredOn));
      const result = await store.append(tenant, { ...circumstances, requestKey, content, conflictIsFinal: false, writes: [{ stream: name, expected: history.length, events }] });
      if (result.outcome !== 'conflict') return answered(result, requestKey);
    }
    throw new TooMuchContention(name);
  });
};

/** An event of a stream as the log takes it: with the newest version of its type. */
export const newEvent = (of: Pick<StreamOf<unknown, never>, 'catalogue'>, { type, data }: AnyEvent, occurredOn: IsoDate): NewEvent => {
  const known = of.catalogue.byName.get(type);
  if (!known) throw new Error(`${type} is not in the catalogue of its stream.`);
  return { type, data, schemaVersion: known.version, occurredOn };
};

export const answered = (result: AppendResult, requestKey: string): { accepted: true; position: Position } => {
  switch (result.outcome) {
    case 'appended': return { accepted: true, position: result.position };
    case 'key-reused': throw new RequestKeyReused(requestKey);
    case 'conflict':
    case 'closed': throw new TooMuchContention(result.stream);
  }
};

/** A rejection, unless the same request was under way twice and has been accepted meanwhile: what the rules say no to may be its own effect. */
export const unlessRecorded = async <Rejected>(store: EventStore, tenant: TenantId, requestKey: string, content: unknown, rejected: Rejected): Promise<Rejected | ReturnType<typeof answered>> => {
  const known = await store.recorded(tenant, requestKey, content);
  return known ? answered(known, requestKey) : rejected;
};

/** An id for what a request creates, the same each time the request is repeated: 128 bits, in hexadecimal. */
export const idFromRequest = (tenant: TenantId, kind: string, requestKey: string): string =>
  createHash('sha256').update(JSON.stringify([tenant, kind, requestKey])).digest('hex').slice(0, 32);
