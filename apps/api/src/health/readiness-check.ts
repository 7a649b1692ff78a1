/** Whether one part can do its work: the database, the log's wake-ups, the projections. */
export interface ReadinessCheck {
  /** As operators call it, for example `database`. */
  readonly part: string;
  /** Throws, with a sentence for operators, while the part cannot work. May take two seconds. */
  check(signal: AbortSignal): Promise<void>;
}

export const READINESS_CHECKS = Symbol('readiness checks');

export interface PartHealth {
  readonly part: string;
  readonly ok: boolean;
  readonly milliseconds: number;
  /** For operators only: it may name hosts. */
  readonly reason?: string;
}

const PATIENCE_MILLISECONDS = 2_000;

const tooSlow = (signal: AbortSignal) => new Promise<never>((_, reject) => {
  signal.addEventListener('abort', () => reject(new Error(`no answer within ${PATIENCE_MILLISECONDS} ms`)), { once: true });
});

/** Looks at one part; never throws. */
export const healthOf = async ({ part, check }: ReadinessCheck): Promise<PartHealth> => {
  const startedAt = performance.now();
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MILLISECONDS);
  const took = () => Math.round(performance.now() - startedAt);
  try {
    await Promise.race([check(patience.signal), tooSlow(patience.signal)]);
    return { part, ok: true, milliseconds: took() };
  } catch (error) {
    return { part, ok: false, milliseconds: took(), reason: error instanceof Error ? error.message : 'unknown' };
  } finally {
    clearTimeout(timer);
  }
};
