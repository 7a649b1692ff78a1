import { writeFile } from 'node:fs/promises';
import { constants, cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { cuts } from './faults/cuts.js';
import { databaseFaults } from './faults/database.js';
import type { Fault } from './faults/fault.js';
import { hangs } from './faults/hangs.js';
import { infrastructureFaults } from './faults/infrastructure.js';
import { processFaults } from './faults/processes.js';
import { projectionFaults } from './faults/projections.js';
import { lies } from './faults/records.js';
import { threeBrokers } from './faults/three-brokers.js';
import { openField } from './field/field.js';
import { notRun } from './not-run.js';
import { runFault, type Result } from './run-fault.js';
import { markdownTable, plainTable } from './table.js';

const inOrder = <One extends { readonly fault: string }>(all: readonly One[]): One[] => [...all].sort((a, b) => Number(a.fault.slice(1)) - Number(b.fault.slice(1)));
const FAULTS: readonly Fault[] = inOrder([...processFaults, ...infrastructureFaults, ...projectionFaults, ...databaseFaults, ...hangs, lies, cuts, threeBrokers]);
const README = 'test/faults/README.md';
const usage = `npm run faults [-- F1 F7 …] [--full] [--small] [--cycles N] [--seed N] [--json FILE] [--write]\nFaults: ${FAULTS.map(({ fault }) => fault).join(', ')}`;

const asked = (args: readonly string[]) => {
  const { values, positionals } = parseArgs({
    args: [...args], allowPositionals: true,
    options: { json: { type: 'string' }, full: { type: 'boolean', default: false }, small: { type: 'boolean', default: false }, cycles: { type: 'string' }, seed: { type: 'string' }, write: { type: 'boolean', default: false } },
  });
  const unknown = positionals.filter((name) => !FAULTS.some(({ fault }) => fault === name));
  if (unknown.length > 0) throw new Error(`There is no fault ${unknown.join(', ')} to run.`);
  const tooLarge = values.small ? FAULTS.filter(({ fault, isSmall }) => positionals.includes(fault) && !isSmall) : [];
  if (tooLarge.length > 0) throw new Error(`--small has too few parts for ${tooLarge.map(({ fault }) => fault).join(', ')}.`);
  const whole = (name: string, text: string | undefined) => {
    if (text !== undefined && !/^[1-9]\d{0,8}$/.test(text)) throw new Error(`--${name} is "${text}"; it must be a whole number from 1.`);
    return text === undefined ? undefined : Number(text);
  };
  return {
    ...values, faults: positionals.length === 0 ? FAULTS.filter(({ isSmall }) => !values.small || isSmall) : positionals.map((name) => FAULTS.find(({ fault }) => fault === name)!), // in the order asked
    cycles: whole('cycles', values.cycles), seed: whole('seed', values.seed) ?? Math.floor(Math.random() * 1e9) + 1,
  };
};

const readme = (results: readonly Result[], seed: number, command: string): string => {
  const skipped = FAULTS.filter(({ fault }) => !results.some((result) => result.fault === fault));
  return `# Faults

<!-- Written by \`${command}\`; edit test/faults/src instead. -->

The distributed shape as \`npm run cluster\` starts it, with a second relay, on one machine of ${cpus().length} cores (Node ${process.versions.node}), PostgreSQL with fsync and synchronous_commit on, one Kafka broker. Eight clients
record advocacy in three organizations through both apis, with request keys, while something is killed, frozen, cut or lost. What they sent and what they were answered goes into a file outside; after
healing, every unknown outcome is sent again under its key, and the history is put to the questions of \`src/history/checks.ts\`: nothing acknowledged is lost, nothing refused is there, every key has one effect, positions
and versions have no hole, readers agree, read models equal the log and never go back, the order is that of real time, the chain holds, the heads are reached within 30 s.

    ${command}

Seed ${seed}.

${markdownTable(inOrder(results))}

*Hits* are cycles in which an operation was in flight when the fault came. *Unknown* counts answers before they were resolved, *duplicates* what the topic holds more than once. Each question is proved by a violation that
is planted (\`src/history/checks.spec.ts\`).

## Not run here

| fault | |
| --- | --- |
${[...skipped.map(({ fault, what }) => `| ${fault} | ${what}: written, and not in this run |`), ...notRun.map(({ fault, why }) => `| ${fault} | ${why} |`)].join('\n')}

Nor is this tested anywhere: real power loss, disks that lie about fsync, clocks that differ between hosts, networks between sites, more than one machine, Citus, managed PostgreSQL.
`;
};

/** A terminal signals the whole group, and npm passes it on once more: within this time it is the same press of the key. */
const ONE_PRESS = 1_000;

/** Stops and removes everything at Ctrl-C; a second one waits for nothing. @returns what undoes this */
const leaveAtSignals = (close: () => Promise<void>): (() => void) => {
  let since: number | undefined;
  const leave = (signal: NodeJS.Signals): void => {
    const status = 128 + constants.signals[signal];
    if (since !== undefined && performance.now() - since > ONE_PRESS) process.exit(status);
    if (since !== undefined) return;
    since = performance.now();
    process.stderr.write('stopping\n');
    void close().finally(() => process.exit(status));
  };
  process.on('SIGINT', leave).on('SIGTERM', leave);
  return () => void process.off('SIGINT', leave).off('SIGTERM', leave);
};

/** @returns the status to end with: 0 without violations, 1 with one or for a fault that hit nothing, 2 for wrong usage */
export const faults = async (args: readonly string[]): Promise<number> => {
  let options: ReturnType<typeof asked>;
  try {
    options = asked(args);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n${usage}\n`);
    return 2;
  }
  const from = performance.now();
  const progress = (text: string) => void process.stderr.write(`${String(Math.round((performance.now() - from) / 1_000)).padStart(5)} s  ${text}\n`);
  progress(`seed ${options.seed}`);
  const opening = openField({ isSmall: options.small, progress });
  const close = (): Promise<void> => opening.then((field) => field.close(), () => undefined); // one that fails to open has closed itself
  const forget = leaveAtSignals(close);
  const results: Result[] = [];
  const command = `npm run faults -- ${args.join(' ').replace(/ ?--json[ =]\S+/, '')}`.trim(); // where somebody's figures lie is nobody else's business
  try {
    const field = await opening;
    for (const fault of options.faults) {
      const result = await runFault(field, fault, options.cycles ?? fault.cycles[options.full ? 'full' : 'short'], options.seed, progress);
      results.push(result);
      for (const { check, what, shown } of result.violations.slice(0, 5)) progress(`VIOLATION ${check}: ${what}\n${shown.map((one) => `    ${JSON.stringify(one)}`).join('\n')}\n    again: npm run faults -- ${fault.fault} --seed ${options.seed}`);
      process.stderr.write(`${plainTable([result])}\n`);
      if (options.write) await writeFile(README, readme(results, options.seed, command)); // as it goes: what was seen before somebody lost patience was seen
    }
  } finally {
    await close();
    forget();
  }
  const violations = results.reduce((sum, result) => sum + result.violations.length, 0);
  const missed = results.filter(({ hits }) => hits === 0).map(({ fault }) => fault);
  const left = notRun.flatMap(({ fault }) => fault.split(', ')).length + FAULTS.length - results.length;
  process.stdout.write(`${plainTable(results)}\n${results.length} faults run, ${violations} violations${missed.length > 0 ? `; without a hit: ${missed.join(', ')}` : ''}. Not run: ${left}; test/faults/README.md names each.\n`);
  if (options.json) {
    await writeFile(options.json, `${JSON.stringify({ seed: options.seed, faults: results.map(({ violations: found, ...result }) => ({ ...result, violations: found.length, found })), notRun }, null, 2)}\n`);
  }
  return violations > 0 || missed.length > 0 ? 1 : 0;
};
