import { Injectable } from '@nestjs/common';
import { ReportingLines, type LineRelation } from '@vouchsafe/directory-contracts';
import type { IsoDate, TenantId } from '@vouchsafe/event-schema';
import { ReadModels } from '@vouchsafe/projections';
import { findReached } from '../chain/chain.query.js';
import { NOW_KNOWN } from '../organization-facts/organization-facts.projection.js';

/** Reporting lines from the organization's facts, as known now. */
@Injectable()
export class DirectoryReportingLines extends ReportingLines {
  constructor(private readonly readModels: ReadModels) {
    super();
  }

  /** Two who share a post are in one chain. Someone without a post on that day has no known chain. */
  async relation(tenant: TenantId, one: string, other: string, asOf: IsoDate): Promise<LineRelation> {
    const reached = await findReached(this.readModels, tenant, [one, other], asOf, NOW_KNOWN, null);
    const [ofOne, ofOther] = [reached.get(one)!, reached.get(other)!];
    const own = (posts: typeof ofOne) => posts.filter(({ steps }) => steps === 0).map(({ postId }) => postId);
    const holds = (posts: typeof ofOne, some: readonly string[]) => posts.some(({ postId }) => some.includes(postId));
    if (holds(ofOne, own(ofOther)) || holds(ofOther, own(ofOne))) return 'IN_CHAIN';
    const isKnown = [ofOne, ofOther].every((posts) => posts.length > 0 && posts.every(({ lineKnown }) => lineKnown));
    return isKnown ? 'CLEAR' : 'UNKNOWN';
  }
}
