import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { ProgramAnalyticsHandler } from './analytics/program-analytics.query.js';
import { ProgramAnalyticsResolver } from './analytics/program-analytics.resolver.js';

const queries = [ProgramAnalyticsHandler];
const resolvers = [ProgramAnalyticsResolver];

/** What came of it: figures over facts. Decides nothing. */
@Module({ imports: [CqrsModule], providers: [...queries, ...resolvers] })
export class ProgramAnalyticsModule {}
