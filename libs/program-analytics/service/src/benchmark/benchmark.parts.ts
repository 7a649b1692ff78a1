import type { Provider } from '@nestjs/common';
import { BenchmarkReportHandler } from './benchmark-report/benchmark-report.query.js';
import { BenchmarkReportResolver } from './benchmark-report/benchmark-report.resolver.js';
import { BenchmarkShelf } from './benchmark-shelf.js';
import { DeclareBenchmarkBoundHandler } from './declare-benchmark-bound/declare-benchmark-bound.command.js';
import { DeclareBenchmarkBoundResolver } from './declare-benchmark-bound/declare-benchmark-bound.resolver.js';
import { JoinBenchmarkHandler } from './join-benchmark/join-benchmark.command.js';
import { JoinBenchmarkResolver } from './join-benchmark/join-benchmark.resolver.js';
import { LeaveBenchmarkHandler } from './leave-benchmark/leave-benchmark.command.js';
import { LeaveBenchmarkResolver } from './leave-benchmark/leave-benchmark.resolver.js';
import { ReleaseBenchmarkHandler } from './release-benchmark/release-benchmark.command.js';
import { ReleaseBenchmarkResolver } from './release-benchmark/release-benchmark.resolver.js';

const commands = [JoinBenchmarkHandler, LeaveBenchmarkHandler, DeclareBenchmarkBoundHandler, ReleaseBenchmarkHandler];
const resolvers = [JoinBenchmarkResolver, LeaveBenchmarkResolver, DeclareBenchmarkBoundResolver, ReleaseBenchmarkResolver, BenchmarkReportResolver];

/** What organizations that are strangers to each other may know of each other together. */
export const benchmarkParts: readonly Provider[] = [BenchmarkShelf, ...commands, BenchmarkReportHandler, ...resolvers];
