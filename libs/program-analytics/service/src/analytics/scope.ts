import { permits, policy, type Actor } from '@vouchsafe/access';
import type { Position, TenantId } from '@vouchsafe/event-schema';
import type { ReadModels } from '@vouchsafe/projections';
import type { SharingMember } from '@vouchsafe/tenancy-contracts';
import { programFacts } from '../program-facts/program-facts.projection.js';
import { isQuarters, type Period } from './period.js';

/** What a caller names; null: everything they may see. */
export interface Scope {
  readonly organizations: readonly string[] | null;
  readonly programs: readonly string[] | null;
  readonly cohorts: readonly string[] | null;
}

/** Programmes to be answered for together. */
export interface Wanted {
  readonly tenant: TenantId;
  readonly member: { readonly handle: string; readonly name: string } | null;
  readonly programIds: readonly string[];
  readonly cohortIds: readonly string[] | null;
  readonly seesPeople: boolean;
}

export const MOST = { organizations: 100, programs: 100, cohorts: 100 } as const;

export const scopeRefusal = ({ organizations, programs, cohorts }: Scope) => {
  const named = { organizations, programs, cohorts };
  const [over] = (Object.keys(MOST) as (keyof typeof MOST)[]).filter((kind) => (named[kind]?.length ?? 0) > MOST[kind]);
  return over === undefined ? null : { __typename: 'ScopeIsTooLarge', message: `Name at most ${MOST[over]} ${over}: you named ${named[over]!.length}.` } as const;
};

/** What whoever sees no rows may not choose, since two such answers could be subtracted from each other; null if the question chooses nothing of it. */
export const finerThanReleased = (wanted: readonly Wanted[], { period, asKnownAt, scope }: { readonly period: Period; readonly asKnownAt: string | null; readonly scope: Scope }) => {
  if (wanted.every(({ seesPeople }) => seesPeople)) return null;
  if (!isQuarters(period)) return { __typename: 'WholeQuartersOnly', message: 'Ask for whole quarters, such as 2026-01-01 to 2026-06-30. Only those who lead the programme choose their days.' } as const;
  if (asKnownAt !== null) return { __typename: 'OnlyTheLeadLooksBack', message: 'Only those who lead the programme may ask what was known at an earlier instant. Leave out "asKnownAt".' } as const;
  if (scope.cohorts !== null) return { __typename: 'OnlyTheLeadPicksCohorts', message: 'Only those who lead the programme may ask for single cohorts. Leave out "cohorts", or break the figures down.' } as const;
  return null;
};

const table = (name: string): string => `read.${programFacts.tables[name]}`;
/** Whatever was ever known: what a programme is called, and who came into it, may be told in any order. */
const PROGRAMS = `SELECT program_id AS id FROM ${table('program_fact')} WHERE tenant_id = $1 AND ($2::text[] IS NULL OR program_id = ANY($2))
  UNION SELECT program_id FROM ${table('enrolment_fact')} WHERE tenant_id = $1 AND ($2::text[] IS NULL OR program_id = ANY($2)) ORDER BY 1 LIMIT ${MOST.programs}`;
const COHORTS = `SELECT DISTINCT cohort_id AS id FROM ${table('enrolment_fact')} WHERE tenant_id = $1 AND program_id = ANY($2::text[]) AND cohort_id = ANY($3::text[])`;

const ids = async (readModels: ReadModels, tenant: TenantId, after: Position | null, text: string, values: readonly unknown[]): Promise<string[]> =>
  (await readModels.many<{ id: string }>(tenant, programFacts, after, text, [tenant, ...values])).map(({ id }) => id);

const unique = (named: readonly string[]): string[] => [...new Set(named)].sort();

/** What of the caller's own organization is asked for and may be seen: led programmes together, others one by one. Null where something named is not
 * there, or not for them: both alike. */
export const ownScope = async (readModels: ReadModels, actor: Actor, { programs, cohorts }: Scope, after: Position | null): Promise<Wanted[] | null> => {
  const { tenant, leads } = actor;
  const decision = policy(actor, 'program-report:read', 'program-report');
  const known = await ids(readModels, tenant, after, PROGRAMS, [programs && unique(programs)]);
  const visible = known.filter((programId) => permits<'program-report'>(decision, { programId }));
  if (programs !== null && visible.length < unique(programs).length) return null;
  const led = visible.filter((programId) => leads.has(programId));
  const others = visible.filter((programId) => !leads.has(programId));
  if (cohorts !== null && (await ids(readModels, tenant, after, COHORTS, [visible, unique(cohorts)])).length < unique(cohorts).length) return null;
  const wanted = (programIds: readonly string[], seesPeople: boolean): Wanted => ({ tenant, member: null, programIds, cohortIds: cohorts && unique(cohorts), seesPeople });
  return [...(led.length > 0 ? [wanted(led, true)] : []), ...others.map((programId) => wanted([programId], false))];
};

/** The same of the members of a group that share their reports with it: each programme of each, under the grant that the member gave. */
export const sharedScope = async (readModels: ReadModels, members: readonly SharingMember[], { organizations, programs, cohorts }: Scope): Promise<Wanted[] | null> => {
  const named = organizations && new Set(organizations);
  const chosen = members.filter(({ organization, handle }) => named === null || named.has(organization) || named.has(handle)).sort((one, other) => (one.handle < other.handle ? -1 : 1));
  if ((named && chosen.length < named.size) || cohorts !== null) return null;
  const wanted: Wanted[] = [];
  const seen = new Set<string>();
  // One after the other, and never two organizations in one statement: each is asked in a transaction of its own.
  for (const { organization, handle, name, programIds } of chosen) {
    const open = programs === null ? programIds : programIds === null ? programs : programs.filter((id) => programIds.includes(id));
    for (const programId of await ids(readModels, organization, null, PROGRAMS, [open && unique(open)])) {
      seen.add(programId);
      wanted.push({ tenant: organization, member: { handle, name }, programIds: [programId], cohortIds: null, seesPeople: false });
    }
  }
  return programs?.some((id) => !seen.has(id)) ? null : wanted;
};
