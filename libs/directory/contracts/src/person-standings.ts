import type { IsoDate, TenantId } from '@vouchsafe/event-schema';

/** Where a person stood in the organization on a day. Null is unknown. */
export interface DirectoryStanding {
  /** Whether the person was with the organization on that day, and not deactivated. */
  readonly active: boolean;
  /** In tenths of a level. */
  readonly level: number | null;
  readonly function: string | null;
  readonly unit: string | null;
  readonly joinedOn: IsoDate | null;
  /** The band that HR named last, in the employer's own words, whatever the day asked for: bands have no history here. */
  readonly ratingBand: string | null;
}

/** What rules may ask about people. Answered by the directory; there is no trait in it. */
export abstract class PersonStandings {
  /** @returns undefined for a person whom the organization never knew */
  abstract standing(tenant: TenantId, personId: string, asOf: IsoDate): Promise<DirectoryStanding | undefined>;
}
