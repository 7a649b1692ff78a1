// What a process of the cluster runs: an app's main, and an end of it when whoever started it is gone, however that ended.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [app] = process.argv.slice(2);
process.stdin.on('end', () => process.kill(process.pid, 'SIGTERM')).on('error', () => undefined).resume();
process.stdin.unref?.();
await import(pathToFileURL(app.endsWith('.js') || app.endsWith('.mjs') ? resolve(app) : resolve('dist', 'apps', app, 'src', 'main.js')).href);
