import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';

const isLinux = process.platform === 'linux'; // slim images have no `ps`, but every Linux has /proc

const ps = (pid: number, column: string): Promise<string | undefined> => new Promise((resolve) => {
  execFile('ps', ['-o', `${column}=`, '-p', String(pid)], (error, output) => resolve(error ? undefined : output.trim() || undefined));
});

const proc = (pid: number, file: string): Promise<string | undefined> => readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => undefined);

/** The command line of a process, arguments separated by spaces; undefined if there is no such process. */
export const commandOf = async (pid: number): Promise<string | undefined> =>
  isLinux ? (await proc(pid, 'cmdline'))?.replaceAll('\0', ' ').trim() || undefined : ps(pid, 'args');

/** When a process began, in the system's own notation; undefined if there is no such process. A number alone would not
 * do: after a restart of a container, the same small numbers belong to other processes. */
export const startOf = async (pid: number): Promise<string | undefined> => {
  if (!isLinux) return ps(pid, 'lstart');
  const [state, , , , , , , , , , , , , , , , , , , started] = (await proc(pid, 'stat'))?.replace(/^.*\) /s, '').split(' ') ?? [];
  return state === 'Z' ? undefined : started; // a zombie has ended; only its parent has not looked yet
};

export interface ProcessMark { readonly pid: number; readonly started: string }

export const ownMark = async (): Promise<ProcessMark> => ({ pid: process.pid, started: (await startOf(process.pid)) ?? '' });

export const isRunning = async ({ pid, started }: ProcessMark): Promise<boolean> => (await startOf(pid)) === started;
