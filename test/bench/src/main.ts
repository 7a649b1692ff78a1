import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { appendManyTenants, appendOneTenant, appendOneTenantSlowCommit } from './append/append-single.row.js';
import { appendBulk } from './append/append-bulk.row.js';
import type { BenchRow } from './bench-row.js';
import { catchUp } from './facts/catch-up.row.js';
import { rebuild } from './facts/rebuild.row.js';
import { plainTable, readme, writeJson, type Result } from './figures/report.js';
import { freshness } from './freshness/freshness.row.js';
import { report, reportGrowth } from './report/report.row.js';
import { startServer } from './server/server.js';

const ROWS: readonly BenchRow[] = [appendOneTenant, appendOneTenantSlowCommit, appendManyTenants, appendBulk, rebuild, catchUp, freshness, report, reportGrowth];
const RUNS = 5;
const README = 'test/bench/README.md';

const usage = `npm run bench [-- ROW…] [--json FILE] [--quick] [--write]\nRows: ${ROWS.map(({ row }) => row).join(', ')}`;

interface Asked {
  readonly rows: readonly BenchRow[];
  readonly json: string | undefined;
  readonly quick: boolean;
  readonly write: boolean;
}

/** @throws Error with a sentence for the terminal */
const asked = (args: readonly string[]): Asked => {
  const { values, positionals } = parseArgs({
    args: [...args], allowPositionals: true, options: { json: { type: 'string' }, quick: { type: 'boolean', default: false }, write: { type: 'boolean', default: false } },
  });
  const unknown = positionals.filter((name) => !ROWS.some(({ row }) => row === name));
  if (unknown.length > 0) throw new Error(`There is no row ${unknown.join(', ')}.`);
  if (values.write && (values.quick || positionals.length > 0)) throw new Error('--write is for a whole run: leave out --quick and the names of rows.');
  return { rows: ROWS.filter(({ row }) => positionals.length === 0 || positionals.includes(row)), json: values.json, quick: values.quick, write: values.write };
};

/** @returns the status to end with: 0 measured, 1 something was lost or out of order, 2 wrong usage. A ratio that is missed is shown, not punished: it depends on the machine. */
export const bench = async (args: readonly string[]): Promise<number> => {
  let options: Asked;
  try {
    options = asked(args);
  } catch (error) {
    console.error(`${(error as Error).message}\n${usage}`);
    return 2;
  }
  const progress = (text: string) => console.error(text);
  const server = await startServer(progress);
  const results: Result[] = [];
  let interrupted = false;
  for (const [signal, status] of [['SIGINT', 130], ['SIGTERM', 143]] as const) {
    process.once(signal, () => {
      interrupted = true;
      void server.stop().finally(() => process.exit(status));
    });
  }
  try {
    for (const row of options.rows) {
      const figures = await row.measure({ server, runs: options.quick ? 2 : RUNS, quick: options.quick, progress });
      results.push({ row, figures });
    }
    console.log(plainTable(results));
    if (options.json) await writeJson(options.json, server, results);
    if (options.write) await writeFile(README, readme(server, 'npm run bench -- --write', results));
    return results.some(({ figures }) => figures.lost > 0 || figures.outOfOrder > 0) ? 1 : 0;
  } finally {
    if (!interrupted) await server.stop();
  }
};
