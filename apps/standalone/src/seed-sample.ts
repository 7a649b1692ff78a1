import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Ledger } from '@vouchsafe/projections';
import { generateSampleData } from '@vouchsafe/sample-data';
import { logger } from '@vouchsafe/telemetry';
import { besideTheLogs } from './beside-the-logs.js';

const SEED = 1;
const ORGANIZATIONS = 3;
const EVENTS = 50_000;

/** What is kept of a seeding, so that one that was interrupted goes on with the same days. */
interface Seeding { readonly until: string; readonly done: boolean }

const today = (): string => new Date().toISOString().slice(0, 10);

/** Fills an empty ledger with the sample organizations; goes on where an earlier start was interrupted; does nothing to a ledger that is in use. */
export const seedSample = async (ledger: Ledger, home: string): Promise<void> => {
  const file = join(home, 'sample.json');
  const known = await readFile(file, 'utf8').then((text) => JSON.parse(text) as Seeding, () => undefined);
  if (known?.done || (!known && (await ledger.store.heads()).length > 0)) return;
  const until = known?.until ?? today();
  await write(file, home, { until, done: false });
  const log = logger('sample data');
  let shown = -1;
  await generateSampleData({
    store: ledger.store, seed: SEED, organizations: ORGANIZATIONS, events: EVENTS, until,
    ...besideTheLogs(ledger),
    onProgress: ({ done, total }) => {
      const tenth = Math.min(10, Math.floor((done / total) * 10));
      if (tenth > shown) log.info(`${tenth * 10} % of two years of three sample organizations`);
      shown = tenth;
    },
  });
  await write(file, home, { until, done: true });
};

const write = async (file: string, home: string, seeding: Seeding): Promise<void> => {
  await mkdir(home, { recursive: true });
  await writeFile(`${file}.new`, JSON.stringify(seeding));
  await rename(`${file}.new`, file);
};
