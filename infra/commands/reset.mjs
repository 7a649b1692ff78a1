// npm run reset [-- --yes]: removes the local data, after asking.
import { readFile, readdir, realpath, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, relative } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { home, Refused, root, steps } from './steps.mjs';

/** Whether a process is there and is what we noted it to be: after a restart its number may belong to another. */
const isAlive = async (pid, command) => {
  if (!(pid > 0)) return false;
  if (process.platform === 'linux') return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).includes(command);
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM'; // somebody else's, and alive
  }
};

/** The process that holds the home: the owner that the launcher noted, or the server itself. */
const holder = async (folder) => {
  const { owner } = await readFile(join(folder, 'postgresql/server.json'), 'utf8').then(JSON.parse).catch(() => ({}));
  const server = Number((await readFile(join(folder, 'postgresql/data/postmaster.pid'), 'utf8').catch(() => '')).split('\n')[0]);
  if (await isAlive(owner?.pid, 'node')) return owner.pid;
  return await isAlive(server, 'vouchsafe.home=') ? server : undefined;
};

/** @throws Refused for a folder that no Vouchsafe has made: a slip in VOUCHSAFE_HOME must cost nobody her files */
const mustBeAHome = async (folder) => {
  const names = await readdir(folder);
  const holdsUs = relative(folder, root) === '' || !relative(folder, root).startsWith('..');
  if (holdsUs || folder === await realpath(homedir()) || (names.length > 0 && !names.includes('postgresql'))) {
    throw new Refused(`VOUCHSAFE_HOME is ${folder}, which does not look like the data of a Vouchsafe (it holds no folder "postgresql"), so nothing was removed.`);
  }
};

await steps(async () => {
  if (!await stat(home()).catch(() => undefined)) return void process.stdout.write(`Nothing to remove: ${home()} does not exist.\n`);
  const folder = await realpath(home());
  await mustBeAHome(folder);
  const pid = await holder(folder);
  if (pid) throw new Refused(`Vouchsafe is running in ${folder} (process ${pid}); stop it first, then reset.`);

  if (!process.argv.includes('--yes')) {
    if (!process.stdin.isTTY) throw new Refused(`This would remove everything in ${folder}; nobody is there to ask, so say \`npm run reset -- --yes\`.`);
    const terminal = createInterface({ input: process.stdin, output: process.stdout });
    const answer = await terminal.question(`Remove everything in ${folder}? It cannot be brought back. y/N `);
    terminal.close();
    if (!/^y(es)?$/i.test(answer.trim())) return void process.stdout.write('Nothing was removed.\n');
  }
  await rm(folder, { recursive: true, force: true });
  process.stdout.write(`Removed ${folder}.\n`);
});
