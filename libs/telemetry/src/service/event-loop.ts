import type { Part } from './health.js';

const LOOK_EVERY = 250;
const TOO_LONG = 2_000;
const REMEMBERED = 5_000;

export interface EventLoopWatch extends Part {
  stop(): void;
}

/** Sees when the process did nothing for a while: a computation that did not let others in, a stopped process, a machine that slept. While it lasts
 * nobody answers at all; afterwards the process says for five seconds that it was away, because what it believed of leases and time is old.
 * @param now milliseconds of a monotonic clock */
export const watchEventLoop = (now: () => number = () => performance.now()): EventLoopWatch => {
  let before = now();
  let lastBlock = { milliseconds: 0, endedAt: -Infinity };
  const look = () => {
    const at = now();
    const milliseconds = at - before - LOOK_EVERY;
    if (milliseconds >= TOO_LONG) lastBlock = { milliseconds, endedAt: at };
    before = at;
  };
  const timer = setInterval(look, LOOK_EVERY);
  timer.unref();
  return {
    part: 'event loop',
    check: async () => {
      const late = now() - before - LOOK_EVERY; // asked before the timer had its turn
      if (late >= TOO_LONG) look();
      const since = now() - lastBlock.endedAt;
      if (since < REMEMBERED) throw new Error(`it stood still for ${Math.round(lastBlock.milliseconds)} ms, until ${Math.round(since)} ms ago`);
    },
    stop: () => clearInterval(timer),
  };
};
