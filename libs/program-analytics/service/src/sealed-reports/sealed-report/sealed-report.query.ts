import { createHash } from 'node:crypto';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { permits, policy, type Actor } from '@vouchsafe/access';
import { streamName } from '@vouchsafe/decider';
import { readEvent, type StoredEvent, type TenantId } from '@vouchsafe/event-schema';
import { canonicalJson, EventStore } from '@vouchsafe/event-store';
import { sealedReportEvents, type SealedReport as Sealed } from '@vouchsafe/program-analytics-contracts';
import type { SealedReport } from '../../graphql.generated.js';
import { sealedReports } from '../sealed-reports.js';

export class SealedReportsQuery extends Query<SealedReport[]> {
  constructor(readonly tenant: TenantId, readonly actor: Actor, readonly programId: string) {
    super();
  }
}

const shown = (stored: StoredEvent): SealedReport => {
  const { reportId, programId, title, period, asKnownAt, knownAt, rules, inputsDigest, figures } = readEvent(sealedReportEvents, stored).data as Sealed;
  const text = canonicalJson(figures);
  return {
    __typename: 'SealedReport', reportId, programId, title, period: { __typename: 'Period', ...period }, asKnownAt, sealedAt: stored.recordedAt, position: String(knownAt.position), chain: knownAt.chain,
    rules: rules.map((one) => ({ __typename: 'RulesVersion', ...one })), inputsDigest, figures: text, figuresDigest: createHash('sha256').update(text).digest('hex'),
  };
};

/** What was sealed is read from the log itself: no table could differ from it. */
@QueryHandler(SealedReportsQuery)
export class SealedReportsHandler implements IQueryHandler<SealedReportsQuery> {
  constructor(private readonly log: EventStore) {}

  async execute({ tenant, actor, programId }: SealedReportsQuery) {
    if (!permits<'program-report'>(policy(actor, 'sealed-report:read', 'program-report'), { programId })) return [];
    return (await this.log.readStream(tenant, streamName(sealedReports, programId))).map(shown).reverse();
  }
}
