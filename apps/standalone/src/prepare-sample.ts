import { contexts } from '@vouchsafe/projector';
import { migrateLedger, openLedger } from '@vouchsafe/projections';
import { seedSample } from './seed-sample.js';

/** Migrates a database and fills it with the sample organizations if it is empty, before any process serves it. */
export const prepareSample = async (url: string, home: string): Promise<void> => {
  await migrateLedger(url, contexts);
  const ledger = await openLedger(url, { application: 'vouchsafe sample data' });
  try {
    await seedSample(ledger, home);
  } finally {
    await ledger.close();
  }
};
