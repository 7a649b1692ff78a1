import { findRunning } from '@vouchsafe/embedded-postgres';
import { openLedger, type Ledger } from '@vouchsafe/projections';
import { readEnvironment } from '@vouchsafe/telemetry';
import { Refusal } from '../console/outcome.js';

/** The administrator's address of this installation's database. @throws Refusal if nothing runs here */
export const adminUrl = async (): Promise<string> => {
  const { databaseUrl, home } = readEnvironment(process.env);
  const url = databaseUrl ?? (await findRunning(home));
  if (!url) throw new Refusal('NothingIsRunning', `No ledger is running in ${home}. Start it with "npm start", or set DATABASE_URL.`);
  return url;
};

/** What an operator does to the machine goes to the database itself. */
export const withLedger = async <Result>(work: (ledger: Ledger, url: string) => Promise<Result>): Promise<Result> => {
  const url = await adminUrl();
  const ledger = await openLedger(url, { poolSize: 4, application: 'vouchsafe command' });
  try {
    return await work(ledger, url);
  } finally {
    await ledger.close();
  }
};
