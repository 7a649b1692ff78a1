import { realpath, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The account that PostgreSQL runs under where it cannot run under ours. */
export interface Account { readonly uid: number; readonly gid: number }

const NOBODY: Account = { uid: 65534, gid: 65534 }; // needs no entry in /etc/passwd

/** PostgreSQL refuses root. As root we run it as the owner of the data that are there already, else as nobody.
 * @returns undefined where our own account will do */
export const serverAccount = async (data: string): Promise<Account | undefined> => {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(data).catch(() => undefined);
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : NOBODY;
};

/** Whether an account may walk to this folder: each folder on the way must let it through. */
export const isReachable = async (folder: string, account: Account | undefined): Promise<boolean> => {
  if (!account) return true;
  for (let place = await realpath(folder); ; place = dirname(place)) {
    const { uid, gid, mode } = await stat(place);
    const execute = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & execute) === 0) return false;
    if (place === dirname(place)) return true;
  }
};
