import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vouchsafeJson } from '@vouchsafe/test-support';
import type { Fault } from './faults/fault.js';
import type { Field } from './field/field.js';
import { caughtUp, readEffects, readLog, tenantsOf, watchPositions } from './field/gather.js';
import { startLoad, type Load } from './field/load.js';
import { readTopic } from './field/topic.js';
import { violationsOf } from './history/checks.js';
import { operations, type Violation } from './history/history.js';

/** A line of the table. */
export interface Result {
  readonly fault: string;
  readonly what: string;
  readonly cycles: number;
  /** Cycles at whose beginning an operation was in flight. */
  readonly hits: number;
  readonly operations: number;
  readonly ok: number;
  readonly fail: number;
  /** Answers of unknown outcome, before they were resolved. */
  readonly unknown: number;
  /** Events that the topic holds more than once: what was dropped on the way to the read models. */
  readonly duplicates: number;
  readonly violations: readonly Violation[];
  /** Until every projection stood at its head after the last healing. */
  readonly caughtUpMs: number | null;
  readonly seconds: number;
}

/** Liveness: everything stands at its head within so long after the fault has healed. */
const CATCHES_UP_WITHIN = 30_000;
/** A machine that many share may take longer; that is said, and is no violation of safety. */
const WAITS_FOR = 180_000;

/** Whether what heals by itself did: every chain, and every read model at its head. */
const healed = async (field: Field): Promise<{ caughtUpMs: number | null; violations: Violation[] }> => {
  const caughtUpMs = await caughtUp(field, WAITS_FOR);
  const violations: Violation[] = [];
  if (caughtUpMs === null || caughtUpMs > CATCHES_UP_WITHIN) {
    violations.push({ check: 'H11', what: `the read models took ${caughtUpMs === null ? `more than ${WAITS_FOR}` : Math.round(caughtUpMs)} ms to reach their heads`, shown: [] });
  }
  await Promise.all(field.organizations.map(async ({ handle }) => {
    const { ok, problems } = await vouchsafeJson<{ ok: boolean; problems: unknown[] }>(field.installation, ['verify', '--organization', handle]);
    if (!ok) violations.push({ check: 'H10', what: `the chain of ${handle} is broken`, shown: problems });
  }));
  return { caughtUpMs, violations };
};

/** Under load, so many times. Whatever becomes of it, everything runs again afterwards, and every outcome is known or a violation.
 * @param found takes what was seen on the way */
const inflicted = async (field: Field, load: Load, fault: Fault, cycles: number, found: Violation[], progress: (text: string) => void): Promise<{ begun: number; hits: number }> => {
  let [hits, begun] = [0, 0];
  const orNote = (work: Promise<void>): Promise<void> => work.catch((error: Error) => void found.push({ check: 'run', what: `it could not be gone on with: ${error.message}`, shown: [] }));
  await orNote((async () => {
    await load.moves(20);
    for (; begun < cycles; begun += 1) {
      progress(`${fault.fault}: ${fault.what}, ${begun + 1} of ${cycles}`);
      if (load.inFlight() > 0) hits += 1;
      found.push(...(await fault.inflict(field, load, begun)) ?? []);
      await load.moves(10);
    }
  })());
  await load.stop();
  await orNote(field.mend().then((ill) => void found.push(...ill.map((name) => ({ check: 'run', what: `${name} did not become ready again by itself`, shown: [] })))));
  await orNote(load.resolve());
  return { begun, hits };
};

/** Inflicts a fault so many times under load, heals it, and puts every question to the history. */
export const runFault = async (field: Field, fault: Fault, cycles: number, seed: number, progress: (text: string) => void): Promise<Result> => {
  const from = performance.now();
  const folder = await mkdtemp(join(tmpdir(), 'vouchsafe-history-'));
  try {
    const load = await startLoad(field, await tenantsOf(field), join(folder, 'history.jsonl'), seed);
    const positions = watchPositions(field);
    const found: Violation[] = [];
    const { begun, hits } = await inflicted(field, load, fault, cycles, found, progress);
    progress(`${fault.fault}: healed, now the history`);
    const { caughtUpMs, violations } = await healed(field);
    const samples = await positions.stop();
    const [log, topic, effects] = await Promise.all([readLog(field), readTopic(field), readEffects(field)]);
    const done = operations(load.entries);
    return {
      fault: fault.fault, what: fault.what, cycles: begun, hits, operations: done.length, ok: done.filter(({ outcome }) => outcome === 'ok').length, fail: done.filter(({ outcome }) => outcome === 'fail').length,
      unknown: load.entries.filter(({ type }) => type === 'unknown').length, duplicates: topic.length - new Set(topic.map(({ tenant, position }) => `${tenant} ${position}`)).size,
      violations: [...found, ...violations, ...violationsOf({ entries: load.entries, log, readers: { topic }, effects, samples })], caughtUpMs, seconds: (performance.now() - from) / 1_000,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
