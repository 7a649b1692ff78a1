import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { ProgramAnalyticsHandler } from './analytics/program-analytics.query.js';
import { ProgramAnalyticsResolver } from './analytics/program-analytics.resolver.js';
import { benchmarkParts } from './benchmark/benchmark.parts.js';
import { releaseParts } from './releases/releases.parts.js';
import { sealedReportParts } from './sealed-reports/sealed-reports.parts.js';

const queries = [ProgramAnalyticsHandler];
const resolvers = [ProgramAnalyticsResolver];

/** What came of it: figures over facts, and what of them is made public. */
@Module({ imports: [CqrsModule], providers: [...queries, ...resolvers, ...releaseParts, ...benchmarkParts, ...sealedReportParts] })
export class ProgramAnalyticsModule {}
