import { readdirSync, readFileSync } from 'node:fs';
import { resolversWithoutAllow, rootResolvers } from '@vouchsafe/graphql/testing';
import { parse } from 'graphql';
import { sponsorshipOnPostgres } from './sponsorship.fixtures.js';

let here: Awaited<ReturnType<typeof sponsorshipOnPostgres>>;
beforeAll(async () => { here = await sponsorshipOnPostgres(); });
afterAll(() => here.close());

const rootFields = readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.graphql'))
  .flatMap((file) => parse(readFileSync(`${__dirname}/${file}`, 'utf8')).definitions)
  .flatMap((each) => (each.kind === 'ObjectTypeExtension' && ['Query', 'Mutation', 'Subscription'].includes(each.name.value) ? each.fields ?? [] : []))
  .map(({ name }) => name.value);

it('answers every field that its contract promises, and asks the policy before each', () => {
  expect(rootResolvers(here.app).map(({ resolver }) => resolver.split('.')[1]).sort()).toEqual([...rootFields].sort());
  expect(rootFields.length).toBeGreaterThan(25);
  expect(resolversWithoutAllow(here.app)).toEqual([]);
});
