// One writing process of the concurrency spec, on the built output: several writers over its own pools. Says on standard output, one
// JSON line each, what it is about to do and what it was answered; whatever it did not live to say counts as unknown.
import { writeSync } from 'node:fs';
import { Database } from '../../../../dist/libs/access/src/index.js';
import { LocalWakeups, OutcomeUnknown, PostgresEventStore } from '../../../../dist/libs/event-store/src/index.js';
import { APPEND, appendArguments } from '../../../../dist/libs/event-store/src/postgres/append-call.js';
import { prepare } from '../../../../dist/libs/event-store/src/prepare.js';

const { url, name, seed, tenants, writers, seconds } = JSON.parse(process.argv[2]);
const say = (line) => writeSync(1, `${JSON.stringify(line)}\n`); // at once: this process will be killed
let state = seed;
const random = () => { state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0; return state / 2 ** 32; };
const pick = (list) => list[Math.floor(random() * list.length)];
const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const database = Database.open(url, { poolSize: 6 });
const store = new PostgresEventStore(database, new LocalWakeups());
const seen = new Map(); // the version last known of a stream: expectations are sometimes right
let operations = 0;
const AT_LEAST = 150; // operations, however slow the machine
const until = Date.now() + seconds * 1_000;

const randomAppend = (tenant, op) => {
  const streams = [...new Set(Array.from({ length: random() < 0.2 ? 2 : 1 }, () => `s${Math.floor(random() ** 2 * 12)}`))];
  let part = 0;
  const writes = streams.map((stream) => ({
    stream, expected: random() < 0.5 ? 'any' : seen.get(`${tenant} ${stream}`) ?? 0,
    events: Array.from({ length: 1 + Math.floor(random() * 4) }, () => ({ type: 'Happened', schemaVersion: 1, occurredOn: '2026-01-01', data: { op, part: (part += 1), tenant } })),
  }));
  return { requestKey: op, actor: 'system:writer', correlation: name, writes };
};

/** Straight on the function, inside a longer transaction that writes elsewhere first, dawdles, and sometimes is given up. */
const inTransaction = async (tenant, append) => {
  const rolledBack = new Error('rolled back');
  const gaveUp = random() < 0.3;
  try {
    return await database.withTenant(tenant, async (tx) => {
      if (random() < 0.6) await tx.query('INSERT INTO elsewhere.note VALUES ($1)', [append.requestKey]);
      const { rows: [row] } = await tx.query(APPEND, appendArguments(tenant, [prepare(append)]));
      await wait(random() * 10);
      if (gaveUp) throw rolledBack;
      return { outcome: row.outcome, position: row.position, versions: row.versions };
    });
  } catch (error) {
    if (error === rolledBack) return { outcome: 'rolled back' };
    throw error;
  }
};

const writer = async () => {
  while (Date.now() < until || operations < AT_LEAST) {
    const tenant = pick(tenants);
    const op = `${name}-${(operations += 1)}`;
    const append = randomAppend(tenant, op);
    const events = append.writes.reduce((sum, write) => sum + write.events.length, 0);
    say({ type: 'invoke', tenant, op, events });
    try {
      const result = random() < 0.3 ? await inTransaction(tenant, append) : await store.append(tenant, append);
      say({ type: result.outcome === 'appended' ? 'ok' : 'fail', tenant, op, events, position: result.position });
      if (result.outcome === 'appended') append.writes.forEach(({ stream }, index) => seen.set(`${tenant} ${stream}`, Number(result.versions[index])));
      if (result.outcome === 'conflict') seen.set(`${tenant} ${result.stream}`, result.actual);
      if (random() < 0.05) { // the same again: it must be answered from the record
        const again = await store.append(tenant, append);
        if (result.outcome === 'appended' && (again.outcome !== 'appended' || again.position !== result.position)) say({ type: 'violation', tenant, op, again });
        if (result.outcome === 'rolled back' && again.outcome === 'appended') say({ type: 'ok', tenant, op, events, position: again.position });
      }
    } catch (error) {
      if (!(error instanceof OutcomeUnknown) && !/terminat/.test(error.message)) say({ type: 'violation', tenant, op, error: `${error.name}: ${error.message}` });
      else say({ type: 'unknown', tenant, op, events });
    }
  }
};

await Promise.all(Array.from({ length: writers }, writer));
await database.close();
