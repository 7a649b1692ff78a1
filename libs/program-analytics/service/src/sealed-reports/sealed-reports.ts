import { accept, reject, stream, type Decision } from '@vouchsafe/decider';
import { ReportSealed, sealedReportEvents, type SealedReport, type SealedReportEvent } from '@vouchsafe/program-analytics-contracts';

/** The sealed reports of a programme, the oldest first. */
export type SealedReports = readonly SealedReport[];

export const sealedReports = stream<SealedReports, SealedReportEvent>('sealed-reports', sealedReportEvents, [], (sealed, { data }) => [...sealed, data]);

/** All of them are read when one is: a stream is a shelf, and not an archive. */
export const MOST_REPORTS = 1_000;

export type SealReportRejection = { reason: 'TooManySealedReports'; most: number };

/** A correction unseals nothing: it appears in the reports that are sealed after it. */
export const sealReport = (report: SealedReport, sealed: SealedReports): Decision<SealedReportEvent, SealReportRejection> =>
  (sealed.length >= MOST_REPORTS ? reject({ reason: 'TooManySealedReports', most: MOST_REPORTS }) : accept(ReportSealed.of(report)));
