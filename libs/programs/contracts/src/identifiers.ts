import { entityId } from '@vouchsafe/event-schema';
import type { z } from 'zod';

export const programId = entityId;
export type ProgramId = z.output<typeof programId>;

/** Without a full stop: it parts cohort and person in the id of an enrolment. */
export const cohortId = entityId.refine((id) => !id.includes('.'), 'no full stop in the id of a cohort');
export type CohortId = z.output<typeof cohortId>;

/** A random id of a person inside one tenant. */
export const personId = entityId;
export type PersonId = z.output<typeof personId>;

/** The id of a person's place in a cohort, and of its stream. One stream per person and cohort: its expected version alone
 * keeps anybody from being enrolled twice, and a cohort of thousands contends nowhere. */
export const enrolmentId = (enrolment: { cohortId: CohortId; personId: PersonId }): string =>
  `${cohortId.parse(enrolment.cohortId)}.${personId.parse(enrolment.personId)}`;

/** The stream that tells a programme, for readers in other contexts. */
export const programStream = (id: ProgramId): string => `program-${id}`;
