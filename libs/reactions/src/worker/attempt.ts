import type { Claimed, Ending } from '../due/claim.js';
import { delayAfter, overHours, type RetrySchedule } from '../due/retry-schedule.js';
import type { AnyCommand, CommandParts } from '../policy/system-command.js';
import type { Channel, Delivered } from './channel.js';

/** What can be done about reactions, by the name they go by. */
export interface Doers {
  readonly commands: ReadonlyMap<string, AnyCommand>;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly parts: CommandParts;
}

export const scheduleOf = ({ channels }: Doers, { kind, name }: Claimed): RetrySchedule => (kind === 'effect' ? channels.get(name)?.schedule : undefined) ?? overHours;

const describe = (error: unknown): string => (error instanceof Error ? `${error.name}: ${error.message}` : String(error));

/** A refusal ends it: the business said no, and would say so again. */
const execute = async ({ commands, parts }: Doers, { tenant, reactionId, policy, position, correlation, name, payload }: Claimed): Promise<Delivered> => {
  const command = commands.get(name)!;
  const circumstances = { requestKey: `reaction:${reactionId}`, actor: `system:${policy}` as const, correlation, causation: `${position}` };
  const outcome = await command.execute(parts, tenant, circumstances, command.schema.parse(payload) as never);
  return { outcome: 'done', note: outcome.accepted ? `position ${outcome.position}` : `refused: ${outcome.rejection.reason}` };
};

const tried = async (doers: Doers, claimed: Claimed, signal: AbortSignal): Promise<Delivered> => {
  const { tenant, reactionId, position, payload, attempts } = claimed;
  if (claimed.kind === 'command') return execute(doers, claimed);
  return doers.channels.get(claimed.name)!.deliver({ tenant, id: reactionId, position, payload, attempt: attempts, signal });
};

/** The end of an attempt that came to this.
 * @param chance in [0, 1) */
export const endingOf = (delivered: Delivered, schedule: RetrySchedule, attempts: number, chance: number): Ending => {
  switch (delivered.outcome) {
    case 'done': return { state: 'DONE', note: delivered.note ?? null };
    case 'later': return { state: 'DUE', note: delivered.reason, wait: delivered.wait, isCounted: false };
    case 'failed': {
      const wait = delivered.isFinal ? undefined : delayAfter(schedule, attempts, chance);
      return wait === undefined ? { state: 'DEAD', note: delivered.reason } : { state: 'DUE', note: delivered.reason, wait, isCounted: true };
    }
  }
};

/** What the process that left has broken off: nobody's fault, and due at once for whoever stays. */
const NOT_MADE: Ending = { state: 'DUE', note: 'broken off: the process was leaving', wait: 0, isCounted: false };
/** Milliseconds for whoever is told to break off to do so. */
const BREAKS_OFF_WITHIN = 1_000;

const leftBehind = (leaving: AbortSignal): Promise<Delivered> => new Promise((resolve) => {
  leaving.addEventListener('abort', () => setTimeout(() => resolve({ outcome: 'failed', reason: 'left behind' }), BREAKS_OFF_WITHIN).unref(), { once: true });
});

/** Tries once. Never throws.
 * @param limit milliseconds that it may last
 * @param leaving aborted when the process has no more time: what has not ended a moment later counts as not made */
export const attempt = async (doers: Doers, claimed: Claimed, limit: number, leaving: AbortSignal): Promise<Ending> => {
  const schedule = scheduleOf(doers, claimed);
  // Each attempt is counted before it is made: what ends the process every time is given up like what fails.
  if (claimed.attempts > schedule.length + 1) return { state: 'DEAD', note: `the process ended during the last of ${claimed.attempts - 1} attempts` };
  if (leaving.aborted) return NOT_MADE;
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(new DOMException(`It lasted longer than ${limit} ms.`, 'TimeoutError')), limit);
  leaving.addEventListener('abort', () => abort.abort(leaving.reason), { once: true });
  const trying = tried(doers, claimed, abort.signal).catch((error: unknown): Delivered => ({ outcome: 'failed', reason: describe(error) }));
  const delivered = await Promise.race([trying, leftBehind(leaving)]);
  clearTimeout(timer);
  return leaving.aborted && delivered.outcome === 'failed' ? NOT_MADE : endingOf(delivered, schedule, claimed.attempts, Math.random());
};
