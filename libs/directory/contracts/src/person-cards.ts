import type { TenantId } from '@vouchsafe/event-schema';

/** What an identity card says of a person. It stands in no event and leaves the directory only to be shown. */
export interface PersonCard {
  readonly name: string;
  /** In lower case; null where the employer's file named none. */
  readonly workEmail: string | null;
}

/** Who people are, for those who may be told. Answered by the directory. */
export abstract class PersonCards {
  /** @param personIds at most some hundreds
   * @returns the cards by person id; a person without a card is absent */
  abstract cards(tenant: TenantId, personIds: readonly string[]): Promise<ReadonlyMap<string, PersonCard>>;
}
