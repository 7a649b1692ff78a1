/** What a client noted of one operation, in a file outside the system under test: before it sent, and after it was answered.
 * `ok`: acknowledged at `position`. `fail`: refused, so nothing may have happened. `unknown`: no answer, so it happened once or not at all. */
export interface Entry {
  /** Milliseconds of one monotonic clock that all clients share. */
  readonly t: number;
  readonly client: number;
  readonly op: number;
  readonly type: 'invoke' | 'ok' | 'fail' | 'unknown';
  readonly tenant: string;
  readonly key: string;
  readonly stream: string;
  readonly position?: number;
  /** What the operation wrote, by which readers are asked for it. */
  readonly value?: string;
}

/** An event as one reader saw it: the log, the topic, an export. */
export interface Seen {
  readonly tenant: string;
  readonly position: number;
  readonly stream: string;
  readonly version: number;
  readonly key: string;
  readonly digest: string;
}

/** What a read model holds at its end: the values that it saw, and how far it says it came. */
export interface Effect {
  readonly consumer: string;
  readonly tenant: string;
  readonly position: number;
  /** With repetitions, if a value was applied twice. */
  readonly values: readonly string[];
}

/** How far a consumer had come, looked at from time to time. */
export interface Sample { readonly t: number; readonly consumer: string; readonly tenant: string; readonly position: number }

/** Everything that is known after a run, once the fault has healed and every `unknown` was sent again under its key. */
export interface History {
  readonly entries: readonly Entry[];
  readonly log: readonly Seen[];
  /** Further readers of the same events. */
  readonly readers: Readonly<Record<string, readonly Seen[]>>;
  readonly effects: readonly Effect[];
  readonly samples: readonly Sample[];
}

/** One thing that must not be, with the shortest part of the history that shows it. */
export interface Violation { readonly check: string; readonly what: string; readonly shown: readonly unknown[] }

/** One operation, from its first sending to its last answer: it may have been sent several times under one key. */
export interface Operation {
  readonly key: string;
  readonly tenant: string;
  readonly stream: string;
  readonly invokedAt: number;
  /** When it was first acknowledged. */
  readonly okAt: number | null;
  readonly positions: readonly number[];
  readonly outcome: 'ok' | 'fail' | 'unknown';
  readonly value: string | null;
  readonly entries: readonly Entry[];
}

/** Gathers entries by tenant and key. */
export const operations = (entries: readonly Entry[]): Operation[] => {
  const byKey = new Map<string, Entry[]>();
  for (const entry of entries) {
    const id = `${entry.tenant} ${entry.key}`;
    const known = byKey.get(id);
    if (known) known.push(entry);
    else byKey.set(id, [entry]);
  }
  return [...byKey.values()].map((all) => {
    const first = all[0]!;
    const oks = all.filter(({ type }) => type === 'ok');
    const answers = all.filter(({ type }) => type !== 'invoke');
    return {
      key: first.key, tenant: first.tenant, stream: first.stream, invokedAt: Math.min(...all.map(({ t }) => t)), okAt: oks[0]?.t ?? null,
      positions: [...new Set(oks.map(({ position }) => position!))], value: all.find(({ value }) => value !== undefined)?.value ?? null, entries: all,
      outcome: oks.length > 0 ? 'ok' : answers.length > 0 && answers.every(({ type }) => type === 'fail') && all.filter(({ type }) => type === 'invoke').length === answers.length ? 'fail' : 'unknown',
    };
  });
};
