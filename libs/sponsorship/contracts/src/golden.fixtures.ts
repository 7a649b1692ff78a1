import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { EventCatalogue } from '@vouchsafe/event-schema';

/** Demands, for every version of every type ever stored, one file `golden/<Name>.v<version>.json`, and that today's code reads it.
 * The files are written when a version is born and never edited: they stand for what lies in the logs. */
export const describeGoldenFiles = (catalogue: EventCatalogue, folder: string) => {
  const versions = catalogue.types.flatMap((type) => Array.from({ length: type.version }, (_, index) => ({ type, version: index + 1 })));
  const nameOf = ({ type, version }: (typeof versions)[number]) => `${type.name}.v${version}.json`;

  it.each(versions.map((each) => [nameOf(each), each] as const))('reads %s', (file, { type, version }) => {
    expect(existsSync(`${folder}/${file}`)).toBe(true);
    const stored: unknown = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'));
    const read = type.upcast(version, stored);
    expect(type.schema.parse(read)).toEqual(read); // fits the newest schema, and nothing of it is lost
    if (version === type.version) expect(type.of(stored)).toEqual({ type: type.name, data: stored });
  });

  it('holds no file of an event that nobody knows', () =>
    expect(readdirSync(folder).sort()).toEqual(versions.map(nameOf).sort()));
};
