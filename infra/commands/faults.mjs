// npm run faults [-- F1 F7 …] [--full] [--json FILE] [--write]: ill-treats the distributed shape as it is built, so it builds first.
import { build } from './build.mjs';
import { install } from './install.mjs';

await install();
await build({ tops: ['apps', 'libs', 'test/faults', 'test/support'] });
const { faults } = await import('../../dist/test/faults/src/main.js');
process.exitCode = await faults(process.argv.slice(2));
