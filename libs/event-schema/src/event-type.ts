import type { z } from 'zod';

type Upcaster = (older: never) => unknown;

/** An event type is a value: its name, its newest schema, and how older versions become the newest. */
export interface EventType<Name extends string = string, Data = unknown> {
  readonly name: Name;
  readonly version: number;
  readonly schema: z.ZodType<Data>;
  /** A new event of this type. Parses: a field that the schema lacks does not get in. @throws z.ZodError */
  of(data: Data): { type: Name; data: Data };
  /** Data as stored under `version`, lifted to the newest shape. @throws Error for a version newer than known, or data that do not fit. */
  upcast(version: number, data: unknown): Data;
}

export const eventType = <const Name extends string, Schema extends z.ZodType>(
  name: Name,
  { version, schema, upcasters = {} }: { version: number; schema: Schema; upcasters?: Record<number, Upcaster> },
): EventType<Name, z.output<Schema>> => {
  for (let older = 1; older < version; older += 1) {
    if (!upcasters[older]) throw new Error(`${name} has version ${version} but no upcaster from ${older}.`);
  }
  const parse = (data: unknown) => schema.parse(data) as z.output<Schema>;
  return {
    name,
    version,
    schema: schema as unknown as z.ZodType<z.output<Schema>>,
    of: (data) => ({ type: name, data: parse(data) }),
    upcast(from, data) {
      if (from > version || from < 1) throw new Error(`${name} version ${from} is not known here; the newest known is ${version}.`);
      let lifted = data;
      for (let at = from; at < version; at += 1) lifted = upcasters[at]!(lifted as never);
      // The newest version was parsed before it was stored; only what an upcaster made is parsed again.
      return from === version ? (lifted as z.output<Schema>) : parse(lifted);
    },
  };
};

export type DataOf<T> = T extends EventType<string, infer Data> ? Data : never;
export type EventOfType<T> = T extends EventType<infer Name, infer Data> ? { type: Name; data: Data } : never;

/** A set of event types that belong together; unions of their events are derived from it. */
export interface EventCatalogue<Types extends readonly EventType[] = readonly EventType[]> {
  readonly types: Types;
  readonly byName: ReadonlyMap<string, EventType>;
}

export const eventCatalogue = <const Types extends readonly EventType[]>(...types: Types): EventCatalogue<Types> => {
  const byName = new Map<string, EventType>();
  for (const type of types) {
    if (byName.has(type.name)) throw new Error(`Two event types are named ${type.name}.`);
    byName.set(type.name, type);
  }
  return { types, byName };
};

/** The union of a catalogue's events, in their newest shape. */
export type EventOf<C> = C extends EventCatalogue<infer Types> ? EventOfType<Types[number]> : never;

/** Any event: what the log takes without knowing a catalogue. */
export type AnyEvent = { type: string; data: unknown };
