import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Clock, EventStore } from '@vouchsafe/event-store';
import { ReadModels } from '@vouchsafe/projections';
import { SharedFigures, type SharingMember } from '@vouchsafe/tenancy-contracts';
import type { GroupReport } from '../graphql.generated.js';
import { programFacts } from '../program-facts/program-facts.projection.js';
import { reportNow } from '../program-report/compute-report.js';
import { checkPeriod, checkQuarters, type Period } from '../program-report/period.js';
import { FEWEST_PEOPLE } from '../program-report/program-report.query.js';

export class GroupReportQuery extends Query<GroupReport> {
  constructor(readonly tenant: TenantId, readonly actor: Actor, readonly period: Period) {
    super();
  }
}

const PROGRAMS = `SELECT DISTINCT program_id AS "programId" FROM read.${programFacts.tables['enrolment_fact']}
  WHERE tenant_id = $1 AND ($2::text[] IS NULL OR program_id = ANY($2)) ORDER BY 1 LIMIT 100`;

@QueryHandler(GroupReportQuery)
export class GroupReportHandler implements IQueryHandler<GroupReportQuery> {
  constructor(private readonly readModels: ReadModels, private readonly shared: SharedFigures, private readonly log: EventStore, private readonly clock: Clock) {}

  async execute({ tenant, period }: GroupReportQuery): Promise<GroupReport> {
    checkPeriod(period, null, this.clock.now().toISOString());
    checkQuarters(period);
    const members: GroupReport['members'][number][] = [];
    // One after the other, and never two organizations in one statement: each is asked in a transaction of its own.
    for (const member of await this.shared.sharedWith(tenant, 'PROGRAM_REPORT', this.clock.today())) members.push(await this.reportOfMember(member, period));
    return { __typename: 'GroupReport', period: { __typename: 'Period', ...period }, members };
  }

  private async reportOfMember({ organization, handle, name, programIds }: SharingMember, period: Period): Promise<GroupReport['members'][number]> {
    const open = await this.readModels.many<{ programId: string }>(organization, programFacts, null, PROGRAMS, [organization, programIds]);
    const reports = [];
    for (const { programId } of open) {
      reports.push(await reportNow(this.readModels, this.log, { tenant: organization, programId, period, withholding: { fewest: FEWEST_PEOPLE } }, null));
    }
    return { __typename: 'MemberReport', handle, name, programs: reports.filter((report) => report !== null) };
  }
}
