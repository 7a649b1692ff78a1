import type { Actor } from './actor.js';
import { organizationRules } from './organization-rules.js';
import { releaseRules } from './release-rules.js';
import type { Resources, ResourceKind } from './resource.js';
import type { Rule } from './rule.js';
import { sponsorshipRules } from './sponsorship-rules.js';
import { allOf, anyOf, holds, never, not, type Relations, type Row, type Where } from './where.js';

const rules = { ...organizationRules, ...sponsorshipRules, ...releaseRules };

/** Everything that can be asked for, as `thing:verb`. */
export type Action = keyof typeof rules;
export const actions = Object.keys(rules) as readonly Action[];

export type DenyReason = 'NoRuleGrantsThis' | 'ARuleForbidsThis';
export type PolicyDecision =
  | { readonly kind: 'allow' }
  | { readonly kind: 'deny'; readonly reason: DenyReason }
  /** Those rows that the condition names, and no others. */
  | { readonly kind: 'where'; readonly where: Where };

/** What an action is about: the kind of resource to ask `policy` for. */
export const resourceOf = (action: Action): ResourceKind => rules[action].about;

/** Decides without data and without a clock: what the roles give, less what a ban takes. No rule is a denial. The tenant is not decided
 * here: it is the wall around the question.
 * @returns `where` when the answer depends on the row. A query ANDs it to its own conditions; a command leaves it to its decider, which
 *   knows the state, and may answer early only on `deny` */
export const policy = (actor: Actor, action: Action, resource: ResourceKind): PolicyDecision => {
  const found: Rule | undefined = Object.hasOwn(rules, action) ? (rules[action] as Rule) : undefined;
  if (!found || found.about !== resource) return { kind: 'deny', reason: 'NoRuleGrantsThis' };
  const conditions = (['anyone', ...actor.roles] as const).map((role) => found.permits[role]?.(actor) ?? never);
  const granted = anyOf(...conditions) as Where;
  if (granted.op === 'never') return { kind: 'deny', reason: 'NoRuleGrantsThis' };
  const left = found.ban ? allOf(granted, not(found.ban(actor) as Where)) : granted;
  if (left.op === 'never') return { kind: 'deny', reason: 'ARuleForbidsThis' };
  return left.op === 'always' ? { kind: 'allow' } : { kind: 'where', where: left };
};

/** Whether a decision covers one row at hand.
 * @throws RangeError if the row or the relations lack what the condition turns on */
export const permits = <Kind extends ResourceKind>(decision: PolicyDecision, row: Resources[Kind] & Row, relations: Relations = {}): boolean => {
  switch (decision.kind) {
    case 'allow': return true;
    case 'deny': return false;
    case 'where': return holds(decision.where, row, relations);
  }
};

/** The decision as a condition for a query: everything, nothing, or those rows. */
export const whereOf = (decision: PolicyDecision): Where => {
  switch (decision.kind) {
    case 'allow': return { op: 'always' };
    case 'deny': return never;
    case 'where': return decision.where;
  }
};
