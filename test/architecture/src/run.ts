import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = fileURLToPath(new URL('../../..', import.meta.url));

export interface Ran { readonly status: number | null; readonly out: string; readonly said: string }

/** Runs a script of the checkout as a person would: a Node process of its own, standing in the root.
 * @param args the script and its arguments
 * @returns `out` is its standard output, `said` that and its errors as they came */
export const run = (args: readonly string[], { input, env = {} }: { input?: string; env?: Record<string, string> } = {}): Promise<Ran> =>
  new Promise((done, failed) => {
    // No daemon: a test leaves no process behind. What jest says of itself is not for others.
    const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, NODE_ENV: '', NX_DAEMON: 'false', FORCE_COLOR: '0', ...env }, stdio: 'pipe' });
    let [out, said] = ['', ''];
    child.stdout.on('data', (text: Buffer) => { out += text.toString(); said += text.toString(); });
    child.stderr.on('data', (text: Buffer) => { said += text.toString(); });
    child.once('error', failed);
    child.once('close', (status) => done({ status, out, said }));
    child.stdin.end(input ?? '');
  });

export interface Problem { readonly ruleId: string | null; readonly message: string; readonly line: number }

/** What the lint says of each text, if it lay at that path of the tree.
 * @param apart leave the rule about circles out, which speaks before the walls do */
export const lintAs = async (files: readonly { path: string; code: string }[], { apart = true } = {}): Promise<readonly Problem[][]> => {
  const { status, out, said } = await run(['test/architecture/src/lint.mjs', '--as', ...(apart ? ['--apart'] : [])], { input: JSON.stringify(files) });
  if (status !== 0 || said.includes('will be skipped')) throw new Error(`The lint did not run:\n${said}`);
  return JSON.parse(out) as Problem[][];
};

export interface Project { readonly name: string; readonly root: string; readonly tags: readonly string[]; readonly targets: readonly string[]; readonly needs: readonly string[] }

/** The projects as Nx sees them, with what each imports. */
export const projectGraph = async (): Promise<readonly Project[]> => {
  const { status, out, said } = await run(['test/architecture/src/lint.mjs', '--graph']);
  if (status !== 0) throw new Error(`Nx made no graph:\n${said}`);
  return JSON.parse(out) as Project[];
};
