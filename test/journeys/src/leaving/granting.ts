import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addDays } from '@vouchsafe/event-schema';
import { employees, mutation, newKey, peopleFile, signedIn, vouchsafe, vouchsafeJson, type Installation, type Person } from '@vouchsafe/test-support';

/** An organization whose operator has something to write all the time: who is to lead which programme. */
export interface Granting {
  readonly handle: string;
  readonly operator: Person;
  /** Ids of people. */
  readonly people: readonly string[];
  /** The input of a grant that nobody has made yet, to one of the people. */
  aGrant(to: number): Grant;
  /** The programmes of all grants in the log. */
  granted(): Promise<string[]>;
}

export interface Grant { readonly requestKey: string; readonly personId: string; readonly role: 'PROGRAM_LEAD'; readonly programId: string }

export const GRANT = mutation('grantRole', '... on RoleGranted { position }');

/** What was answered to a grant, as text. @returns its position; undefined if it was not acknowledged */
export const acknowledged = (body: string): string | undefined => {
  const { data } = JSON.parse(body) as { data?: { grantRole: { __typename: string; position?: string } } | null };
  return data?.grantRole.__typename === 'RoleGranted' ? data.grantRole.position : undefined;
};

export const granting = async (installation: Pick<Installation, 'env' | 'home' | 'origin'>, handle: string): Promise<Granting> => {
  const operator = signedIn(installation.origin, `operator@${handle}.example`);
  await vouchsafeJson(installation, ['organizations', 'register', `The ${handle} company`, '--handle', handle]);
  const file = join(installation.home, `${handle}.csv`);
  await writeFile(file, peopleFile(employees(12)));
  const asOf = addDays(new Date().toISOString().slice(0, 10), -90);
  const { position } = await vouchsafeJson<{ position: number }>(installation, ['import', 'people', file, '--organization', handle, '--profile', 'hr', '--as-of', asOf]);
  const { directory } = await operator.asks<{ directory: { people: { edges: { node: { personId: string } }[] } } }>(
    'query ($after: Position) { directory(after: $after) { people(first: 100) { edges { node { personId } } } } }', { after: String(position) });
  const people = directory.people.edges.map(({ node }) => node.personId);
  return {
    handle, operator, people,
    aGrant: (to) => {
      const requestKey = newKey();
      return { requestKey, personId: people[to % people.length]!, role: 'PROGRAM_LEAD', programId: requestKey };
    },
    granted: async () => {
      const { status, out, err } = await vouchsafe(installation, ['log', '--organization', handle]);
      if (status !== 0) throw new Error(`The log was not shown: ${err}`);
      const events = out.trim().split('\n').map((line) => JSON.parse(line) as { type: string; data: { programId?: string | null } });
      return events.filter(({ type, data }) => type === 'RoleGranted' && data.programId).map(({ data }) => data.programId!);
    },
  };
};
