import type { IsoDate, TenantId } from '@vouchsafe/event-schema';

/** Where a person stood in the organization on a day. Null is unknown. */
export interface DirectoryStanding {
  /** Whether the person was with the organization on that day. */
  readonly active: boolean;
  /** In tenths of a level. */
  readonly level: number | null;
  readonly function: string | null;
  readonly unit: string | null;
  readonly joinedOn: IsoDate | null;
}

/** What rules may ask about people. Answered by the directory; there is no trait in it. */
export abstract class PersonStandings {
  /** @returns undefined for a person whom the organization never knew */
  abstract standing(tenant: TenantId, personId: string, asOf: IsoDate): Promise<DirectoryStanding | undefined>;
}
