import type { Database } from '@vouchsafe/access';
import { WrongEnvironment } from '@vouchsafe/telemetry';

const ACCEPTED = 'VOUCHSAFE_ACCEPT_DATA_LOSS';
const OFF = `SELECT name FROM pg_catalog.pg_settings WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit') AND setting = 'off' ORDER BY name`;

/** What was answered `ok` must survive a power failure: a server that is set not to wait for its disk cannot promise it.
 * @param env VOUCHSAFE_ACCEPT_DATA_LOSS=yes lets such a server pass, for tests
 * @throws WrongEnvironment in one sentence that names the settings */
export const requireDurability = async (database: Database, env: Readonly<Record<string, string | undefined>> = process.env): Promise<void> => {
  if (env[ACCEPTED] === 'yes') return;
  const off = (await database.call<{ name: string }>('durability', OFF, [])).map(({ name }) => name);
  if (off.length === 0) return;
  throw new WrongEnvironment(`DATABASE_URL names a server that runs with ${off.join(' and ')} off, but ${off.length > 1 ? 'they' : 'it'} must be on, or a power failure loses what was acknowledged; tests set ${ACCEPTED}=yes.`);
};
