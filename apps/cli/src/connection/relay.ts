import { RelayDatabase } from '@vouchsafe/access';
import { PostgresRelayStore, type RelayStore } from '@vouchsafe/messaging';
import { Refusal } from '../console/outcome.js';

const NO_SUCH_TABLE = ['42P01', '3F000'];

/** What the relays keep, signed in as one of them. @throws Refusal where none has ever run */
export const withRelays = async <Result>(adminUrl: string, work: (relays: RelayStore) => Promise<Result>): Promise<Result> => {
  const database = RelayDatabase.open(adminUrl, { poolSize: 1, application: 'vouchsafe command' });
  try {
    return await work(new PostgresRelayStore(database));
  } catch (error) {
    if (!NO_SUCH_TABLE.includes((error as { code?: string }).code ?? '')) throw error;
    throw new Refusal('NoRelayHasRun', 'No relay has ever run on this database, so there are no marks. In the shape of one machine there is none: the log is read directly.');
  } finally {
    await database.close();
  }
};
