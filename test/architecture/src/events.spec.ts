import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contexts } from '@vouchsafe/projector';
import { readEvent, tenantId, type EventCatalogue } from '@vouchsafe/event-schema';
import { knownEvents } from '@vouchsafe/projections';
import { root } from './run.js';

// The files are written when a version is born and never edited: they stand for what lies in the logs.
const golden = readdirSync(join(root, 'libs'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\/golden\/[^/]+\.json$/.test(file) && !file.includes('node_modules'))
  .map((file) => {
    const [, context, name, version] = /^([^/]+)\/contracts\/.*\/([^/]+)\.v(\d+)\.json$/.exec(file) ?? [];
    return { file, context, name, version: Number(version) };
  });
const known = knownEvents(contexts);
const TENANT = tenantId('00000000-0000-4000-8000-00000000000a');

const isCatalogue = (value: unknown): value is EventCatalogue => typeof value === 'object' && value !== null && 'byName' in value && 'types' in value;

it.each(known.types.map((type) => [type.name, type] as const))('%s: every version ever written is kept, once', (name, { version }) => {
  const kept = golden.filter((each) => each.name === name).map((each) => each.version).sort((a, b) => a - b);
  expect(kept).toEqual(Array.from({ length: version }, (_, index) => index + 1));
});

it.each(golden.map((each) => [each.file, each] as const))('%s reads back', (file, { name, version }) => {
  const data: unknown = JSON.parse(readFileSync(join(root, 'libs', file), 'utf8'));
  const type = known.byName.get(name!);
  if (!type) throw new Error('no context writes such an event');
  const read = readEvent(known, {
    tenant: TENANT, position: 1, stream: 'golden-1', version: 1, type: type.name, schemaVersion: version, data, occurredOn: '2026-03-01', recordedAt: '2026-03-01T12:00:00.000Z',
    actor: 'system:spec', requestKey: 'k', correlation: 'k', causation: null,
  });
  expect(type.schema.parse(read.data)).toEqual(read.data); // fits the newest schema, and nothing of it is lost
  expect(JSON.parse(JSON.stringify(read.data))).toEqual(read.data); // nor would be by storing it
});

it('no contract declares an event that no process knows', async () => {
  const declared: string[] = [];
  for (const face of readdirSync(join(root, 'libs')).map((context) => join(root, 'libs', context, 'contracts/src/index.ts')).filter((file) => existsSync(file))) {
    declared.push(...Object.values(await import(face) as object).filter(isCatalogue).flatMap(({ types }) => types.map(({ name }) => name)));
  }
  expect(declared.length).toBeGreaterThan(50);
  expect([...new Set(declared)].filter((name) => !known.byName.has(name))).toEqual([]);
});

it('a file lies with the contracts of the context that writes it', () => expect(golden.filter(({ context }) => context === undefined)).toEqual([]));
