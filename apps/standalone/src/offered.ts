import type { DevelopmentPerson, Role } from '@vouchsafe/access';
import { demoPeople, type DemoPart } from '@vouchsafe/sample-data';

const ROLE: Readonly<Record<DemoPart, Role>> = {
  SPONSOR: 'SPONSOR', PROTEGE: 'PROTEGE', UNMATCHED_PROTEGE: 'PROTEGE', PROGRAM_LEAD: 'PROGRAM_LEAD', EXECUTIVE: 'EXECUTIVE', OPERATOR: 'OPERATOR', GROUP_EXECUTIVE: 'GROUP_EXECUTIVE',
};

/** The people of the sample whom the tour is about, first on the page that asks who one wants to be. */
export const offered: readonly DevelopmentPerson[] = demoPeople.map(({ email, name, organization, part }) =>
  ({ email, name, organization: { handle: organization, name: organization }, roles: [ROLE[part]] }));
