import { knownEvents, ProjectionRunner, type Context, type Ledger, type RunnerOptions } from '@vouchsafe/projections';
import { logger } from '@vouchsafe/telemetry';
import { onTroubleOf, showLag } from './projector-metrics.js';

export type Projector = Pick<ProjectionRunner, 'caughtUp' | 'stop'>;

/** Starts to fold every log into the read models of these contexts.
 * @param options the feed, if it is not the logs themselves; for fault runs, the places where the process may die
 * @returns `stop` ends it after the batches under way */
export const startProjector = async (ledger: Ledger, contexts: readonly Context[], options: Pick<RunnerOptions, 'feed' | 'crashPoints'> = {}): Promise<Projector> => {
  const runner = new ProjectionRunner(ledger.database, ledger.store, ledger.wakeups, {
    projections: contexts.flatMap(({ projections }) => projections),
    known: knownEvents(contexts),
    onTrouble: onTroubleOf(logger('projector')),
    ...options,
  });
  const hideLag = showLag(ledger);
  await runner.start();
  return {
    caughtUp: (within) => runner.caughtUp(within),
    stop: async () => {
      hideLag();
      await runner.stop();
    },
  };
};
