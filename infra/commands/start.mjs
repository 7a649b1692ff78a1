// npm start: installs, builds and runs the one-machine shape.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { install } from './install.mjs';
import { Refused, run, steps } from './steps.mjs';

const builder = fileURLToPath(new URL('build.mjs', import.meta.url));
const main = new URL('../../dist/apps/standalone/src/main.js', import.meta.url);

const proc = (pid, file) => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return ''; // gone, or not Linux
  }
};

/** The npm that started us: our parent, or its parent where npm's shell stayed in between. */
const starter = () => {
  const viaShell = /^\S*sh\0-c\0/.test(proc(process.ppid, 'cmdline'));
  return viaShell ? proc(process.ppid, 'stat').replace(/^.*\) /s, '').split(' ')[1] : String(process.ppid);
};

/** Ends us when npm is gone: killed, it must not leave a server behind on its port. */
const endWithStarter = () => {
  const npm = starter();
  const watch = setInterval(() => {
    if (starter() === npm) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  watch.unref();
};

await steps(async () => {
  await install();
  if (await run(process.execPath, [builder]) !== 0) throw new Refused('The build failed; what it says above tells where.');
  if (process.env.npm_lifecycle_event === 'start') endWithStarter();
  process.setSourceMapsEnabled(true);
  // In this very process: one signal reaches one program, and kill -9 leaves no half behind.
  await import(main.href);
});
