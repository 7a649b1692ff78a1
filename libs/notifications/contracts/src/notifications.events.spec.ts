import { readdirSync, readFileSync } from 'node:fs';
import { notice, ofOneProgram, webhookEndpointEvents, webhookEventType } from './index.js';

const folder = new URL('./golden/', import.meta.url);
const versions = webhookEndpointEvents.types.flatMap((type) => Array.from({ length: type.version }, (_, index) => ({ type, version: index + 1 })));

it.each(versions.map((each) => [`${each.type.name}.v${each.version}.json`, each] as const))('reads %s', (file, { type, version }) => {
  const stored: unknown = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
  const lifted = type.upcast(version, stored);
  expect(type.schema.parse(lifted)).toEqual(lifted);
  if (version === type.version) expect(lifted).toEqual(stored);
});

it('keeps a golden file for every version ever written, and none besides', () =>
  expect(readdirSync(folder).sort()).toEqual(versions.map(({ type, version }) => `${type.name}.v${version}.json`).sort()));

it('lets no secret into an event', () => {
  for (const { type, version } of versions) {
    const golden = JSON.parse(readFileSync(new URL(`${type.name}.v${version}.json`, folder), 'utf8')) as object;
    expect(JSON.stringify(type.of({ ...golden, secret: 'whsec_x' } as never))).not.toContain('whsec_');
  }
});

it('lets nothing but ids and a day into a notice', () => {
  const due = { to: 'p-amara', kind: 'PLEDGE_DUE_SOON', about: { what: 'commitment', id: 'c1' }, day: '2025-09-30' };
  expect(notice.parse(due)).toEqual(due);
  for (const more of [{ text: 'x' }, { about: { ...due.about, name: 'Ben' } }, { to: 'Ben Okafor' }]) expect(notice.safeParse({ ...due, ...more }).success).toBe(false);
});

it('offers nothing of advocacy to other systems, and what names a pair to one programme only', () => {
  expect(webhookEventType.options.filter((type) => /advocacy|action|pledge|witness/.test(type))).toEqual([]);
  expect(webhookEventType.options.filter((type) => /^(commitment|participant|sponsor|outcome)\./.test(type) && !ofOneProgram.has(type))).toEqual([]);
});
