export {
  clearAlarm, effect, forget, remember, setAlarm,
  type AlarmCleared, type AlarmSet, type CommandDue, type Consequence, type EffectDue, type Remembered,
} from './policy/consequence.js';
export { policy, type Alarm, type Policy, type Recall } from './policy/policy.js';
export { send, systemCommand, type AnyCommand, type Circumstances, type CommandParts, type SystemCommand } from './policy/system-command.js';
export { reactionsMigration } from './schema/react.migration.js';
export { PolicyRunner, type PolicyRunnerOptions } from './reader/policy-runner.js';
export { policyStatus, type PolicyStatus } from './reader/policy-status.js';
export { ReactionWorker, type WorkerOptions } from './worker/reaction-worker.js';
export type { Channel, Delivered, Delivery } from './worker/channel.js';
export type { Claimed, Ending } from './due/claim.js';
export { laneHistory, replay, type LaneEntry, type OfLane } from './due/lane-history.js';
export { deadLetters, replayDeadLetters, type DeadLetter, type WhichToReplay } from './due/dead-letters.js';
export { overDays, overHours, type RetrySchedule } from './due/retry-schedule.js';
