// npm run bench [-- ROW…] [--json FILE] [--quick] [--write]: measures what is built, so it builds first.
// Profile a row with: node --cpu-prof infra/commands/bench.mjs ROW
import { build } from './build.mjs';

await build({ tops: ['apps', 'libs', 'test/bench', 'test/support'] });
const { bench } = await import('../../dist/test/bench/src/main.js');
process.exitCode = await bench(process.argv.slice(2));
