import { knownEvents, ProjectionRunner, type Context, type Ledger } from '@vouchsafe/projections';
import { logger } from '@vouchsafe/telemetry';

/** Starts to fold every log into the read models of these contexts.
 * @returns the runner; `stop` ends it after the batches under way */
export const startProjector = async ({ database, store, wakeups }: Ledger, contexts: readonly Context[]): Promise<ProjectionRunner> => {
  const log = logger('projector');
  const runner = new ProjectionRunner(database, store, wakeups, {
    projections: contexts.flatMap(({ projections }) => projections),
    known: knownEvents(contexts),
    onTrouble: ({ parked, ...trouble }) => (parked ? log.error(trouble, 'parked: nothing of this tenant is folded into this projection until it can be read') : log.warn(trouble, 'will be tried again')),
  });
  await runner.start();
  return runner;
};
