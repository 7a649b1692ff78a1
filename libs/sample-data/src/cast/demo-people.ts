import type { FullName } from './names.js';
import { inAddress } from './names.js';

/** The parts that every organization has, so that there is somebody to sign in as. */
export type DemoPart = 'SPONSOR' | 'PROTEGE' | 'UNMATCHED_PROTEGE' | 'PROGRAM_LEAD' | 'EXECUTIVE' | 'OPERATOR' | 'GROUP_EXECUTIVE';

export interface DemoPerson {
  readonly email: string;
  readonly name: string;
  /** Handle of the organization, or of the group. */
  readonly organization: string;
  readonly part: DemoPart;
  /** What to try when signed in as them. */
  readonly does: string;
}

const CASTS: readonly Readonly<Record<Exclude<DemoPart, 'GROUP_EXECUTIVE'>, string>>[] = [
  { SPONSOR: 'Amara Okafor', PROTEGE: 'Bilal Haddad', UNMATCHED_PROTEGE: 'Mei Tanaka', PROGRAM_LEAD: 'Chloé Martin', EXECUTIVE: 'Ingrid Solberg', OPERATOR: 'Tomasz Mazur' },
  { SPONSOR: 'Kwame Mensah', PROTEGE: 'Priya Nair', UNMATCHED_PROTEGE: 'Owen Pritchard', PROGRAM_LEAD: 'Fiona Sinclair', EXECUTIVE: 'Rafael Navarro', OPERATOR: 'Linh Dang' },
  { SPONSOR: 'Lucía Herrera', PROTEGE: 'Arjun Iyer', UNMATCHED_PROTEGE: 'Astrid Haugen', PROGRAM_LEAD: 'Elif Demir', EXECUTIVE: 'Magnus Dahl', OPERATOR: 'Aroha Ngata' },
];
export const GROUP_EXECUTIVE = 'Grace Mensah';
export const GROUP_HANDLE = 'meridian';
export const GROUP_NAME = 'Meridian Group';

const TRY: Readonly<Record<DemoPart, string>> = {
  SPONSOR: 'record an action for a protégé, correct one, sign a commitment: one is running, and there is room for another',
  PROTEGE: 'confirm the sponsor’s newest action, report a pledge, record an outcome',
  UNMATCHED_PROTEGE: 'propose a commitment to the sponsor: enrolled, and without one so far',
  PROGRAM_LEAD: 'answer requests for enrolment, read the programme’s report, import a people file',
  EXECUTIVE: 'read the programme’s report',
  OPERATOR: 'look at the projections and verify the log; sees no content',
  GROUP_EXECUTIVE: 'read the report of the group: its organizations side by side',
};

const nameOf = (text: string): FullName => {
  const [given = '', family = ''] = text.split(' ');
  return { given, family };
};

/** Whom the organization with this number has in its parts. */
export const castOf = (index: number): ReadonlyMap<DemoPart, FullName> =>
  new Map(Object.entries(CASTS[index % CASTS.length]!).map(([part, name]) => [part as DemoPart, nameOf(name)]));

export const groupExecutive: FullName = nameOf(GROUP_EXECUTIVE);

export const addressOf = ({ given, family }: FullName, handle: string): string => `${inAddress(given)}.${inAddress(family)}@${handle}.example`;

const demoPerson = (name: FullName, organization: string, part: DemoPart): DemoPerson =>
  ({ email: addressOf(name, organization), name: `${name.given} ${name.family}`, organization, part, does: TRY[part] });

/** @param handles of the organizations, in their order */
export const demoPeopleOf = (handles: readonly string[], group: string): readonly DemoPerson[] => [
  ...handles.flatMap((handle, index) => [...castOf(index)].map(([part, name]) => demoPerson(name, handle, part))),
  demoPerson(groupExecutive, group, 'GROUP_EXECUTIVE'),
];

/** Who can be signed in as in the three organizations that a first start makes, and what they may try. */
export const demoPeople: readonly DemoPerson[] = demoPeopleOf(['harbourline', 'linden-vale', 'torvald-reyes'], GROUP_HANDLE);
