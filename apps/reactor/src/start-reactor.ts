import { DirectoryPersonCards } from '@vouchsafe/directory-service';
import { SystemClock, type CrashPoints } from '@vouchsafe/event-store';
import { openChannels, type NotificationSettings } from '@vouchsafe/notifications-service';
import { knownEvents, type Feed, type Ledger } from '@vouchsafe/projections';
import { PolicyRunner, ReactionWorker } from '@vouchsafe/reactions';
import { logger } from '@vouchsafe/telemetry';
import { contexts, policiesOf } from './contexts.js';
import { onEndingOf, onTroubleOf, showDue } from './reactor-metrics.js';

export interface StartReactor {
  /** Where the outbox of development lies. */
  readonly home: string;
  readonly settings: NotificationSettings;
  /** Where events come from, if not out of the logs themselves. */
  readonly feed?: Feed;
  /** For fault runs. */
  readonly crashPoints?: CrashPoints;
}

/** Starts to read every log through every policy, and to do what is due.
 * @returns `stop` ends it after the batches and attempts under way */
export const startReactor = async ({ database, store, wakeups }: Ledger, { home, settings, ...reading }: StartReactor): Promise<{ stop(): Promise<void> }> => {
  const log = logger('reactor');
  const policies = policiesOf(settings);
  const { channels, close } = await openChannels({ database, store, cards: new DirectoryPersonCards(database), home, settings });
  const worker = new ReactionWorker(database, {
    policies, channels, parts: { log: store, clock: new SystemClock() }, onEnding: onEndingOf(log), onTrouble: (trouble) => log.warn(trouble, 'will be tried again'),
  });
  const reader = new PolicyRunner(database, store, wakeups, { policies, known: knownEvents(contexts), onDue: () => worker.wake(), onTrouble: onTroubleOf(log), ...reading });
  const hideDue = showDue(database);
  await reader.start();
  worker.start();
  return {
    stop: async () => {
      hideDue();
      await Promise.all([reader.stop(), worker.stop()]);
      close();
    },
  };
};
