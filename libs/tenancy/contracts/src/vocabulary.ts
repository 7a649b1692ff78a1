import { z } from 'zod';
import { programReference } from './identifiers.js';

/** What a tenant is: one employer, or one of the two kinds of network, whose log is a tenant's log too. */
export const organizationKind = z.enum(['ORGANIZATION', 'GROUP', 'CIRCLE']);
export type OrganizationKind = z.output<typeof organizationKind>;

/** GROUP: one owner, members are named. CIRCLE: strangers, members are never named. */
export const networkKind = z.enum(['GROUP', 'CIRCLE']);
export type NetworkKind = z.output<typeof networkKind>;

export const role = z.enum(['OPERATOR', 'PROGRAM_LEAD', 'SPONSOR', 'PROTEGE', 'EXECUTIVE', 'GROUP_EXECUTIVE']);
export type Role = z.output<typeof role>;

export const sharedFigure = z.enum(['PROGRAM_REPORT']);
export type SharedFigure = z.output<typeof sharedFigure>;

/** What a grant opens: figures only, never a row about a person. */
export const sharingScope = z.object({
  figures: z.array(sharedFigure).min(1).max(20),
  /** Null: every programme of the grantor, later ones included. */
  programIds: z.array(programReference).min(1).max(200).nullable(),
});
export type SharingScope = z.output<typeof sharingScope>;

export const sharingPurpose = z.enum(['GROUP_REPORTING', 'BENCHMARK']);
export type SharingPurpose = z.output<typeof sharingPurpose>;
