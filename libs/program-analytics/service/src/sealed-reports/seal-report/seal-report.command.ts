import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { reject } from '@vouchsafe/decider';
import { about, Clock, decideAndAppend, EventStore, idFromRequest } from '@vouchsafe/event-store';
import { ActorsCommand } from '@vouchsafe/graphql';
import type { SealedReportEvent } from '@vouchsafe/program-analytics-contracts';
import { ReadModels } from '@vouchsafe/projections';
import { asKnown, chainAt } from '../../analytics/as-known.js';
import type { SealReportInput } from '../../graphql.generated.js';
import type { NotTheLeads } from '../refusals.js';
import { sealedFigures } from '../sealed-figures.js';
import { sealedReports, sealReport, type SealedReports, type SealReportRejection } from '../sealed-reports.js';

type Rejection = SealReportRejection | NotTheLeads | { reason: 'TitleIsNotOneLine' };

/** @throws nothing of the period: its refusals are the question's, and asked before */
export class SealReportCommand extends ActorsCommand<SealReportInput, Rejection, { reportId: string }> {}

const isOneLine = (title: string): boolean => title.trim().length > 0 && title.length <= 200 && !/\p{Cc}/u.test(title);

@CommandHandler(SealReportCommand)
export class SealReportHandler implements ICommandHandler<SealReportCommand> {
  constructor(private readonly log: EventStore, private readonly readModels: ReadModels, private readonly clock: Clock) {}

  async execute({ tenant, actor, input }: SealReportCommand) {
    const { programId, period, title, requestKey } = input;
    if (!actor.leads.has(programId)) return { accepted: false as const, rejection: { reason: 'ProgramIsNotDefined' as const } };
    const reportId = idFromRequest(tenant, 'sealed-report', requestKey);
    const outcome = await decideAndAppend<SealedReports, SealedReportEvent, Rejection>(
      this.log, tenant, sealedReports, programId, about(actor.actorId, input, this.clock.utcToday()), async (sealed) => {
        if (!isOneLine(title)) return reject({ reason: 'TitleIsNotOneLine' as const });
        const known = await asKnown(this.log, tenant, null, null);
        const chain = await chainAt(this.log, tenant, known.position);
        const computed = await sealedFigures(this.readModels, tenant, { programId, period, known, chain });
        return sealReport({ reportId, programId, title: title.trim(), period, asKnownAt: known.asKnownAt, knownAt: { position: known.position, chain }, ...computed }, sealed);
      });
    return outcome.accepted ? { ...outcome, reportId } : outcome;
  }
}
