import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Account } from './account.js';
import { EmbeddedPostgresUnavailable, useAServer } from './unavailable.js';

/** Runs a command until its standard input ends, which it does when the owner closes it or dies, even by kill -9.
 * Shell rather than Node: 1 MB instead of 45, and the account that runs it need not be able to reach Node. */
const WATCHDOG = `
remove=$1; shift
exec 3<&0 </dev/null
"$@" 3<&- &
server=$!
{
  while read -r line; do :; done <&3
  kill -s INT $server
  for second in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30; do sleep 1; done
  kill -s QUIT $server
} 2>/dev/null &
guard=$!
exec 3<&-
wait $server; status=$?
kill $guard 2>/dev/null
printf '%s\\n' "$remove" | while read -r folder; do [ -z "$folder" ] || rm -rf -- "$folder"; done
exit $status`;

export interface Watched {
  readonly account: Account | undefined;
  readonly folder: string;
  readonly output: number | 'pipe';
  /** Folders without which the world is tidier, once the command has ended. */
  readonly remove?: readonly string[];
}

/** Starts a command in a session of its own, out of reach of a signal to our process group, and stops it when we end: at
 * first with SIGINT (PostgreSQL's fast shutdown), after 30 s with SIGQUIT. End its `stdin` to stop it.
 * @throws EmbeddedPostgresUnavailable where there is no shell */
export const startWatched = async (command: readonly string[], { account, folder, output, remove = [] }: Watched): Promise<ChildProcess> => {
  const child = spawn('/bin/sh', ['-c', WATCHDOG, 'vouchsafe-watchdog', remove.join('\n'), ...command], {
    ...account, cwd: folder, detached: true, stdio: ['pipe', output, output],
    env: { PATH: '/usr/local/bin:/usr/bin:/bin', TZ: 'UTC' },
  });
  await once(child, 'spawn').catch((error: Error) => {
    throw new EmbeddedPostgresUnavailable(`The embedded PostgreSQL needs /bin/sh (${error.message}); ${useAServer}.`);
  });
  child.stdin?.on('error', () => undefined); // it has ended already, which its exit tells
  return child;
};
