import { readLoopbackRule } from '../settings/notification-settings.js';

/** Whether an endpoint may be on this machine. */
export abstract class LoopbackRule {
  abstract readonly isAllowed: boolean;
}

/** As the environment says. */
export class LoopbackRuleOfEnvironment extends LoopbackRule {
  readonly isAllowed = readLoopbackRule(process.env);
}
