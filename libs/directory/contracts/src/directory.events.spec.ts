import { readFileSync } from 'node:fs';
import { directoryEvents } from './index.js';

const golden = (name: string, version: number): unknown =>
  JSON.parse(readFileSync(new URL(`./golden/${name}.v${version}.json`, import.meta.url), 'utf8'));

describe.each(directoryEvents.types.map((type) => ({ type, name: type.name })))('$name', ({ type }) => {
  it.each(Array.from({ length: type.version }, (_, index) => index + 1))('reads what version %i wrote', (version) => {
    const stored = golden(type.name, version);
    const lifted = type.upcast(version, stored);
    expect(type.schema.parse(lifted)).toEqual(lifted);
    if (version === type.version) expect(lifted).toEqual(stored);
  });
});

it('lets no name, address or number of a person into an event', () => {
  for (const type of directoryEvents.types) {
    const written = type.of({ ...(golden(type.name, type.version) as object), name: 'Amara', workEmail: 'amara@example.org', employeeNumber: '7' } as never);
    expect(Object.keys(written.data as object)).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(name|workEmail|employeeNumber)$/)]));
  }
});
