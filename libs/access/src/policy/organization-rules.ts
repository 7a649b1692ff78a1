import { everyRow, ofProgramsTheyLead, related, rule } from './rule.js';
import { is, isUnset } from './where.js';

// Organizations, people, programmes. Whoever runs an organization's set-up sees nobody's content; leadership sees no row about a person.

const me = ({ personId }: { personId: string }) => is('personId', personId);
const byOperators = { OPERATOR: everyRow };
const byLeads = { PROGRAM_LEAD: ofProgramsTheyLead };
const connecting = { OPERATOR: () => isUnset('programId'), PROGRAM_LEAD: ofProgramsTheyLead };
const takingPart = ({ personId }: { personId: string }) => related('enrolment', { programId: 'programId' }, is('personId', personId));
const inTheCohort = ({ personId }: { personId: string }) => related('enrolment', { cohortId: 'cohortId' }, is('personId', personId));

export const organizationRules = {
  'organization:register': rule('organization', byOperators),
  'organization:list': rule('organization', byOperators),
  'organization:read': rule('organization', {
    OPERATOR: everyRow, PROGRAM_LEAD: everyRow, SPONSOR: everyRow, PROTEGE: everyRow, EXECUTIVE: everyRow, GROUP_EXECUTIVE: everyRow,
  }),
  // Being signed out costs whoever is honest a click. Waiting for somebody with the right role costs more while a stolen token reads.
  'organization:sign-out': rule('organization', { OPERATOR: everyRow, PROGRAM_LEAD: everyRow }),
  'network:form': rule('network', byOperators),
  'network:invite': rule('network', byOperators),
  'network:join': rule('network', byOperators),
  'network:leave': rule('network', byOperators),
  'network:read': rule('network', { OPERATOR: everyRow, EXECUTIVE: everyRow, GROUP_EXECUTIVE: everyRow }),
  // Nobody makes themselves a lead and thereby a reader: it takes a second pair of eyes.
  'role:grant': rule('role-grant', byOperators, me),
  'role:revoke': rule('role-grant', byOperators),
  'role:read': rule('role-grant', { OPERATOR: everyRow, anyone: me }),
  // What leaves the organization is leadership's to decide, on either side.
  'sharing:grant': rule('sharing', { EXECUTIVE: everyRow }),
  'sharing:accept': rule('sharing', { GROUP_EXECUTIVE: everyRow }),
  'sharing:revoke': rule('sharing', { EXECUTIVE: everyRow, GROUP_EXECUTIVE: everyRow }),
  'sharing:read': rule('sharing', { OPERATOR: everyRow, EXECUTIVE: everyRow, GROUP_EXECUTIVE: everyRow }),

  'people:import': rule('people-import', byOperators),
  'people-import:read': rule('people-import', byOperators),
  'mapping-profile:save': rule('mapping-profile', byOperators),
  'mapping-profile:read': rule('mapping-profile', byOperators),
  'directory-fact:correct': rule('person', byOperators),
  'person:deactivate': rule('person', byOperators),
  'person:sign-out': rule('person', { OPERATOR: everyRow, PROGRAM_LEAD: everyRow, anyone: me }),
  // The directory's basics. A report for leadership names nobody, so leadership's roles do not open it.
  'org-graph:read': rule('org-graph', { OPERATOR: everyRow, PROGRAM_LEAD: everyRow, SPONSOR: everyRow, PROTEGE: everyRow }),
  'org-changes:read': rule('org-graph', { OPERATOR: everyRow, PROGRAM_LEAD: everyRow }),
  'person:read': rule('person', { OPERATOR: everyRow, PROGRAM_LEAD: everyRow, SPONSOR: everyRow, PROTEGE: everyRow, anyone: me }),

  // Any lead may define a programme; what follows is for those who lead that one.
  'program:define': rule('program', { PROGRAM_LEAD: everyRow }),
  'program:set-rules': rule('program', byLeads),
  'program:open': rule('program', byLeads),
  'program:close': rule('program', byLeads),
  // Name, goals and term of a programme say nothing about a person: leadership chooses reports by them, operators the programme of a new lead.
  'program:read': rule('program', { OPERATOR: everyRow, PROGRAM_LEAD: ofProgramsTheyLead, EXECUTIVE: everyRow, GROUP_EXECUTIVE: everyRow, SPONSOR: takingPart, PROTEGE: takingPart }),
  'cohort:open': rule('cohort', byLeads),
  'cohort:close': rule('cohort', byLeads),
  'cohort:read': rule('cohort', { PROGRAM_LEAD: ofProgramsTheyLead, SPONSOR: inTheCohort, PROTEGE: inTheCohort }),
  // Nobody is enrolled without their own yes, and everybody may ask.
  'enrolment:request': rule('enrolment', { anyone: me }),
  'enrolment:agree': rule('enrolment', { anyone: me }),
  'participant:enrol': rule('enrolment', byLeads),
  'enrolment:decline': rule('enrolment', byLeads),
  'participant:withdraw': rule('enrolment', { PROGRAM_LEAD: ofProgramsTheyLead, anyone: me }),
  'enrolment:read': rule('enrolment', { PROGRAM_LEAD: ofProgramsTheyLead, anyone: me }),

  // Other systems are told what those who connect them may know: operators see nobody's content, a lead the pairs of their own programme.
  'webhook-endpoint:register': rule('webhook-endpoint', connecting),
  'webhook-endpoint:change': rule('webhook-endpoint', connecting),
  'webhook-endpoint:read': rule('webhook-endpoint', connecting),
} as const;
