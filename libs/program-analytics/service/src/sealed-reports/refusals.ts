import { refusals } from '@vouchsafe/graphql';
import type { SealReportRejection } from './sealed-reports.js';

/** You lead no such programme: it is another's, or not there. */
export type NotTheLeads = { reason: 'ProgramIsNotDefined' };

/** Why nothing is sealed, in words for the person who asked. */
export const sealRefusalInWords = refusals<SealReportRejection | NotTheLeads | { reason: 'TitleIsNotOneLine' }>({
  ProgramIsNotDefined: () => 'You lead no programme under this id that has been defined.',
  TooManySealedReports: ({ most }) => `${most} reports of this programme are sealed, and that is the most.`,
  TitleIsNotOneLine: () => 'A title is one line of 1 to 200 characters.',
});
