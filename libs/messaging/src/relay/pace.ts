/** Lets time pass. Only how long is asked of it, never what time it is: leases and ages are by the store's clock. */
export abstract class Pace {
  /** Milliseconds of a clock that never goes back, from anywhere. */
  abstract now(): number;
  /** Resolves after so many milliseconds, or when the signal is aborted. */
  abstract sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
}

export class RealPace extends Pace {
  now(): number {
    return performance.now();
  }

  sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, milliseconds);
      if (signal.aborted) end();
      else signal.addEventListener('abort', end);
    });
  }
}

/** A rest that somebody else may cut short. */
export class Rest {
  private resting = new AbortController();

  constructor(private readonly pace: Pace) {}

  async take(milliseconds: number): Promise<void> {
    this.resting = new AbortController();
    await this.pace.sleep(milliseconds, this.resting.signal);
  }

  end(): void {
    this.resting.abort();
  }
}

/** It took longer than it may. What came of it is unknown. */
export class TookTooLong extends Error {
  override readonly name = 'TookTooLong';
  constructor(what: string, milliseconds: number) {
    super(`${what} took longer than ${milliseconds} ms.`);
  }
}

/** What `work` answers, if it does so in time; it is not ended, but nobody waits for it any more. @throws TookTooLong */
export const inTime = async <Result>(pace: Pace, what: string, milliseconds: number, work: Promise<Result>): Promise<Result> => {
  const timer = new AbortController();
  const late = pace.sleep(milliseconds, timer.signal).then((): never => { throw new TookTooLong(what, milliseconds); });
  try {
    late.catch(() => {}); // the one that loses the race
    work.catch(() => {});
    return await Promise.race([work, late]);
  } finally {
    timer.abort();
  }
};
