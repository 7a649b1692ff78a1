import { execFileSync } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

const parentOf = async (pid: number): Promise<number> =>
  Number((await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')).replace(/^.*\) \S+ /s, '').split(' ')[0]);

const childrenOf = async (pid: number): Promise<number[]> => {
  if (process.platform !== 'linux') return execFileSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' }).trim().split('\n').map(Number);
  const all = (await readdir('/proc')).map(Number).filter((number) => number > 0);
  const parents = await Promise.all(all.map(parentOf));
  return all.filter((_, index) => parents[index] === pid);
};

/** The PostgreSQL of a home: its first process, and those that serve. */
export const serverProcesses = async (home: string): Promise<{ postmaster: number; others: number[] }> => {
  const postmaster = Number((await readFile(join(home, 'postgresql/data/postmaster.pid'), 'utf8')).split('\n')[0]);
  return { postmaster, others: await childrenOf(postmaster) };
};

/** Those of them that serve a connection of our application. */
export const servingProcesses = async (home: string): Promise<number[]> => {
  const { others } = await serverProcesses(home);
  const titles = await Promise.all(others.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')));
  return others.filter((_, index) => titles[index]?.includes('vouchsafe_app'));
};

/** Lets no process of the server run, as on a machine that hangs: connections stay open, and nobody answers.
 * @returns lets them run on */
export const freezeServer = async (home: string): Promise<() => void> => {
  const { postmaster, others } = await serverProcesses(home);
  const all = [postmaster, ...others];
  const signal = (pid: number, name: NodeJS.Signals): void => {
    try {
      process.kill(pid, name);
    } catch {
      // it has ended meanwhile
    }
  };
  for (const pid of all) signal(pid, 'SIGSTOP');
  return () => all.reverse().forEach((pid) => signal(pid, 'SIGCONT'));
};
