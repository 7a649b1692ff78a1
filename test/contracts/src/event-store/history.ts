import type { ProvenEvent } from '@vouchsafe/event-store';

/** A line of a writer: what it was about to do, or what it was answered. */
export interface Said {
  readonly type: 'invoke' | 'ok' | 'fail' | 'unknown' | 'violation';
  readonly tenant: string;
  /** The operation, its request key, and what stands in the data of its events. */
  readonly op: string;
  readonly events: number;
  /** Of its last event, as answered. */
  readonly position?: number;
}

interface Written { readonly op: string; readonly part: number; readonly tenant: string }

/** Compares what writers were told with what the logs hold. @returns what is wrong, in words; nothing if all is well */
export const findViolations = (said: readonly Said[], logs: ReadonlyMap<string, readonly ProvenEvent[]>): string[] => [
  ...said.filter(({ type }) => type === 'violation').map((line) => JSON.stringify(line)),
  ...[...logs].flatMap(([tenant, events]) => ofPlaces(tenant, events)),
  ...ofOperations(said, logs),
];

/** Positions are 1 … n, versions 1 … n in each stream, in the same order; no event is another tenant's. */
const ofPlaces = (tenant: string, events: readonly ProvenEvent[]): string[] => {
  const versions = new Map<string, number>();
  return events.flatMap((event, index) => {
    const wrong: string[] = [];
    const version = (versions.get(event.stream) ?? 0) + 1;
    versions.set(event.stream, event.version);
    if (event.position !== index + 1) wrong.push(`${tenant}: ${event.position} stands where ${index + 1} should`);
    if (event.version !== version) wrong.push(`${tenant}: ${event.stream} has version ${event.version} after ${version - 1}`);
    if (event.tenant !== tenant || (event.data as Written).tenant !== tenant) wrong.push(`${tenant}: ${event.position} is foreign`);
    return wrong;
  });
};

const ofOperations = (said: readonly Said[], logs: ReadonlyMap<string, readonly ProvenEvent[]>): string[] => {
  const placesOf = new Map<string, number[]>();
  for (const [tenant, events] of logs) {
    for (const { position, data } of events) {
      const key = `${tenant} ${(data as Written).op}`;
      const places = placesOf.get(key);
      if (places) places.push(position);
      else placesOf.set(key, [position]);
    }
  }
  const wrong: string[] = [];
  const answered = new Map(said.filter(({ type }) => type === 'ok').map((line) => [line.op, line]));
  const failed = new Set(said.filter(({ type }) => type === 'fail').map(({ op }) => op));
  for (const { type, tenant, op, events } of said) {
    if (type !== 'invoke') continue;
    const places = placesOf.get(`${tenant} ${op}`) ?? [];
    placesOf.delete(`${tenant} ${op}`);
    const ok = answered.get(op);
    const refused = !ok && failed.has(op);
    const isWhole = places.length === events && places.every((place, index) => place === places[0]! + index);
    if (ok && !(isWhole && places.at(-1) === ok.position)) wrong.push(`${op} was answered ${ok.position} and stands at [${places.join()}], of ${events}`);
    else if (refused && places.length > 0) wrong.push(`${op} was refused and stands at [${places.join()}]`);
    else if (!ok && places.length > 0 && !isWhole) wrong.push(`${op} was not answered and stands in part at [${places.join()}], of ${events}`);
  }
  for (const [key, places] of placesOf) wrong.push(`${key} was never asked for and stands at [${places.join()}]`);
  return wrong;
};
