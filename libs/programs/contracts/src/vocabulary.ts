import { z } from 'zod';

export const programKind = z.enum(['SPONSORSHIP', 'MENTORING', 'MIXED']);
export type ProgramKind = z.output<typeof programKind>;

/** A person's part in a cohort. Mentoring and sponsorship are different jobs, so each has its own two. */
export const enrolmentRole = z.enum(['SPONSOR', 'PROTEGE', 'MENTOR', 'MENTEE']);
export type EnrolmentRole = z.output<typeof enrolmentRole>;

export const rolesOfKind: Readonly<Record<ProgramKind, readonly EnrolmentRole[]>> = {
  SPONSORSHIP: ['SPONSOR', 'PROTEGE'],
  MENTORING: ['MENTOR', 'MENTEE'],
  MIXED: ['SPONSOR', 'PROTEGE', 'MENTOR', 'MENTEE'],
};

/** What a person says they need. A list, so that no rule can spell a trait as a need. */
export const statedNeed = z.enum(['VISIBILITY', 'STRETCH_ASSIGNMENT', 'PROMOTION', 'TRANSITION', 'NETWORK', 'SKILLS']);
export type StatedNeed = z.output<typeof statedNeed>;
