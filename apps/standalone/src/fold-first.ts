import type { Projector } from '@vouchsafe/projector';
import { logger } from '@vouchsafe/telemetry';

const PATIENCE = 10 * 60_000;

/** Waits until the read models hold what the logs held at this moment, so that the first answers are whole; says how far they are. Not for ever: they go on by themselves. */
export const foldFirst = async (projector: Projector): Promise<void> => {
  const log = logger('read models');
  let shown = 0;
  const onProgress = (folded: number, events: number) => {
    const tenth = events === 0 ? 10 : Math.floor((folded / events) * 10);
    if (tenth > shown && tenth < 10) log.info(`${tenth * 10} % of ${events.toLocaleString('en')} events are folded`);
    shown = Math.max(shown, tenth);
  };
  if (!(await projector.caughtUp({ within: PATIENCE, onProgress }))) log.warn('still behind the logs: they go on folding, and some first answers will be late');
};
