import type { Provider } from '@nestjs/common';
import { SealReportHandler } from './seal-report/seal-report.command.js';
import { SealReportResolver } from './seal-report/seal-report.resolver.js';
import { SealedReportsHandler } from './sealed-report/sealed-report.query.js';
import { SealedReportResolver } from './sealed-report/sealed-report.resolver.js';

/** Reports that stay as they are. */
export const sealedReportParts: readonly Provider[] = [SealReportHandler, SealedReportsHandler, SealReportResolver, SealedReportResolver];
