import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { permits, policy, type Actor } from '@vouchsafe/access';
import type { Position, TenantId } from '@vouchsafe/event-schema';
import { Clock, EventStore } from '@vouchsafe/event-store';
import { badUserInput } from '@vouchsafe/graphql';
import { ReadModels } from '@vouchsafe/projections';
import type { ProgramReport } from '../graphql.generated.js';
import { asKnown } from './as-known.js';
import { reportAsOf, reportNow } from './compute-report.js';
import { checkPeriod, checkQuarters, type Period } from './period.js';

/** Leadership may not see a row about a person, so no figure of theirs rests on fewer than so many people. */
export const FEWEST_PEOPLE = 10;

export class ProgramReportQuery extends Query<ProgramReport | null> {
  constructor(
    readonly tenant: TenantId, readonly actor: Actor, readonly programId: string, readonly period: Period,
    readonly asKnownAt: string | null, readonly after: Position | null,
  ) {
    super();
  }
}

@QueryHandler(ProgramReportQuery)
export class ProgramReportHandler implements IQueryHandler<ProgramReportQuery> {
  constructor(private readonly readModels: ReadModels, private readonly log: EventStore, private readonly clock: Clock) {}

  async execute({ tenant, actor, programId, period, asKnownAt, after }: ProgramReportQuery) {
    if (!permits<'program-report'>(policy(actor, 'program-report:read', 'program-report'), { programId })) return null;
    const now = this.clock.now().toISOString();
    checkPeriod(period, asKnownAt, now);
    const mayPeek = actor.leads.has(programId);
    if (!mayPeek) checkQuarters(period);
    // For those who see no rows, a free choice of what was known when is a difference of two reports: one person's change.
    if (asKnownAt !== null && !mayPeek) throw badUserInput('Only those who lead the programme may ask what was known at an earlier instant. Leave out "asKnownAt".');
    const asked = { tenant, programId, period, withholding: { fewest: mayPeek ? 0 : FEWEST_PEOPLE } };
    if (asKnownAt === null) return reportNow(this.readModels, this.log, asked, after);
    return reportAsOf(this.readModels, asked, await asKnown(this.log, tenant, asKnownAt, after));
  }
}
