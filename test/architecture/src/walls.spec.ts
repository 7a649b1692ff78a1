import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lintAs, root, type Problem } from './run.js';

// A folder per wall, and in it one file at the path where it would lie if somebody wrote it: libs/sponsorship/domain/src/attempt.ts.
const folder = join(root, 'test/architecture/refused');

const IMPORTS = '@nx/enforce-module-boundaries';
const may = (tag: string): [string, RegExp] => [IMPORTS, new RegExp(`^A project tagged with "${tag}" can only depend on`)];
const pure: RegExp = /The middle is functions/;
const connection: [string, RegExp] = ['no-restricted-syntax', /withTenant in libs\/access/];

/** What the lint must say of each, in order, and nothing else. */
const walls: Record<string, [ruleId: string, message: RegExp][]> = {
  'kernel-imports-platform': [may('type:kernel')],
  'kernel-imports-contracts': [may('type:kernel')],
  'contracts-import-domain': [may('type:contracts')],
  'contracts-draw-an-id': [['no-restricted-globals', /crypto.*The middle/]],
  'domain-imports-service': [may('type:domain')],
  'domain-imports-platform': [may('type:domain')],
  'domain-imports-domain-of-another': [may('type:domain')],
  'domain-imports-a-package': [[IMPORTS, /^A project tagged with "type:domain" is not allowed to import "pg"/]],
  'domain-imports-the-property-tester': [['no-restricted-imports', /For specs/]],
  'domain-imports-node': [['no-restricted-imports', pure]],
  'domain-imports-node-by-its-old-name': [['no-restricted-imports', pure]],
  'domain-imports-node-when-asked': [['no-restricted-syntax', /said at the top/]],
  'domain-reads-the-clock': [['no-restricted-globals', /Date.*The middle/]],
  'domain-reads-the-environment': [['no-restricted-globals', /process.*The middle/]],
  'domain-draws-at-random': [['no-restricted-properties', /Math\.random/]],
  'platform-imports-context': [may('type:platform')],
  'platform-imports-contracts': [may('type:platform')],
  'context-imports-domain-of-another': [may('scope:program-analytics')],
  'context-imports-service-of-another': [may('type:service')],
  'service-imports-app': [may('type:service')],
  'app-imports-domain': [may('type:app')],
  'app-imports-app': [may('type:app')],
  'standalone-imports-domain': [may('type:standalone')],
  'service-imports-sample': [may('type:service')],
  'sample-imports-app': [may('type:sample')],
  'test-imports-service': [may('type:test')],
  'test-imports-domain': [may('type:test')],
  'reaches-inside-another-project': [[IMPORTS, /cannot be imported by a relative or absolute path/]],
  'package-of-a-package': [[IMPORTS, /^Only packages defined in the "package\.json" can be imported/]],
  'bus-that-forgets': ['AggregateRoot', 'EventBus', 'EventPublisher', 'EventsHandler', 'Saga'].map((name) => ['no-restricted-imports', new RegExp(`^'${name}'.*A crash`)]),
  'pool-of-its-own': [connection, connection],
  'asks-around-the-tenant': [connection, connection],
  repository: [connection, connection],
  any: [['@typescript-eslint/no-explicit-any', /Unexpected any/]],
};

const pathOf = (wall: string): string => {
  const [file, ...others] = readdirSync(join(folder, wall), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  if (file === undefined || others.length > 0) throw new Error(`${wall} must hold one file.`);
  return file;
};

let said: Map<string, readonly Problem[]>;
beforeAll(async () => {
  const names = Object.keys(walls);
  const problems = await lintAs(names.map((wall) => ({ path: pathOf(wall), code: readFileSync(join(folder, wall, pathOf(wall)), 'utf8') })));
  said = new Map(names.map((wall, index) => [wall, problems[index]!]));
}, 120_000);

it.each(Object.entries(walls))('refuses what %s', (wall, expected) =>
  expect(said.get(wall)).toEqual(expected.map(([ruleId, message]) => ({ ruleId, message: expect.stringMatching(message), line: expect.any(Number) }))));

it('has a rule for every attempt', () => expect(readdirSync(folder).sort()).toEqual(Object.keys(walls).sort()));

it('refuses a circle among projects, and names it', async () => {
  const path = 'libs/access/src/attempt.ts'; // the event store stands on it
  const code = `import { LocalWakeups } from '@vouchsafe/event-store';\n\nexport const wakeups = new LocalWakeups();\n`;
  const [problems] = await lintAs([{ path, code }], { apart: false });
  expect(problems).toEqual([{ ruleId: IMPORTS, message: expect.stringMatching(/Circular dependency.*@vouchsafe\/access -> @vouchsafe\/event-store -> @vouchsafe\/access/s), line: 1 }]);
}, 60_000);

it('lets pass what keeps to the rules', async () => {
  const [problems] = await lintAs([{ path: 'libs/sponsorship/domain/src/attempt.ts', code: `import { reject } from '@vouchsafe/decider';\n\nexport const no = reject({ reason: 'No' });\n` }]);
  expect(problems).toEqual([]);
}, 60_000);

it('allows in specs what they need', async () => {
  const code = `import fc from 'fast-check';\n\nexport const anything = fc.anything();\n`;
  expect(await lintAs([{ path: 'libs/sponsorship/domain/src/attempt.spec.ts', code }])).toEqual([[]]);
}, 60_000);
