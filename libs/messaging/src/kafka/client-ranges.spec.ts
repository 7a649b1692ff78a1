import { readFileSync } from 'node:fs';
import * as platformatic from '@platformatic/kafka';
// @ts-expect-error the client declares no types for its insides
import * as insides from 'kafkajs/src/protocol/requests/index.js';
// @ts-expect-error as above
import * as keys from 'kafkajs/src/protocol/requests/apiKeys.js';
import { KAFKAJS, PLATFORMATIC, type ClientRanges } from './client-ranges.js';

const installed = (name: string): string => (JSON.parse(readFileSync(new URL(`../../../../node_modules/${name}/package.json`, import.meta.url), 'utf8')) as { version: string }).version;

type Definitions = Record<string, { versions: (string | number)[] }>;
const asRange = (key: number, versions: readonly number[]) => ({ key, min: Math.min(...versions), max: Math.max(...versions) });

it('says of kafkajs what its own request definitions say', () => {
  const requests = (insides as { requests: Definitions }).requests;
  const actual = Object.fromEntries(Object.keys(KAFKAJS.requests).map((name) => {
    const inside = name === 'FindCoordinator' ? 'GroupCoordinator' : name; // its name until Kafka 0.11
    return [name, asRange((keys as Record<string, number>)[inside]!, requests[inside]!.versions.map(Number))];
  }));
  expect(KAFKAJS.requests).toEqual(actual);
});

it('says of @platformatic/kafka what its own request definitions say', () => {
  const found = new Map<string, { key: number; versions: number[] }>();
  for (const [name, member] of Object.entries(platformatic)) {
    const [, request, version] = /^([a-z]\w*?)V(\d+)$/.exec(name) ?? [];
    const api = (member as { api?: { key: number } } | undefined)?.api;
    if (!request || !api) continue;
    const known = found.get(request) ?? { key: api.key, versions: [] };
    found.set(request, { ...known, versions: [...known.versions, Number(version)] });
  }
  const actual = Object.fromEntries(Object.keys(PLATFORMATIC.requests).map((name) => {
    const { key, versions } = found.get(name.charAt(0).toLowerCase() + name.slice(1))!;
    return [name, asRange(key, versions)];
  }));
  expect(PLATFORMATIC.requests).toEqual(actual);
});

it.each<[string, ClientRanges]>([['kafkajs', KAFKAJS], ['@platformatic/kafka', PLATFORMATIC]])('names the version of %s that is installed', (name, { client }) => {
  expect(client).toBe(`${name} ${installed(name)}`);
});
