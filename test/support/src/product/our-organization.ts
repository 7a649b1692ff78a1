import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addDays } from '@vouchsafe/event-schema';
import { newKey, signedIn, type Person, type Result } from './api.js';
import { vouchsafeJson } from './command.js';
import { eventually } from './eventually.js';
import type { Installation } from './installation.js';
import { employees, peopleFile } from './people-file.js';

/** A small organization with one sponsorship that runs. */
export interface OurOrganization {
  readonly handle: string;
  readonly operator: Person;
  readonly lead: Person;
  readonly sponsor: Person;
  readonly protege: Person;
  readonly programId: string;
  readonly commitmentId: string;
  /** Of the sponsor: to nominate the protégé, often. */
  readonly pledgeId: string;
  readonly termStart: string;
}

const accepted = (result: Result): Result => {
  if (result.position === undefined) throw new Error(`Refused: ${JSON.stringify(result)}`);
  return result;
};

/** Makes one from nothing, by commands and operations that anybody may use. */
export const ourOrganization = async (installation: Pick<Installation, 'home' | 'env' | 'origin'>, handle: string): Promise<OurOrganization> => {
  const today = new Date().toISOString().slice(0, 10);
  const as = (name: string): Person => signedIn(installation.origin, `${name}@${handle}.example`);
  const [operator, lead, sponsor, protege] = [as('operator'), as('p2'), as('p3'), as('p5')];

  await vouchsafeJson(installation, ['organizations', 'register', `The ${handle} company`, '--handle', handle]);
  const file = join(installation.home, `${handle}.csv`);
  await writeFile(file, peopleFile(employees(6).map((employee) => ({ ...employee, workEmail: `p${employee.employeeId}@${handle}.example` }))));
  const { position } = await vouchsafeJson<{ position: number }>(installation, ['import', 'people', file, '--organization', handle, '--profile', 'hr', '--as-of', addDays(today, -90)]);

  const { directory } = await operator.asks<{ directory: { people: { edges: { node: { personId: string; name: string } }[] } } }>(
    'query ($after: Position) { directory(after: $after) { people(first: 100) { edges { node { personId name } } } } }', { after: String(position) });
  const idOf = (name: string): string => directory.people.edges.find(({ node }) => node.name === name)!.node.personId;
  const programId = `${handle}-rising`;
  const grant = async (name: string, role: string, more: object = {}) =>
    accepted(await operator.does('grantRole', { requestKey: newKey(), personId: idOf(name), role, ...more }, '... on RoleGranted { position }'));
  await grant('Person 2', 'PROGRAM_LEAD', { programId });
  await grant('Person 3', 'SPONSOR');
  await grant('Person 5', 'PROTEGE');

  const define = () => lead.does('defineProgram', {
    requestKey: newKey(), programId, name: 'Rising', kind: 'SPONSORSHIP', goals: ['Sponsored by somebody who is in the room'],
    term: { start: addDays(today, -60), end: addDays(today, 300) }, population: [], places: { proteges: 2, sponsors: 2 },
  }, '... on ProgramDefined { position }');
  await eventually('the lead to be let in', async () => (await define()).position !== undefined);
  accepted(await lead.does('openProgram', { requestKey: newKey(), programId }, '... on ProgramOpened { position }'));

  const opened = accepted(await lead.does('openCohort', { requestKey: newKey(), programId, name: 'First', opensOn: addDays(today, -60) }, '... on CohortOpened { cohortId position }'));
  const cohortId = opened['cohortId'] as string;
  for (const [person, name, role] of [[sponsor, 'Person 3', 'SPONSOR'], [protege, 'Person 5', 'PROTEGE']] as const) {
    accepted(await person.does('requestEnrolment', { requestKey: newKey(), cohortId, role, agreed: true }, '... on EnrolmentRequested { position }'));
    accepted(await lead.does('approveEnrolment', { requestKey: newKey(), cohortId, personId: idOf(name) }, '... on ParticipantEnrolled { position }'));
  }

  const termStart = addDays(today, -30);
  const proposed = accepted(await sponsor.does('proposeCommitment', {
    requestKey: newKey(), programId, sponsorId: idOf('Person 3'), protegeId: idOf('Person 5'), objective: 'Lead the pilot station.', cadence: { kind: 'MONTHLY' },
    termStart, termEnd: addDays(today, 300),
    pledges: [
      { side: 'SPONSOR', pledged: { behaviour: 'NOMINATE' }, times: 100, dueOn: addDays(today, 200) },
      { side: 'PROTEGE', pledged: { deliverable: 'A plan' }, dueOn: addDays(today, 200) },
    ],
  }, '... on CommitmentProposed { commitmentId position }'));
  const commitmentId = proposed['commitmentId'] as string;
  let after = '';
  for (const party of [sponsor, protege]) {
    after = accepted(await party.does('signCommitment', { requestKey: newKey(), commitmentId, version: 1, occurredOn: termStart }, '... on CommitmentSigned { position }')).position!;
  }
  const { commitment } = await sponsor.asks<{ commitment: { pledges: { pledgeId: string; side: string }[] } }>(
    'query ($id: ID!, $after: Position) { commitment(id: $id, after: $after) { pledges { pledgeId side } } }', { id: commitmentId, after });
  const { pledgeId } = commitment.pledges.find(({ side }) => side === 'SPONSOR')!;
  return { handle, operator, lead, sponsor, protege, programId, commitmentId, pledgeId, termStart };
};

/** The input of an action that is in order. */
export const anAction = ({ commitmentId }: OurOrganization, more: object = {}): Readonly<Record<string, unknown>> =>
  ({ requestKey: newKey(), commitmentId, behaviour: 'NOMINATE', forum: 'STAFFING', ...more });
