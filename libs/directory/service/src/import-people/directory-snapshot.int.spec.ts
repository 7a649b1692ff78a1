import type { TenantId } from '@vouchsafe/event-schema';
import { EventStore } from '@vouchsafe/event-store';
import { entriesOf, type Directory } from '@vouchsafe/directory-domain';
import { aTenant } from '@vouchsafe/event-store/testing';
import { aDirectory, hrFile, OPERATOR, organogram, type ADirectory } from '../directory.fixtures.js';
import { confirmStaged } from './confirm-import.js';
import { loadDirectory, loadImports } from './directory-state.js';
import { finishRecording } from './record-import.js';

const [ACME, GLOBEX] = [aTenant(1), aTenant(2)];
const HR = { profile: 'hr', asOf: '2026-03-31' };
let d: ADirectory;
beforeEach(async () => { d = await aDirectory(ACME, GLOBEX); });
afterEach(() => d.close());

/** As data: two maps of the same entries are the same, however they were filled. */
const plain = ({ posts, persons, imports, ...rest }: Directory) =>
  ({ ...rest, posts: Object.fromEntries(entriesOf(posts)), persons: Object.fromEntries(entriesOf(persons)), imports: Object.fromEntries(entriesOf(imports)) });

/** The log, counting the events that are read from streams. */
const counting = () => {
  const read = { events: 0 };
  const log = new Proxy(d.log as EventStore, {
    get: (store, name) => (name !== 'readStream' ? (store[name as keyof EventStore] as (...args: unknown[]) => unknown).bind(store) : async (...args: Parameters<EventStore['readStream']>) => {
      const page = await store.readStream(...args);
      read.events += page.length;
      return page;
    }),
  });
  return { log, read };
};
const withSnapshots = () => ({ ...d.deps, snapshotAfter: 5 });
const kept = (tenant: TenantId) => d.rows<{ version: number }>(tenant, 'SELECT version FROM directory.snapshot WHERE tenant_id = $1');
const people = (count: number, unit: string) => hrFile(...Array.from({ length: count }, (_, index) => [String(index + 1), index === 0 ? '' : '1', { grade: index % 3 === 0 ? unit : 'SCS1' }] as const));

it('stands for the history that it was made from, for everything that is decided', async () => {
  const deps = withSnapshots();
  await d.importText(ACME, people(12, 'SCS2'), HR, deps);
  await d.importText(ACME, people(10, 'SCS3'), HR, deps);
  await d.importText(ACME, people(10, 'SCS3'), { ...HR, dryRun: true }, deps); // behind the snapshot
  const { log, read } = counting();
  const loaded = await loadDirectory({ database: d.database, log }, ACME);
  expect(plain(loaded.state)).toEqual(plain(await d.state(ACME)));
  expect(loaded.version).toBe((await d.log.head(ACME)).position);
  expect(read.events).toBeLessThan(8);
  const { state: { imports, revision, recording, asOf } } = await loadImports({ database: d.database, log }, ACME);
  expect({ revision, recording, asOf, imports: Object.fromEntries(entriesOf(imports)) }).toEqual((({ revision: r, recording: w, asOf: a, imports: i }) => ({ revision: r, recording: w, asOf: a, imports: i }))(plain(await d.state(ACME))));
});

it('gives the same review and the same directory as the history alone does', async () => {
  const files = [people(12, 'SCS2'), people(9, 'SCS3'), people(14, 'SCS2'), organogram(['1'], ['2', '1'])];
  const told = async (tenant: TenantId, deps: typeof d.deps) => {
    const reviews = [];
    for (const [index, file] of files.entries()) {
      const options = index === 3 ? { acceptLeaversReason: 'Another kind of file.' } : { ...HR, acceptLeaversReason: 'Known.' };
      reviews.push({ ...await d.importText(tenant, file, { ...options, requestKey: `file-${index}` }, deps), importId: null });
    }
    return reviews;
  };
  expect(await told(ACME, withSnapshots())).toEqual(await told(GLOBEX, d.deps));
  expect([(await kept(ACME)).length, (await kept(GLOBEX)).length]).toEqual([1, 0]);
  const shape = async (tenant: TenantId) => (({ posts, persons, revision, heldPlaces, asOf }) => ({ posts: posts.size, persons: persons.size, revision, heldPlaces, asOf }))(await d.state(tenant));
  expect(await shape(ACME)).toEqual(await shape(GLOBEX));
});

it('lets a confirmation read what happened since, and not the history', async () => {
  const deps = withSnapshots();
  await d.importText(ACME, people(40, 'SCS2'), HR, deps); // 120 changes
  const { importId } = await d.importText(ACME, people(40, 'SCS3'), { ...HR, dryRun: true }, deps);
  const { log, read } = counting();
  const confirming = { ...deps, log };
  expect(await confirmStaged(confirming, ACME, OPERATOR, { importId: importId!, requestKey: 'confirm', strict: false, acceptLeaversReason: null })).toMatchObject({ accepted: true });
  await finishRecording({ ...confirming, snapshotAfter: 5_000 }, ACME, importId!);
  expect(read.events).toBeLessThan(10);
  expect((await d.state(ACME)).recording).toBeNull();
});

it.each([
  ['of another format', 'UPDATE directory.snapshot SET format = 99 WHERE tenant_id = $1'],
  ['with a page missing', 'DELETE FROM directory.snapshot_page WHERE tenant_id = $1 AND page = 1'],
  ['that was lost', 'DELETE FROM directory.snapshot WHERE tenant_id = $1'],
])('is not needed: one %s costs a walk through the log, and is replaced', async (_, damage) => {
  const deps = withSnapshots();
  await d.importText(ACME, people(12, 'SCS2'), HR, deps);
  await d.rows(ACME, damage);
  expect(plain((await loadDirectory(deps, ACME)).state)).toEqual(plain(await d.state(ACME)));
  expect(await d.importText(ACME, people(12, 'SCS3'), HR, deps)).toMatchObject({ state: 'CONFIRMED', changes: { levelChanged: 4 } });
  expect(plain((await loadDirectory(deps, ACME)).state)).toEqual(plain(await d.state(ACME)));
});

it('holds no name, address or number of a person', async () => {
  await d.importText(ACME, hrFile(['7', '', { name: 'Amara Okafor', email: 'amara@example.org' }], ['8', '7', { name: 'Ben' }]), HR, withSnapshots());
  expect(JSON.stringify(await d.rows(ACME, 'SELECT head, (SELECT json_agg(lines) FROM directory.snapshot_page WHERE tenant_id = $1) AS pages FROM directory.snapshot WHERE tenant_id = $1'))).not.toMatch(/Amara|Ben|example\.org|Analyst/i);
});
