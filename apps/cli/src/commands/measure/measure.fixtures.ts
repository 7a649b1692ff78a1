import { spawn } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { measureCommand } from './measure.js';

export interface Ended { readonly status: number | null; readonly out: string; readonly err: string }

/** Runs what `npx vouchsafe …` runs once it has built, as a person would: in a process of its own. */
export const vouchsafe = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> => new Promise((done, failed) => {
  const child = spawn(process.execPath, [resolve('dist/apps/cli/src/main.js'), ...args], { env: { ...process.env, NODE_ENV: '', ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, err] = ['', ''];
  child.stdout.on('data', (text: Buffer) => { out += text.toString(); });
  child.stderr.on('data', (text: Buffer) => { err += text.toString(); });
  child.once('error', failed);
  child.once('close', (status) => done({ status, out, err }));
});

/** The same without a process of its own: what it prints on standard output. @throws what the command throws */
export const printed = async (args: readonly string[]): Promise<string> => {
  const program = new Command('vouchsafe').exitOverride();
  measureCommand(program);
  const said: string[] = [];
  const spy = jest.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  try {
    await program.parseAsync(args, { from: 'user' });
  } finally {
    spy.mockRestore();
  }
  return said.join('');
};

/** A file in a folder of its own. */
export const aFile = async (text: string | Uint8Array, name = 'people.csv'): Promise<string> => {
  const file = join(await mkdtemp(join(tmpdir(), 'vouchsafe-measure-')), name);
  await writeFile(file, text);
  return file;
};
