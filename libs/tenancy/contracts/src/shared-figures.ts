import type { IsoDate, TenantId } from '@vouchsafe/event-schema';
import type { SharedFigure } from './vocabulary.js';

/** A member of a network that lets the network read figures of its own, by a grant that both sides have accepted. */
export interface SharingMember {
  readonly organization: TenantId;
  readonly handle: string;
  readonly name: string;
  /** The programmes that the grant opens; null: all of them. */
  readonly programIds: readonly string[] | null;
}

/** Who shares what with a network. Each member's word is read in that member's own log. */
export abstract class SharedFigures {
  /** @param today a grant that has expired opens nothing */
  abstract sharedWith(network: TenantId, figure: SharedFigure, today: IsoDate): Promise<readonly SharingMember[]>;
}
