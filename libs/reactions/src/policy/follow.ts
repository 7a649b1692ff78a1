import type { AnyEvent, IsoDate, Position, Recorded, TenantId } from '@vouchsafe/event-schema';
import { reactionId } from './reaction-id.js';
import type { AlarmSet, CommandDue, Consequence, EffectDue } from './consequence.js';
import type { Policy } from './policy.js';

/** A command or an effect with its coordinates: what is recorded as due. */
export interface Reaction {
  readonly reactionId: string;
  /** The event that it follows from, directly or by the alarm that it set. */
  readonly position: Position;
  /** The key of the alarm that rang; null where the event itself called for it. */
  readonly alarm: string | null;
  /** Its place among what followed at once. */
  readonly ordinal: number;
  readonly correlation: string;
  readonly due: CommandDue | EffectDue;
}

export interface AlarmRow {
  readonly key: string;
  readonly ringsAt: string;
  readonly position: Position;
  readonly correlation: string;
  readonly data: object;
}

/** All that follows from a batch, as changes: null removes. */
export interface Changes {
  readonly memory: ReadonlyMap<string, object | null>;
  readonly alarms: ReadonlyMap<string, AlarmRow | null>;
  readonly reactions: readonly Reaction[];
}

interface Cause {
  readonly position: Position;
  readonly correlation: string;
  readonly alarm: string | null;
  /** Recorded before the policy existed: it is remembered, and nothing is done about it. */
  readonly isHistory: boolean;
}

/** Collects consequences in their order; what was remembered earlier in the batch is recalled later in it. */
const collecting = (tenant: TenantId, { name: policy }: Policy, since: string, stored: ReadonlyMap<string, object>) => {
  const memory = new Map<string, object | null>();
  const alarms = new Map<string, AlarmRow | null>();
  const reactions: Reaction[] = [];
  const due = (cause: Cause, ordinal: number, consequence: CommandDue | EffectDue): void => {
    const { position, alarm, correlation } = cause;
    reactions.push({ reactionId: reactionId({ policy, tenant, position, alarm, ordinal }), position, alarm, ordinal, correlation, due: consequence });
  };
  const set = ({ position, correlation, isHistory }: Cause, { key, at, data }: AlarmSet): void => {
    const isPast = isHistory && Date.parse(at) <= Date.parse(since); // it would have rung before anybody listened
    alarms.set(key, isPast ? null : { key, ringsAt: at, position, correlation, data });
  };
  const take = (cause: Cause, consequences: readonly Consequence[]): void => consequences.forEach((consequence, ordinal) => {
    switch (consequence.kind) {
      case 'memory': return void memory.set(consequence.key, consequence.value);
      case 'alarm': return set(cause, consequence);
      case 'no-alarm': return void alarms.set(consequence.key, null);
      case 'command': case 'effect': return cause.isHistory ? undefined : due(cause, ordinal, consequence);
    }
  });
  const recall = (key: string): object | undefined => (memory.has(key) ? memory.get(key) ?? undefined : stored.get(key));
  return { take, recall, changes: { memory, alarms, reactions } satisfies Changes };
};

/** What follows from events of one tenant, in their order.
 * @param since the instant from which on the policy acts; what was recorded before is history
 * @param stored what is remembered under the keys that the policy recalls for these events */
export const follow = (policy: Policy, tenant: TenantId, since: string, events: readonly Recorded<AnyEvent>[], stored: ReadonlyMap<string, object>): Changes => {
  const { take, recall, changes } = collecting(tenant, policy, since, stored);
  for (const event of events) {
    const { position, correlation, recordedAt } = event;
    take({ position, correlation, alarm: null, isHistory: recordedAt < since }, policy.react(event as never, recall as never));
  }
  return changes;
};

/** What follows from alarms that ring. Each is off afterwards, unless it sets itself again. */
export const followAlarms = (policy: Policy, tenant: TenantId, today: IsoDate, ringing: readonly AlarmRow[], stored: ReadonlyMap<string, object>): Changes => {
  const { take, recall, changes } = collecting(tenant, policy, '', stored);
  for (const { key, data, position, correlation } of ringing) {
    changes.alarms.set(key, null);
    take({ position, correlation, alarm: key, isHistory: false }, policy.ring({ key, data, today } as never, recall as never));
  }
  return changes;
};
