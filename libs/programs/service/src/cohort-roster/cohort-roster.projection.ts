import type { Recorded } from '@vouchsafe/event-schema';
import { foldAll, foldByKey, projection } from '@vouchsafe/projections';
import { enrolmentEvents, type EnrolmentEvent, type EnrolmentRole } from '@vouchsafe/programs-contracts';

export interface RosterRow {
  cohortId: string; personId: string; programId: string; role: EnrolmentRole; status: 'REQUESTED' | 'ENROLLED' | 'DECLINED' | 'WITHDRAWN';
  rulesVersion: number | null; since: string;
}
interface PlaceRow { personId: string; cohortId: string; programId: string }

const STATUS = {
  EnrolmentRequested: 'REQUESTED', ParticipantEnrolled: 'ENROLLED', EnrolmentDeclined: 'DECLINED', ParticipantWithdrawn: 'WITHDRAWN',
} as const satisfies Record<EnrolmentEvent['type'], RosterRow['status']>;

const keyOf = ({ data: { cohortId, personId } }: Recorded<EnrolmentEvent>) => ({ cohortId, personId });

const entry = (row: RosterRow | undefined, { type, data, occurredOn }: Recorded<EnrolmentEvent>): RosterRow => {
  const { cohortId, personId, programId, role } = data;
  const rulesVersion = type === 'EnrolmentRequested' ? data.rulesVersion : (row?.rulesVersion ?? null);
  return { cohortId, personId, programId, role, status: STATUS[type], rulesVersion, since: occurredOn };
};

const place = (row: PlaceRow | undefined, { type, data: { personId, cohortId, programId } }: Recorded<EnrolmentEvent>): PlaceRow | undefined => {
  switch (type) {
    case 'EnrolmentRequested':
    case 'ParticipantEnrolled': return row ?? { personId, cohortId, programId };
    case 'EnrolmentDeclined':
    case 'ParticipantWithdrawn': return undefined;
  }
};

export const cohortRoster = projection({
  name: 'cohort-roster', version: 1, sql: new URL('./cohort-roster.sql', import.meta.url), tables: ['cohort_roster', 'cohort_place'], reads: enrolmentEvents,
  ...foldAll<EnrolmentEvent>(
    foldByKey<EnrolmentEvent, RosterRow>('cohort_roster', keyOf, entry),
    foldByKey<EnrolmentEvent, PlaceRow>('cohort_place', keyOf, place),
  ),
});

/** How the policy's relation `enrolment` is called in queries. */
export const takingPart = {
  enrolment: { table: `read.${cohortRoster.tables['cohort_place']!}`, columns: { personId: 'person_id', cohortId: 'cohort_id', programId: 'program_id' } },
} as const;
