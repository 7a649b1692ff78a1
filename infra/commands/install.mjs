// Installs what the lock file lists, where that has not been done yet or the lock file has changed since.
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Refused, root, run, steps } from './steps.mjs';

const numbers = (version) => version.split('.').map(Number);
const compare = ([major, minor, patch], [a, b, c]) => major - a || minor - b || patch - c;

/** Whether a version of Node satisfies `engines`: ranges of the forms ^1.2.3 and >=1.2.3, joined by ||. */
export const satisfies = (version, engines) => engines.split('||').some((range) => {
  const [, operator, least] = /^\s*(\^|>=)(\d+\.\d+\.\d+)\s*$/.exec(range) ?? [];
  if (!operator) throw new Error(`"${range}" in the engines of package.json is neither ^1.2.3 nor >=1.2.3.`);
  return compare(numbers(version), numbers(least)) >= 0 && (operator === '>=' || numbers(version)[0] === numbers(least)[0]);
});

const modifiedAt = async (file) => (await stat(join(root, file)).catch(() => undefined))?.mtimeMs ?? 0;

/** @throws Refused on a version of Node that we do not run on, or if npm fails */
export async function install() {
  const { engines } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  if (!satisfies(process.versions.node, engines.node)) {
    throw new Refused(`This is Node ${process.versions.node}, but Vouchsafe needs one of ${engines.node}.`);
  }
  if (await modifiedAt('node_modules/.package-lock.json') >= await modifiedAt('package-lock.json')) return;

  process.stderr.write('Installing packages; the first time takes a minute …\n');
  // The npm that runs us may not be the one on the path. Building needs the development packages, whatever NODE_ENV says.
  const npm = process.env.npm_execpath?.endsWith('npm-cli.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const status = await run(npm[0], [...npm.slice(1), 'ci', '--include=dev', '--include=optional'], { shell: npm.length === 1 && process.platform === 'win32' });
  if (status !== 0) throw new Refused(`The packages could not be installed (npm ci ended with status ${status}); what npm says above tells why.`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await steps(install);
