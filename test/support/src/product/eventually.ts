import { setTimeout as sleep } from 'node:timers/promises';

/** What a loaded machine may take for what a quiet one does in seconds. */
export const PATIENCE_MS = 180_000;

/** Asks until the answer is truthy. A question that throws is asked again; what it threw last is told when patience ends.
 * @param what for the message: "the report to be there" */
export const eventually = async <Answer>(what: string, ask: () => Promise<Answer> | Answer, { patience = PATIENCE_MS, every = 100 } = {}): Promise<NonNullable<Answer>> => {
  const end = performance.now() + patience;
  let last: unknown = 'nothing';
  for (;;) {
    try {
      const answer = await ask();
      if (answer) return answer;
      last = answer;
    } catch (error) {
      last = error;
    }
    if (performance.now() > end) throw new Error(`Waited ${patience / 1000} s for ${what}; the last answer was ${String(last)}.`);
    await sleep(every);
  }
};
