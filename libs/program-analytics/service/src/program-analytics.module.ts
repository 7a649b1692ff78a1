import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { GroupReportHandler } from './group-report/group-report.query.js';
import { GroupReportResolver } from './group-report/group-report.resolver.js';
import { ProgramReportHandler } from './program-report/program-report.query.js';
import { ProgramReportResolver } from './program-report/program-report.resolver.js';

const queries = [ProgramReportHandler, GroupReportHandler];
const resolvers = [ProgramReportResolver, GroupReportResolver];

/** What came of it: figures over facts. Decides nothing. */
@Module({ imports: [CqrsModule], providers: [...queries, ...resolvers] })
export class ProgramAnalyticsModule {}
