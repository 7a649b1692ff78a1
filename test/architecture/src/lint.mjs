// The lint of this repository with Nx's project graph present: without one its boundary rule says that it "will be skipped", and passes.
//   lint.mjs              the whole tree, as a person sees it
//   lint.mjs --as         from standard input [{ path, code }], each text as if it lay at that path; answers their problems as JSON
//   lint.mjs --as --apart the same without the rule about circles, which speaks before the walls do
//   lint.mjs --graph      the graph: projects with folder, tags and targets, and which needs which
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { createProjectGraphAsync } from '@nx/devkit';
import { ESLint } from 'eslint';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const BOUNDARIES = '@nx/enforce-module-boundaries';
const asked = new Set(process.argv.slice(2));

const graph = await createProjectGraphAsync({ exitOnError: true });

const lintTexts = async (files) => {
  const real = await new ESLint({ cwd: root }).calculateConfigForFile(join(root, 'libs/decider/src/index.ts'));
  const [severity, options] = real.rules[BOUNDARIES];
  const apart = [{ files: ['**/*.ts'], rules: { [BOUNDARIES]: [severity, { ...options, ignoredCircularDependencies: [['*', '*']] }] } }];
  const eslint = new ESLint({ cwd: root, ...(asked.has('--apart') ? { overrideConfig: apart } : {}) });
  const answers = [];
  for (const { path, code } of files) {
    const [result] = await eslint.lintText(code, { filePath: join(root, path), warnIgnored: true });
    answers.push(result.messages.map(({ ruleId, message, line }) => ({ ruleId, message, line })));
  }
  return answers;
};

const projects = () => Object.values(graph.nodes).map(({ name, data }) => ({
  name, root: data.root, tags: data.tags ?? [], targets: Object.keys(data.targets ?? {}),
  needs: [...new Set((graph.dependencies[name] ?? []).map(({ target }) => target).filter((target) => graph.nodes[target]))],
}));

if (asked.has('--graph')) process.stdout.write(JSON.stringify(projects()));
else if (asked.has('--as')) process.stdout.write(JSON.stringify(await lintTexts(JSON.parse(await text(process.stdin)))));
else {
  const { status } = spawnSync(process.execPath, ['node_modules/eslint/bin/eslint.js', '--max-warnings', '0', 'apps', 'libs', 'test'], { cwd: root, stdio: 'inherit' });
  process.exitCode = status ?? 1;
}
