// Walls first: which kind of code may know which kind, and whose code may know whose. Then few ordinary rules.
import { existsSync, readdirSync } from 'node:fs';
import { builtinModules } from 'node:module';
import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';

const only = (sourceTag, ...onlyDependOnLibsWithTags) => ({ sourceTag, onlyDependOnLibsWithTags });
const pure = (...tags) => ({ ...only(...tags), allowedExternalImports: ['zod', 'fast-check'] }); // fast-check in specs only: see below
const contexts = readdirSync('libs').filter((name) => existsSync(`libs/${name}/service`)); // a typed list forgets one, in silence

const depConstraints = [
  pure('type:kernel', 'type:kernel'),
  pure('type:contracts', 'type:kernel', 'type:contracts'),
  pure('type:domain', 'type:kernel', 'type:contracts'),
  only('type:platform', 'type:kernel', 'type:platform'),
  only('type:service', 'type:kernel', 'type:contracts', 'type:domain', 'type:platform'),
  only('type:sample', 'type:kernel', 'type:contracts', 'type:domain', 'type:platform'),
  only('type:app', 'type:kernel', 'type:contracts', 'type:service', 'type:platform', 'type:sample'),
  only('type:standalone', 'type:kernel', 'type:contracts', 'type:service', 'type:platform', 'type:sample', 'type:app', 'type:standalone'), // the two that also start or ask other apps
  // Tests of the whole product ask the apps which contexts it has: a list of their own would forget the next one, in silence.
  // The generator is their load.
  only('type:test', 'type:kernel', 'type:contracts', 'type:platform', 'type:test', 'type:app', 'type:sample'),
  only('scope:platform', 'scope:platform'),
  only('scope:sample', 'scope:sample', ...contexts.map((name) => `scope:${name}`), 'scope:platform'),
  only('scope:apps', 'scope:apps', ...contexts.map((name) => `scope:${name}`), 'scope:platform', 'scope:sample'),
  only('scope:test', 'scope:test', 'scope:platform', 'type:contracts', 'scope:apps', 'scope:sample'),
  ...contexts.map((name) => only(`scope:${name}`, `scope:${name}`, 'scope:platform', 'type:contracts')),
];

const impure = ['Date', 'process', 'fetch', 'crypto', 'setTimeout', 'setInterval', 'globalThis', 'performance'];
const inMemoryHalfOfCqrs = ['EventBus', 'EventPublisher', 'EventsHandler', 'AggregateRoot', 'Saga'];
const poolsAndRepositories = [
  { selector: "NewExpression:matches([callee.name='Pool'], [callee.property.name='Pool'])", message: 'Connections come from withTenant in libs/access.' },
  { selector: "CallExpression[callee.property.name=/^(getRepository|createQueryRunner)$/]", message: 'Connections come from withTenant in libs/access.' },
  { selector: "CallExpression[callee.object.property.name=/^(pool|dataSource)$/][callee.property.name='query']", message: 'Connections come from withTenant in libs/access.' },
  { selector: "CallExpression[callee.object.name=/^(pool|dataSource)$/][callee.property.name='query']", message: 'Connections come from withTenant in libs/access.' },
];

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '**/*.generated.ts', 'test/architecture/refused/**'] },
  {
    files: ['**/*.ts'],
    languageOptions: { parser: tseslint.parser },
    plugins: { '@nx': nx, '@typescript-eslint': tseslint.plugin },
    rules: {
      '@nx/enforce-module-boundaries': ['error', { depConstraints, banTransitiveDependencies: true, allow: [] }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description' }],
      'no-restricted-imports': ['error', {
        paths: [{ name: '@nestjs/cqrs', importNames: inMemoryHalfOfCqrs, message: 'A crash between commit and publish loses the event: subscribe to the log instead.' }],
      }],
      'no-restricted-syntax': ['error', ...poolsAndRepositories],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['libs/*/{domain,contracts}/**/*.ts', 'libs/decider/**/*.ts', 'libs/event-schema/**/*.ts', 'libs/statistics/**/*.ts'],
    ignores: ['**/*.spec.ts', '**/*.fixtures.ts', '**/testing.ts'],
    rules: {
      'no-restricted-globals': ['error', ...impure.map((name) => ({ name, message: 'The middle is functions: time, ids and I/O come in with the command.' }))],
      'no-restricted-properties': ['error', { object: 'Math', property: 'random', message: 'Randomness comes in with the command.' }],
      'no-restricted-imports': ['error', {
        paths: builtinModules.map((name) => ({ name, message: 'The middle is functions: no I/O.' })), // `fs` is `node:fs`
        patterns: [{ group: ['node:*'], message: 'The middle is functions: no I/O.' }, { group: ['fast-check'], message: 'For specs.' }],
      }],
      'no-restricted-syntax': ['error', ...poolsAndRepositories, { selector: 'ImportExpression', message: 'What is loaded is said at the top, where the walls look.' }],
    },
  },
  { files: ['libs/access/src/database/**/*.ts', 'test/**/*.ts', '**/*.int.spec.ts'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['apps/cli/**/*.ts', 'apps/standalone/**/*.ts', 'test/bench/**/*.ts'], rules: { 'no-console': 'off' } },
);
