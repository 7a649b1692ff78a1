import { readFileSync, writeFileSync } from 'node:fs';
import { actors, anActor, policyGrid, printGrid, type ActorName } from './policy-grid.fixtures.js';
import { actions, permits, policy, resourceOf, whereOf, type Action } from './policy.js';

const golden = new URL('./policy-grid.json', import.meta.url);
const decide = (actor: ActorName, action: Action) => policy(actors[actor], action, resourceOf(action));

it('answers the whole grid as it was reviewed', () => {
  // After a change of policy that is meant: UPDATE_POLICY_GRID=1, then have the difference read by a second person.
  if (process.env.UPDATE_POLICY_GRID) writeFileSync(golden, printGrid(policyGrid()));
  expect(policyGrid()).toEqual(JSON.parse(readFileSync(golden, 'utf8')));
});

it('denies what no rule grants: an unknown action, a kind it is not about, a name from the prototype', () => {
  const denied = { kind: 'deny', reason: 'NoRuleGrantsThis' };
  expect(policy(actors.operator, 'organization:destroy' as Action, 'organization')).toEqual(denied);
  expect(policy(actors.operator, 'organization:register', 'commitment')).toEqual(denied);
  expect(policy(actors.operator, 'constructor' as Action, 'organization')).toEqual(denied);
});

it('lets a ban win over every role', () => {
  const olu = anActor('olu', ['OPERATOR', 'PROGRAM_LEAD', 'EXECUTIVE'], ['p1']);
  const decision = policy(olu, 'role:grant', 'role-grant');
  expect(permits<'role-grant'>(decision, { personId: 'olu', role: 'SPONSOR', programId: null })).toBe(false);
  expect(permits<'role-grant'>(decision, { personId: 'amara', role: 'SPONSOR', programId: null })).toBe(true);
  const lead = anActor('lin', ['PROGRAM_LEAD', 'PROTEGE'], ['p1']);
  const own = { outcomeId: 'o1', personId: 'lin', programId: 'p1', commitmentId: null, recordedBy: 'lin', outcomeOccurredOn: '2025-01-01', kind: 'PROMOTION' };
  expect(permits<'outcome'>(policy(lead, 'outcome:verify', 'outcome'), own)).toBe(false);
});

it('adds up roles: an executive who sponsors reads as a sponsor, and only there', () => {
  const edda = anActor('edda', ['EXECUTIVE', 'SPONSOR']);
  const row = { commitmentId: 'c1', programId: 'p1', sponsorId: 'edda', protegeId: 'bruno', status: 'active' };
  const decision = policy(edda, 'commitment:read', 'commitment');
  expect(permits<'commitment'>(decision, row)).toBe(true);
  expect(permits<'commitment'>(decision, { ...row, sponsorId: 'amara' })).toBe(false);
});

it('denies a lead without a programme before any row is looked at', () =>
  expect(policy(anActor('lin', ['PROGRAM_LEAD']), 'program:open', 'program')).toEqual({ kind: 'deny', reason: 'NoRuleGrantsThis' }));

it('gives a line manager nothing to read but their own card, roles and enrolment', () => {
  const readable = actions.filter((action) => action.includes(':read') || action.endsWith(':watch') || action.endsWith(':list'))
    .filter((action) => decide("protégé's line manager", action).kind !== 'deny');
  expect(readable).toEqual(['role:read', 'person:read', 'enrolment:read']);
  const { allowed } = policyGrid()['enrolment:read']!;
  expect(Object.values(allowed).flat()).not.toContain("protégé's line manager");
});

it('never turns a decision on the reporting line', () => {
  const text = JSON.stringify(actions.flatMap((action) => Object.keys(actors).map((name) => whereOf(decide(name as ActorName, action)))));
  expect(text).toContain('sponsorId');
  expect(text).not.toMatch(/manager|chain|reportsTo/i);
});

it.each(['executive', 'group executive'] as const)('shows the %s no row about a person but their own', (name) => {
  const kinds = new Set(['commitment', 'delegation', 'advocacy-action', 'outcome', 'org-graph', 'cohort', 'people-import']);
  // To attest as a named witness and to write for a sponsor who appointed them takes no role, and shows nothing.
  const byAppointment = new Set<Action>(['advocacy-action:confirm', 'advocacy-action:record', 'advocacy-action:correct', 'advocacy-action:retract']);
  const open = actions.filter((action) => kinds.has(resourceOf(action)) && !byAppointment.has(action)).filter((action) => decide(name, action).kind !== 'deny');
  expect(open).toEqual([]);
});

const allowedIn = (action: Action) => policyGrid()[action]!.allowed;

it('ends reading with the reason for it: whose sponsorship is over reads what they wrote, and its states', () => {
  for (const action of ['commitment:read-words', 'commitment:watch'] as const) {
    expect(allowedIn(action)).toEqual({ proposed: ['sponsor', 'protégé'], active: ['sponsor', 'protégé'], withdrawn: ['protégé'] });
  }
  expect(allowedIn('commitment:read')['withdrawn']).toContain('sponsor');
  expect(allowedIn('outcome:read')['in the term, commitment over']).not.toContain('sponsor');
  expect(allowedIn('outcome:read')['recorded by the sponsor, commitment over']).toContain('sponsor');
});

it('shows what somebody earns to nobody but them, and whoever recorded it', () => {
  const measures = allowedIn('outcome:read-measure');
  expect(measures['a pay band, commitment active']).toEqual(['protégé']);
  expect(measures['a pay band, recorded by the sponsor, commitment over']).toEqual(['sponsor', 'protégé']);
  expect(measures['in the term, commitment active']).toEqual(['lead', 'sponsor', 'protégé']);
});

it('opens words to nobody who may not read the row', () => {
  const pairs = [['commitment:read-words', 'commitment:read'], ['advocacy-action:read-words', 'advocacy-action:read'], ['outcome:read-measure', 'outcome:read']] as const;
  for (const [words, row] of pairs) {
    for (const [situation, who] of Object.entries(allowedIn(words))) expect({ situation, row: allowedIn(row)[situation] }).toEqual({ situation, row: expect.arrayContaining(who) });
  }
});
