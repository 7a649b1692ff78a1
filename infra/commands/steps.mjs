// What the commands of this folder have in common. Nothing but Node's own modules: it runs before anything is installed.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { resolve } from 'node:path';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The folder that VOUCHSAFE_HOME names; a relative one counts from the checkout. */
export const home = () => resolve(root, process.env.VOUCHSAFE_HOME?.trim() || '.local');

/** Something that a person can put right. Its message is one sentence, and all that she is shown. */
export class Refused extends Error {}

/** Runs a command in the checkout, on our terminal, and answers its status; 128 and the signal's number if one ended it. */
export const run = (command, args, { env = {}, ...options } = {}) => new Promise((done, failed) => {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env }, ...options });
  child.once('error', failed);
  child.once('exit', (status, signal) => done(status ?? 128 + (signal === 'SIGKILL' ? 9 : signal === 'SIGTERM' ? 15 : 2)));
});

/** Runs the steps of a command; a refusal ends it with status 1 and its sentence instead of a stack. */
export const steps = async (work) => {
  try {
    await work();
  } catch (error) {
    process.stderr.write(`${error instanceof Refused ? error.message : error.stack}\n`);
    process.exitCode = 1;
  }
};
