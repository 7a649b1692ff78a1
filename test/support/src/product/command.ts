import type { Installation } from './installation.js';
import { runProgram } from './installation.js';

export interface Ended { readonly status: number | string; readonly out: string; readonly err: string }

/** Runs `npx vouchsafe …` against an installation, as an operator would in a second terminal. */
export const vouchsafe = async (installation: Pick<Installation, 'env'>, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> => {
  const program = runProgram('apps/cli/bin/vouchsafe.mjs', args, { ...installation.env, ...env });
  const out: string[] = [];
  const err: string[] = [];
  program.child.stdout?.on('data', (text) => out.push(String(text)));
  program.child.stderr?.on('data', (text) => err.push(String(text)));
  const status = await program.ended();
  return { status, out: out.join(''), err: err.join('') };
};

/** The same with `--json`: the one document that standard output holds.
 * @throws Error unless it is exactly one document, or if the status is not the expected one */
export const vouchsafeJson = async <Document>(
  installation: Pick<Installation, 'env'>, args: readonly string[], { status: expected = 0 }: { status?: number } = {},
): Promise<Document> => {
  const { status, out, err } = await vouchsafe(installation, [...args, '--json']);
  if (status !== expected) throw new Error(`"vouchsafe ${args.join(' ')}" ended with ${status}, not ${expected}: ${err || out}`);
  try {
    return JSON.parse(out) as Document;
  } catch (error) {
    throw new Error(`"vouchsafe ${args.join(' ')} --json" printed something else than one JSON document:\n${out}`, { cause: error });
  }
};
