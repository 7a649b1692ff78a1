import type { IsoDate, TenantId } from '@vouchsafe/event-schema';

/** How two people stand to each other in the reporting graph. `UNKNOWN` where the graph has a hole, so that nobody can rule a line out. */
export type LineRelation = 'IN_CHAIN' | 'CLEAR' | 'UNKNOWN';

/** What others may ask about reporting lines: whether there is one between two people, and never which. Answered by the directory. */
export abstract class ReportingLines {
  /** Whether one of the two stood above the other, however far, on a day. */
  abstract relation(tenant: TenantId, one: string, other: string, asOf: IsoDate): Promise<LineRelation>;
}
