import { operations, type History, type Operation, type Seen, type Violation } from './history.js';

type Check = (history: History) => Violation[];

const violation = (check: string, what: string, ...shown: unknown[]): Violation => ({ check, what, shown });
const place = ({ tenant, position }: { tenant: string; position: number }): string => `${tenant} ${position}`;
const byKey = (log: readonly Seen[]): Map<string, Seen[]> => {
  const found = new Map<string, Seen[]>();
  for (const seen of log) {
    const id = `${seen.tenant} ${seen.key}`;
    found.set(id, [...found.get(id) ?? [], seen]);
  }
  return found;
};
const grouped = <One>(all: readonly One[], of: (one: One) => string): [string, One[]][] => {
  const groups = new Map<string, One[]>();
  for (const one of all) {
    const group = groups.get(of(one));
    if (group) group.push(one);
    else groups.set(of(one), [one]);
  }
  return [...groups];
};

/** Nothing is there that was refused. */
const refusedIsAbsent: Check = ({ entries, log }) => {
  const there = byKey(log);
  return operations(entries).filter(({ outcome }) => outcome === 'fail').flatMap(({ tenant, key, entries: shown }) =>
    (there.get(`${tenant} ${key}`) ?? []).map((seen) => violation('H1', `${key} was refused and is in the log`, ...shown, seen)));
};

/** All readers agree about the event at a position. */
const readersAgree: Check = ({ log, readers }) => {
  const at = new Map(log.map((seen) => [place(seen), seen]));
  return Object.entries(readers).flatMap(([reader, seen]) => seen.flatMap((one) => {
    const ours = at.get(place(one));
    if (!ours) return [violation('H2', `${reader} holds position ${one.position}, which the log does not have`, one)];
    return ours.digest === one.digest ? [] : [violation('H2', `${reader} and the log differ at position ${one.position}`, ours, one)];
  }));
};

/** What was acknowledged is in the log where the answer said, and in every read model that has come that far. */
const acknowledgedIsThere: Check = ({ entries, log, effects }) => {
  const there = byKey(log);
  const models = effects.map((effect) => ({ ...effect, held: new Set(effect.values) }));
  return operations(entries).filter(({ outcome }) => outcome === 'ok').flatMap((operation) => {
    const { tenant, key, positions, value, entries: shown } = operation;
    const found = there.get(`${tenant} ${key}`) ?? [];
    const lost = positions.filter((position) => !found.some((seen) => seen.position === position)).map((position) => violation('H3', `${key} was acknowledged at ${position} and is not there`, ...shown, ...found));
    const unseen = value === null ? [] : models.filter((model) => model.tenant === tenant && model.position >= Math.max(...positions) && !model.held.has(value))
      .map(({ consumer, position }) => violation('H3', `${consumer} stands at ${position} and has not seen ${value}`, ...shown));
    return [...lost, ...unseen];
  });
};

/** Positions are 1 … head per tenant, versions 1 … n per stream, and a stream's versions come in the order of positions. */
const gapless: Check = ({ log }) => {
  const found: Violation[] = [];
  for (const [tenant, events] of grouped(log, (seen) => seen.tenant)) {
    const inOrder = [...events].sort((a, b) => a.position - b.position);
    const broken = inOrder.findIndex(({ position }, index) => position !== index + 1);
    if (broken >= 0) found.push(violation('H4', `${tenant}: position ${inOrder[broken]!.position} stands where ${broken + 1} belongs`, ...inOrder.slice(Math.max(0, broken - 1), broken + 1)));
    for (const [stream, its] of grouped(inOrder, (seen) => seen.stream)) {
      const wrong = its.findIndex(({ version }, index) => version !== index + 1);
      if (wrong >= 0) found.push(violation('H4', `${tenant}, ${stream}: version ${its[wrong]!.version} stands where ${wrong + 1} belongs`, ...its.slice(Math.max(0, wrong - 1), wrong + 1)));
    }
  }
  return found;
};

/** No consumer's effect moves backwards. */
const neverBackwards: Check = ({ samples }) => grouped(samples, ({ consumer, tenant }) => `${consumer} ${tenant}`).flatMap(([, its]) => {
  const inTime = [...its].sort((a, b) => a.t - b.t);
  return inTime.slice(1).flatMap((sample, index) => (sample.position < inTime[index]!.position ? [violation('H5', `${sample.consumer} moved from ${inTime[index]!.position} back to ${sample.position}`, inTime[index], sample)] : []));
});

/** A key stands for one effect: an unknown outcome is there once or not at all, and every answer to a key names the same place. */
const once: Check = ({ entries, log, effects }) => {
  const there = byKey(log);
  const repeated = operations(entries).flatMap(({ tenant, key, positions, entries: shown }) => {
    const found = there.get(`${tenant} ${key}`) ?? [];
    // One append may hold several events; they are neighbours. Two appends under one key are not, or repeat a stream's change.
    const apart = found.length > 0 && Math.max(...found.map(({ position }) => position)) - Math.min(...found.map(({ position }) => position)) !== found.length - 1;
    return [
      ...(positions.length > 1 ? [violation('H6', `${key} was acknowledged at ${positions.join(' and ')}`, ...shown)] : []),
      ...(apart ? [violation('H6', `${key} is in the log more than once`, ...shown, ...found)] : []),
    ];
  });
  const doubled = effects.flatMap(({ consumer, tenant, values }) => {
    const counted = grouped(values, (value) => value).filter(([, its]) => its.length > 1);
    return counted.map(([value, its]) => violation('H6', `${consumer} applied ${value} ${its.length} times`, { consumer, tenant, value }));
  });
  return [...repeated, ...doubled];
};

/** Appends to a tenant's log are linearizable. The log itself shows the one order that counts, so no search is needed (Herlihy & Wing, 1990,
 * §3.3 with the witness given): who was answered before another began stands before it. */
const realTimeOrder: Check = ({ entries }) => grouped(operations(entries).filter((one): one is Operation & { okAt: number } => one.okAt !== null), ({ tenant }) => tenant).flatMap(([, its]) => {
  const byPosition = [...its].sort((a, b) => a.positions[0]! - b.positions[0]!);
  // Whoever stands later must not have been answered before somebody who stands earlier began.
  let latestBegun: (typeof byPosition)[number] | undefined;
  const found: Violation[] = [];
  for (const operation of byPosition) {
    if (latestBegun && operation.okAt < latestBegun.invokedAt) found.push(violation('H7', `${operation.key} was answered before ${latestBegun.key} began and stands behind it`, ...operation.entries, ...latestBegun.entries));
    if (!latestBegun || operation.invokedAt > latestBegun.invokedAt) latestBegun = operation;
  }
  return found;
});

/** A read model holds what the log up to its position holds, and nothing else. */
const modelIsTheFold: Check = ({ entries, log, effects }) => {
  const valueOf = new Map(operations(entries).filter(({ value }) => value !== null).map(({ tenant, key, value }) => [`${tenant} ${key}`, value!]));
  const everybodys = new Set(valueOf.values());
  return effects.flatMap(({ consumer, tenant, position, values }) => {
    const held = new Set(values);
    const expected = new Set(log.filter((seen) => seen.tenant === tenant && seen.position <= position).flatMap(({ key }) => valueOf.get(`${tenant} ${key}`) ?? []));
    const known = new Set([...valueOf].filter(([id]) => id.startsWith(`${tenant} `)).map(([, value]) => value));
    const foreign = values.filter((value) => (known.has(value) ? !expected.has(value) : everybodys.has(value)));
    const missing = [...expected].filter((value) => !held.has(value));
    return [
      ...foreign.map((value) => violation('H9', `${consumer} at ${position} holds ${value}, which the log of ${tenant} does not`, { consumer, tenant, value })),
      ...missing.map((value) => violation('H9', `${consumer} at ${position} lacks ${value}`, { consumer, tenant, value })),
    ];
  });
};

/** The questions of Jepsen's queue workload (Kingsbury, jepsen.io), put to a log per tenant. */
export const checks: readonly Check[] = [refusedIsAbsent, readersAgree, acknowledgedIsThere, gapless, neverBackwards, once, realTimeOrder, modelIsTheFold];

export const violationsOf = (history: History): Violation[] => checks.flatMap((check) => check(history));
