import { tenantId } from '@vouchsafe/event-schema';
import type { Actor, Role } from './actor.js';
import { actions, permits, policy, resourceOf, type Action } from './policy.js';
import type { NamedRelations, ResourceKind, Resources } from './resource.js';
import type { Relations } from './where.js';

const ACME = tenantId('00000000-0000-4000-8000-00000000ac3e');
const LEADERSHIP = 'p-leadership'; // the programme that everything below is about
const HORIZONS = 'p-horizons'; // another one

export const anActor = (personId: string, roles: readonly Role[], leads: readonly string[] = []): Actor =>
  ({ tenant: ACME, personId, actorId: `person:${personId}`, roles: new Set(roles), leads: new Set(leads) });

export const actors = {
  'operator': anActor('olu', ['OPERATOR']),
  'lead': anActor('lin', ['PROGRAM_LEAD'], [LEADERSHIP]),
  'lead of another programme': anActor('hana', ['PROGRAM_LEAD'], [HORIZONS]),
  'sponsor': anActor('amara', ['SPONSOR']),
  'another sponsor': anActor('sven', ['SPONSOR']),
  'protégé': anActor('bruno', ['PROTEGE']),
  'another protégé': anActor('petra', ['PROTEGE']),
  'witness without a role': anActor('wim', []),
  'delegate without a role': anActor('dara', []),
  'executive': anActor('edda', ['EXECUTIVE']),
  'group executive': anActor('gita', ['GROUP_EXECUTIVE']),
  "protégé's line manager": anActor('mona', []),
} as const;
export type ActorName = keyof typeof actors;

const pair = { commitmentId: 'c1', programId: LEADERSHIP, sponsorId: 'amara', protegeId: 'bruno' };
const act = { ...pair, actionId: 'a1', recordedBy: 'amara', disclosed: true };
const move = { outcomeId: 'o1', personId: 'bruno', programId: LEADERSHIP, commitmentId: null, recordedBy: 'bruno', outcomeOccurredOn: '2025-06-30', kind: 'PROMOTION' };
const cohort = { cohortId: 'k1', programId: LEADERSHIP };

type Situation<Kind extends ResourceKind> = { row: Resources[Kind]; status?: string };
const situations: { [Kind in ResourceKind]: Record<string, Situation<Kind>> } = {
  organization: { 'their own': { row: { organizationId: 'acme' } } },
  network: { 'any': { row: { networkId: 'n1' } } },
  'role-grant': {
    "to the protégé": { row: { personId: 'bruno', role: 'PROTEGE', programId: null } },
    'to the operator': { row: { personId: 'olu', role: 'PROGRAM_LEAD', programId: LEADERSHIP } },
  },
  sharing: { 'any': { row: { sharingId: 's1', grantor: 'acme', grantee: 'group' } } },
  'people-import': { 'any': { row: { importId: 'i1' } } },
  'mapping-profile': { 'any': { row: { profile: 'hr' } } },
  'org-graph': { 'any day': { row: {} } },
  person: { 'the protégé': { row: { personId: 'bruno' } }, 'the line manager': { row: { personId: 'mona' } } },
  program: { 'the programme': { row: { programId: LEADERSHIP } } },
  cohort: { 'of the programme': { row: cohort } },
  enrolment: { "the protégé's": { row: { ...cohort, personId: 'bruno' } }, "the sponsor's": { row: { ...cohort, personId: 'amara' } } },
  commitment: {
    'proposed': { row: { ...pair, status: 'proposed' } },
    'active': { row: { ...pair, status: 'active' } },
    'withdrawn': { row: { ...pair, status: 'withdrawn' } },
  },
  delegation: { "the sponsor's": { row: { sponsorId: 'amara' } } },
  'advocacy-action': {
    'disclosed, commitment active': { row: { ...act, status: 'active' } },
    'held back, commitment active': { row: { ...act, status: 'active', disclosed: false } },
    'disclosed, commitment over': { row: { ...act, status: 'ended' } },
    'recorded by a delegate, commitment active': { row: { ...act, status: 'active', recordedBy: 'dara' } },
    'recorded by a delegate, commitment over': { row: { ...act, status: 'ended', recordedBy: 'dara' } },
  },
  outcome: {
    'in the term, commitment active': { row: move, status: 'active' },
    'in the term, commitment over': { row: move, status: 'ended' },
    'before the term, commitment active': { row: { ...move, outcomeOccurredOn: '2024-06-30' }, status: 'active' },
    'recorded by the sponsor, commitment over': { row: { ...move, recordedBy: 'amara' }, status: 'ended' },
    'a pay band, commitment active': { row: { ...move, kind: 'PAY_BAND' }, status: 'active' },
    'a pay band, recorded by the sponsor, commitment over': { row: { ...move, kind: 'PAY_BAND', recordedBy: 'amara' }, status: 'ended' },
    'of no programme, recorded by a system': { row: { ...move, programId: null, recordedBy: null }, status: 'active' },
  },
  'webhook-endpoint': {
    'of the organization': { row: { endpointId: 'e1', programId: null } }, 'of the programme': { row: { endpointId: 'e2', programId: LEADERSHIP } },
  },
  'program-report': { 'of the programme': { row: { programId: LEADERSHIP } } },
  'group-report': { 'any': { row: { networkId: 'n1' } } },
  release: { 'of the programme': { row: { programId: LEADERSHIP } } },
  benchmark: { 'any': { row: { circleId: 'c1' } } },
};

type RowsOf = { readonly [Name in keyof NamedRelations]: readonly NamedRelations[Name][] };
const relationsWhen = (status: string): RowsOf & Relations => ({
  enrolment: [{ ...cohort, personId: 'bruno' }, { ...cohort, personId: 'amara' }],
  commitment: [{ ...pair, status, start: '2025-01-01', end: '2025-12-31' }],
  witness: [{ personId: 'wim', actionId: 'a1' }],
  delegate: [{ personId: 'dara', sponsorId: 'amara' }],
} as unknown as RowsOf & Relations);

/** action → situation → who may; and per action who is turned away before any row is looked at. */
export type PolicyGrid = Record<string, { about: string; deniedOutright: string[]; allowed: Record<string, string[]> }>;

const names = Object.keys(actors) as ActorName[];

const rowOfGrid = (action: Action): PolicyGrid[string] => {
  const about = resourceOf(action);
  const decisions = names.map((name) => ({ name, decision: policy(actors[name], action, about) }));
  const allowedIn = ({ row, status = 'active' }: Situation<ResourceKind>): string[] =>
    decisions.filter(({ decision }) => permits(decision, row as never, relationsWhen(status))).map(({ name }) => name);
  return {
    about,
    deniedOutright: decisions.filter(({ decision }) => decision.kind === 'deny').map(({ name }) => name),
    allowed: Object.fromEntries(Object.entries<Situation<ResourceKind>>(situations[about]).map(([name, situation]) => [name, allowedIn(situation)])),
  };
};

export const policyGrid = (): PolicyGrid => Object.fromEntries(actions.map((action) => [action, rowOfGrid(action)]));

/** One line a situation, so that a change of policy is read in a diff. */
export const printGrid = (grid: PolicyGrid): string => {
  const list = (values: readonly string[]) => `[${values.map((value) => JSON.stringify(value)).join(', ')}]`;
  const entries = Object.entries(grid).map(([action, { about, deniedOutright, allowed }]) => [
    `  ${JSON.stringify(action)}: {`,
    `    "about": ${JSON.stringify(about)},`,
    `    "deniedOutright": ${list(deniedOutright)},`,
    '    "allowed": {',
    Object.entries(allowed).map(([situation, who]) => `      ${JSON.stringify(situation)}: ${list(who)}`).join(',\n'),
    '    }',
    '  }',
  ].join('\n'));
  return `{\n${entries.join(',\n')}\n}\n`;
};
