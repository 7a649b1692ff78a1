// npm test [-- PATTERN…]: installs, builds, runs jest, and ends with one line that counts.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { install } from './install.mjs';
import { root, run, steps } from './steps.mjs';

/** @param patterns what jest takes: parts of paths, -t NAME
 * @returns how many tests passed, failed and were skipped, and the status to end with */
export async function test(patterns = []) {
  const folder = await mkdtemp(join(tmpdir(), 'vouchsafe-counts-'));
  const file = join(folder, 'counts.json');
  try {
    const jest = [join(root, 'node_modules/jest/bin/jest.js'), '-c', join(root, 'test/jest.config.mjs'), ...patterns];
    const status = await run(process.execPath, jest, { env: { VOUCHSAFE_TEST_COUNTS: file } });
    // A run that ends without counting has failed, whatever its status.
    const counts = await readFile(file, 'utf8').then(JSON.parse, () => ({ passed: 0, failed: 1, skipped: 0 }));
    return { ...counts, status: status || (counts.failed > 0 ? 1 : 0) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const isCi = process.env.CI && process.env.CI !== 'false';
const interrupted = () => undefined; // the terminal interrupts jest as well; we wait for it, and count
process.on('SIGINT', interrupted).on('SIGTERM', interrupted);

let result = { passed: 0, failed: 1, skipped: 0, status: 1 };
await steps(async () => {
  await install();
  await build({ log: console.log });
  result = await test(process.argv.slice(2));
});
if (isCi && result.skipped > 0) {
  result.status ||= 1;
  process.stdout.write('\nCI is set, and there a skipped test is a failure: something that the tests need is missing.\n');
}
process.exitCode = result.status;
process.stdout.write(`\n${result.passed} passed, ${result.failed} failed, ${result.skipped} skipped\n`);
