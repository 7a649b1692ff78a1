import type { Actor, Role } from './actor.js';
import type { AttributeOf, NamedRelations, ResourceKind } from './resource.js';
import { always, isOneOf, type Where } from './where.js';

type Condition<Kind extends ResourceKind> = (me: Actor) => Where<AttributeOf<Kind>>;

/** Who may do one thing. A person with several roles may do what any of them may, save what a ban takes away.
 * `anyone` means whoever has a place in the organization, also without a role. */
export interface Rule<Kind extends ResourceKind = ResourceKind> {
  readonly about: Kind;
  readonly permits: Readonly<Partial<Record<Role | 'anyone', Condition<Kind>>>>;
  /** Holds against every role, and wins. */
  readonly ban?: Condition<Kind>;
}

export const rule = <Kind extends ResourceKind>(about: Kind, permits: Rule<Kind>['permits'], ban?: Condition<Kind>): Rule<Kind> =>
  (ban ? { about, permits, ban } : { about, permits });

export const everyRow = (): Where<never> => always;

export const ofProgramsTheyLead = ({ leads }: Actor): Where<'programId'> => isOneOf('programId', [...leads].sort());

type Theirs<Relation extends keyof NamedRelations> = keyof NamedRelations[Relation] & string;

/** There is a row of another relation that shares the named attributes with ours (theirs → ours), of which `where` holds and, if asked,
 * whose days enclose ours. */
export const related = <
  Relation extends keyof NamedRelations,
  const On extends Readonly<Partial<Record<Theirs<Relation>, string>>>,
  const Day extends string = never,
>(
  relation: Relation, on: On, where: Where<Theirs<Relation>>, during?: { readonly day: Day; readonly from: Theirs<Relation>; readonly to: Theirs<Relation> },
): Where<Extract<On[keyof On], string> | Day> =>
  ({ op: 'exists', relation, on: on as unknown as Readonly<Record<string, Extract<On[keyof On], string>>>, where, ...(during ? { during } : {}) });
