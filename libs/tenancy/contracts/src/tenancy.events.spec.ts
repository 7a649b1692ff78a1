import { readdirSync, readFileSync } from 'node:fs';
import { networkEvents, organizationEvents, roleEvents, sharingEvents, signInEvents, tenancyEvents } from './index.js';

const folder = new URL('./golden/', import.meta.url);
const golden = (name: string, version: number): unknown => JSON.parse(readFileSync(new URL(`${name}.v${version}.json`, folder), 'utf8'));
const versionsOf = ({ version }: { version: number }) => Array.from({ length: version }, (_, index) => index + 1);

describe.each(tenancyEvents.types.map((type) => ({ type, name: type.name })))('$name', ({ type }) => {
  it.each(versionsOf(type))('reads what version %i wrote', (version) => {
    const stored = golden(type.name, version);
    const lifted = type.upcast(version, stored);
    expect(type.schema.parse(lifted)).toEqual(lifted);
    if (version === type.version) expect(lifted).toEqual(stored);
  });
});

it('keeps a golden file for every version ever written, and none besides', () =>
  expect(readdirSync(folder).sort()).toEqual(tenancyEvents.types.flatMap((type) => versionsOf(type).map((version) => `${type.name}.v${version}.json`)).sort()));

it('publishes every event of every stream', () => {
  const inStreams = [organizationEvents, networkEvents, roleEvents, sharingEvents, signInEvents].flatMap(({ byName }) => [...byName.keys()]);
  expect([...tenancyEvents.byName.keys()].sort()).toEqual([...new Set(inStreams)].sort());
});

it('lets no name, address or number of a person into an event about a person', () => {
  for (const type of roleEvents.types) {
    const written = type.of({ ...(golden(type.name, 1) as object), name: 'Amara', workEmail: 'amara@example.org', employeeNumber: '7' } as never);
    expect(Object.keys(written.data as object).sort()).toEqual(['personId', 'programId', 'role']);
  }
});
