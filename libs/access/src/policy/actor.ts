import type { ActorId, TenantId } from '@vouchsafe/event-schema';

export type Role = 'OPERATOR' | 'PROGRAM_LEAD' | 'SPONSOR' | 'PROTEGE' | 'EXECUTIVE' | 'GROUP_EXECUTIVE';

/** Who asks, inside one tenant. Roles say what kind of thing someone does there; which rows, the relation says. */
export interface Actor {
  readonly tenant: TenantId;
  readonly personId: string;
  readonly actorId: ActorId;
  readonly roles: ReadonlySet<Role>;
  /** Ids of the programmes that this person leads. */
  readonly leads: ReadonlySet<string>;
}
