/** What follows from an event, or from an alarm: data, and nothing of it has happened yet. */
export type Consequence = CommandDue | EffectDue | Remembered | AlarmSet | AlarmCleared;

/** A command to send: executed at least once, under a key that makes a repeat do nothing. */
export interface CommandDue {
  readonly kind: 'command';
  readonly name: string;
  readonly payload: object;
}

/** Something to do outside of the ledger: at least once, under an id by which whoever receives it can tell a repeat. */
export interface EffectDue {
  readonly kind: 'effect';
  /** The channel, such as `mail`. */
  readonly name: string;
  /** What shares a fate: effects of one lane are tried a few at a time, and a lane that hangs holds up no other. */
  readonly lane: string;
  readonly payload: object;
}

/** What the policy will know under `key` from now on; null forgets. */
export interface Remembered {
  readonly kind: 'memory';
  readonly key: string;
  readonly value: object | null;
}

/** Rings at an instant, once; set anew under the same key, it rings at the new one only. */
export interface AlarmSet {
  readonly kind: 'alarm';
  readonly key: string;
  /** RFC 3339, UTC. By the clock of the database. */
  readonly at: string;
  readonly data: object;
}

export interface AlarmCleared {
  readonly kind: 'no-alarm';
  readonly key: string;
}

export const effect = (name: string, payload: object, { lane = '' }: { lane?: string } = {}): EffectDue => ({ kind: 'effect', name, lane, payload });
export const remember = (key: string, value: object): Remembered => ({ kind: 'memory', key, value });
export const forget = (key: string): Remembered => ({ kind: 'memory', key, value: null });
export const setAlarm = (key: string, at: string, data: object): AlarmSet => ({ kind: 'alarm', key, at, data });
export const clearAlarm = (key: string): AlarmCleared => ({ kind: 'no-alarm', key });
