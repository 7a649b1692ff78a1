import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { Database } from '@vouchsafe/access';
import { fold } from '@vouchsafe/decider';
import { directories, type Directory } from '@vouchsafe/directory-domain';
import type { DirectoryEvent } from '@vouchsafe/directory-contracts';
import { freshDatabase } from '@vouchsafe/embedded-postgres/testing';
import { readEvent, type TenantId } from '@vouchsafe/event-schema';
import { LocalWakeups, PostgresEventStore, SystemClock } from '@vouchsafe/event-store';
import { knownEvents, migrateLedger, ProjectionRunner, ReadModels } from '@vouchsafe/projections';
import { directory } from './directory.context.js';
import { DIRECTORY_STREAM } from './import-people/directory-state.js';
import type { ImportDeps } from './import-people/import-deps.js';
import { importPeople, type ImportPeopleOptions } from './import-people/import-people.js';
import type { ImportReview } from './import-people/import-review.js';

export const OPERATOR = { actorId: 'person:op' as const };

let requests = 0;

/** Everything that the directory needs, on a PostgreSQL database of its own, with a runner that folds. */
export const aDirectory = (...tenants: readonly TenantId[]) => aDirectoryThat({}, ...tenants);

/** @param batch events that the runner folds in one transaction */
export const aDirectoryThat = async ({ batch = 1_000 }: { batch?: number }, ...tenants: readonly TenantId[]) => {
  const fresh = await freshDatabase({ empty: true });
  await migrateLedger(fresh.url, [directory]);
  const database = Database.open(fresh.url);
  const wakeups = new LocalWakeups();
  const log = new PostgresEventStore(database, wakeups);
  for (const tenant of tenants) await log.openLog(tenant);
  const troubles: unknown[] = [];
  const runner = new ProjectionRunner(database, log, wakeups, { projections: directory.projections, known: knownEvents([directory]), poll: 50, batch, onTrouble: (trouble) => troubles.push(trouble) });
  await runner.start();
  const clock = new SystemClock();
  const deps: ImportDeps = { database, log, clock };
  const run = (tenant: TenantId, source: Readable, options: Partial<ImportPeopleOptions>, own = deps): Promise<ImportReview> => importPeople(own)(tenant, OPERATOR, source, {
    fileName: 'people.csv', profile: 'organogram', asOf: '2026-03-31', dryRun: false, strict: false, requestKey: `request-${(requests += 1)}`, ...options,
  });
  return {
    database, log, deps, troubles, url: fresh.url, wakeups,
    readModels: new ReadModels(database, log),
    importText: (tenant: TenantId, text: string | Uint8Array, options: Partial<ImportPeopleOptions> = {}, own = deps) => run(tenant, Readable.from([Buffer.from(text as string)]), options, own),
    importFile: (tenant: TenantId, path: string, options: Partial<ImportPeopleOptions> = {}) => run(tenant, createReadStream(path), options),
    state: async (tenant: TenantId): Promise<Directory> =>
      fold(directories, (await log.readStream(tenant, DIRECTORY_STREAM)).map((stored) => readEvent(directories.catalogue, stored) as unknown as DirectoryEvent)),
    rows: async <Row>(tenant: TenantId, text: string, values: readonly unknown[] = []): Promise<Row[]> =>
      database.withTenant(tenant, async (tx) => (await tx.query<Row>(text, [tenant, ...values])).rows),
    stopRunner: () => runner.stop(),
    close: async () => {
      await runner.stop();
      await database.close();
      await fresh.drop();
    },
  };
};
export type ADirectory = Awaited<ReturnType<typeof aDirectory>>;

const ORGANOGRAM_HEADER = 'Post Unique Reference,Grade (or equivalent),Job Title,Unit,Reports to Senior Post,FTE,Professional/Occupational Group';
const HR_HEADER = 'employeeId,name,workEmail,jobTitle,grade,function,unit,managerId,startDate,endDate,status,Rating Band';

/** A file of posts: each its key and the key above. */
export const organogram = (...posts: readonly (readonly [key: string, above?: string, others?: { grade?: string; unit?: string; fte?: string }])[]): string =>
  [ORGANOGRAM_HEADER, ...posts.map(([key, above = 'XX', { grade = 'SCS1', unit = 'Data', fte = '1' } = {}]) => `${key},${grade},Head of ${key},${unit},${above},${fte},Policy`)].join('\n');

/** A file of people: number, manager and what differs. */
export const hrFile = (...people: readonly (readonly [number: string, manager?: string, others?: { name?: string; email?: string; start?: string; grade?: string; band?: string }])[]): string =>
  [HR_HEADER, ...people.map(([number, manager = '', { name = `Person ${number}`, email = `p${number}@example.org`, start = '2020-01-31', grade = 'SCS1', band = '' } = {}]) =>
    `${number},${name},${email},Analyst,${grade},Policy,Data,${manager},${start},,,${band}`)].join('\n');
