import { rm } from 'node:fs/promises';
import { findRunning } from '@vouchsafe/embedded-postgres';
import { eventually, freePort, newHome, runProgram, type Installation, type Program } from '@vouchsafe/test-support';

/** A process `api` of its own beside an installation, on its database and behind its sign-in. */
export interface AnotherApi {
  readonly origin: string;
  readonly admin: string;
  readonly program: Program;
  /** Ends it, if it runs, and removes what it kept. */
  remove(): Promise<void>;
}

export const anotherApi = async (installation: Installation, env: Readonly<Record<string, string>> = {}): Promise<AnotherApi> => {
  const [home, port, adminPort] = [await newHome(), await freePort(), await freePort()];
  const program = runProgram('dist/apps/api/src/main.js', [], {
    DATABASE_URL: (await findRunning(installation.home))!, OIDC_ISSUER: `${installation.origin}/oidc`, OIDC_AUDIENCE: 'api',
    PORT: String(port), ADMIN_PORT: String(adminPort), VOUCHSAFE_HOME: home, ...env,
  });
  const origin = `http://127.0.0.1:${port}`;
  await program.says('serving');
  await eventually('another api to be ready', () => fetch(`${origin}/health/ready`).then(({ ok }) => ok));
  return {
    origin, admin: `http://127.0.0.1:${adminPort}`, program,
    remove: async () => {
      if (program.child.exitCode === null && program.child.signalCode === null) program.child.kill('SIGTERM');
      await program.ended();
      await rm(home, { recursive: true, force: true });
    },
  };
};
