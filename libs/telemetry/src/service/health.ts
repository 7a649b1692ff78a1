/** One part of a process: the database, the log's wake-ups, the projections. */
export interface Part {
  /** As operators call it, for example `database`. */
  readonly part: string;
  /** Throws, with a sentence for operators, while the part cannot work. May take two seconds.
   * @returns what operators may want to see beside it: numbers and short words, nothing personal */
  check(signal: AbortSignal): Promise<PartDetail | void>;
}

export type PartDetail = Readonly<Record<string, number | string | boolean | null>>;

export interface PartHealth {
  readonly part: string;
  readonly ok: boolean;
  readonly milliseconds: number;
  /** For operators only: it may name hosts. */
  readonly reason?: string;
  readonly detail?: PartDetail;
}

export interface HealthReport {
  /** `starting` and `leaving` are not ready either, whatever the parts say. */
  readonly status: 'ok' | 'error' | 'starting' | 'leaving';
  readonly parts: readonly PartHealth[];
}

const PATIENCE_MILLISECONDS = 2_000;

const tooSlow = (signal: AbortSignal) => new Promise<never>((_, reject) => {
  signal.addEventListener('abort', () => reject(new Error(`no answer within ${PATIENCE_MILLISECONDS} ms`)), { once: true });
});

/** Looks at one part; never throws. */
export const healthOf = async ({ part, check }: Part): Promise<PartHealth> => {
  const startedAt = performance.now();
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MILLISECONDS);
  const took = () => Math.round(performance.now() - startedAt);
  try {
    const detail = await Promise.race([check(patience.signal), tooSlow(patience.signal)]);
    return { part, ok: true, milliseconds: took(), ...(detail ? { detail } : {}) };
  } catch (error) {
    return { part, ok: false, milliseconds: took(), reason: error instanceof Error ? error.message : 'unknown' };
  } finally {
    clearTimeout(timer);
  }
};

/** What a process says of itself: whether all of its parts can work, whether it is up, and whether it is leaving. */
export class Health {
  private readonly parts: Part[] = [];
  private stage: 'starting' | 'up' | 'leaving' = 'starting';

  add(part: Part): void {
    this.parts.push(part);
  }

  /** Everything that was to be opened is open. */
  up(): void {
    if (this.stage === 'starting') this.stage = 'up';
  }

  /** From now on it is not ready, and never again: whoever routes requests stops sending them. */
  leave(): void {
    this.stage = 'leaving';
  }

  get isLeaving(): boolean {
    return this.stage === 'leaving';
  }

  async report(): Promise<HealthReport> {
    const stageBefore = this.stage;
    const parts = await Promise.all(this.parts.map(healthOf));
    if (stageBefore === 'starting' && this.stage === 'up') return this.report(); // parts were added behind the look
    if (this.stage !== 'up') return { status: this.stage, parts };
    return { status: parts.every(({ ok }) => ok) ? 'ok' : 'error', parts };
  }
}
