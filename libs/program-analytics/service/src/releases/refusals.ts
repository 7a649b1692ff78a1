import { refusals } from '@vouchsafe/graphql';
import type { DeclareReleaseLatticeRejection, PublishReleaseRejection } from './release.js';

/** You lead no such programme: it is another's, or not there. */
export type NotTheLeads = { reason: 'ProgramIsNotDefined' };

/** Why no release is made, in words for the person who asked. None tells what is hidden. */
export const releaseRefusalInWords = refusals<PublishReleaseRejection | DeclareReleaseLatticeRejection | NotTheLeads>({
  ProgramIsNotDefined: () => 'You lead no programme under this id that has been defined.',
  PeriodEndsBeforeItStarts: ({ period: { from, to } }) => `The period ends on ${to}, before it starts on ${from}.`,
  WholeQuartersOnly: () => 'Releases are made of whole quarters, such as 2026-01-01 to 2026-03-31.',
  PeriodIsNotOver: ({ to }) => `The period ends on ${to}, and that day is not over everywhere.`,
  LaterPeriodIsPublished: ({ to }) => `A release up to ${to} is published. An older period is not released after a newer one.`,
  TooManyPlaces: ({ places, most }) => `Divided like this a release has ${places} places, and ${most} are the most that can be audited.`,
  ReleaseAuditFails: () => 'The audit could find out something that the release was to hide. It is not published; nothing has changed.',
  DimensionStandsTwice: () => 'A dimension is named twice.',
  LatticeIsDeclared: () => 'It was said before how releases of this programme divide people, and is not said anew.',
  PeopleAreEnrolledAlready: () => 'Somebody is enrolled already. How people are divided is said before there is anybody to divide.',
});
