import type { Actor } from './actor.js';
import { policy, resourceOf, whereOf, type Action } from './policy.js';
import type { ResourceKind } from './resource.js';
import { mayHold, type Tells } from './where-told.js';

/** Who is meant to see something of a person's record at most, from one person to the members of a circle of organizations. */
export const visibilityClasses = ['OWNER', 'SPONSOR', 'PAIR', 'CASE', 'CONCERN', 'PROGRAM', 'ORGANIZATION', 'RELEASED', 'BENCHMARK'] as const;
export type VisibilityClass = (typeof visibilityClasses)[number];

/** Which permission opens a class of a record. The class names the widest circle; the rule of the action says who in it, and when no more. */
const opens: { readonly [Kind in ResourceKind]?: { readonly [Class in VisibilityClass]?: Action } } = {
  person: { ORGANIZATION: 'person:read' },
  'org-graph': { ORGANIZATION: 'org-graph:read' },
  'role-grant': { ORGANIZATION: 'role:read' },
  enrolment: { PROGRAM: 'enrolment:read' },
  commitment: { PROGRAM: 'commitment:read', PAIR: 'commitment:read-words' },
  delegation: { SPONSOR: 'delegate:read' },
  'advocacy-action': { PAIR: 'advocacy-action:read', SPONSOR: 'advocacy-action:read-words' },
  outcome: { PROGRAM: 'outcome:read', PAIR: 'outcome:read-measure' },
};

/** The permission that a class of a record takes; undefined where nobody was given one. */
export const actionFor = (kind: string, to: VisibilityClass): Action | undefined => {
  const action = Object.hasOwn(opens, kind) ? opens[kind as ResourceKind]?.[to] : undefined;
  return action !== undefined && resourceOf(action) === kind ? action : undefined;
};

/** Whether somebody may see a class of one record, as far as the object at hand tells what the rule turns on. What it does not tell, such as a
 * relation to other rows, the query has asked that found it: here a field is refused only to whoever surely may not see it.
 * @param tells what the object at hand says, by the policy's names */
export const maySee = (actor: Actor, to: VisibilityClass, kind: string, tells: Tells): boolean => {
  const action = actionFor(kind, to);
  return action !== undefined && mayHold(whereOf(policy(actor, action, resourceOf(action))), tells);
};
