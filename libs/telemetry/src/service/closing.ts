import type { Logger } from '../logger.js';

type Step = { readonly what: string; readonly close: () => Promise<unknown> };

/** Closes what was opened, the newest first, once; a step that fails does not keep the others from theirs. */
export class Closing {
  private readonly steps: Step[] = [];
  private closing: Promise<boolean> | undefined;

  constructor(private readonly log: Logger, private readonly limit: number) {}

  /** What is opened while all is being closed is closed at once. */
  later(what: string, close: () => Promise<unknown>): void {
    if (this.closing) void this.end({ what, close });
    else this.steps.push({ what, close });
  }

  /** @returns whether everything ended within the limit; the second caller waits for the same end as the first */
  all(): Promise<boolean> {
    return (this.closing ??= this.closeAll());
  }

  private async closeAll(): Promise<boolean> {
    let under: string | undefined;
    const inOrder = async (): Promise<true> => {
      for (let step = this.steps.pop(); step; step = this.steps.pop()) {
        under = step.what;
        await this.end(step);
      }
      return true;
    };
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<false>((resolve) => { timer = setTimeout(() => resolve(false), this.limit); });
    const isDone = await Promise.race([inOrder(), late]);
    clearTimeout(timer);
    if (!isDone) this.log.error({ part: under, milliseconds: this.limit }, 'did not end in time: leaving without it');
    return isDone;
  }

  private async end({ what, close }: Step): Promise<void> {
    try {
      await close();
    } catch (error) {
      this.log.error({ part: what, err: error }, 'while stopping');
    }
  }
}
