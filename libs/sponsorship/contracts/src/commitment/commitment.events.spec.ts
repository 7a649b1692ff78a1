import { describeGoldenFiles } from '../golden.fixtures.js';
import { actionFacts, advocacyAct, isConfidential, forum, startingBehaviours } from './advocacy.js';
import { agreement, cadence } from './agreement.js';
import { AdvocacyActionRecorded, CommitmentWithdrawn, commitmentEvents } from './commitment.events.js';

describe('golden files of the commitment', () => describeGoldenFiles(commitmentEvents, `${__dirname}/golden`));

const anAgreement = {
  objective: 'Lead the payments migration', cadence: { kind: 'MONTHLY' }, term: { start: '2025-01-15', end: '2025-12-31' }, pledges: [],
};

it('takes an objective of 280 characters and no more, and none that is empty', () => {
  expect(agreement.safeParse({ ...anAgreement, objective: 'x'.repeat(280) }).success).toBe(true);
  expect(agreement.safeParse({ ...anAgreement, objective: 'x'.repeat(281) }).success).toBe(false);
  expect(agreement.safeParse({ ...anAgreement, objective: '   ' }).success).toBe(false);
});

it('takes a cadence by month, by quarter or in whole weeks', () => {
  expect(cadence.safeParse({ kind: 'WEEKS', weeks: 6 }).success).toBe(true);
  expect(cadence.safeParse({ kind: 'WEEKS', weeks: 0 }).success).toBe(false);
  expect(cadence.safeParse({ kind: 'WEEKS' }).success).toBe(false);
});

it('keeps unknown apart from no: whether the protégé was there must be said, even if only as unknown', () => {
  const { protegePresent, ...rest } = AdvocacyActionRecorded.schema.parse({
    commitmentId: 'c1', actionId: 'a1', actionOccurredOn: '2025-04-02', act: 'AMPLIFY', behaviour: 'PUBLIC_BACKING', forum: 'BUDGET', audience: 'PEERS',
    protegePresent: null, directObservation: null, capital: null, pledgeId: null, milestoneId: null, evidence: null, delegateId: null, late: false,
  });
  expect(protegePresent).toBeNull();
  expect(actionFacts.safeParse(rest).success).toBe(false);
});

it('lets no reason and no side into a withdrawal', () => {
  const withMore = { commitmentId: 'c1', withdrawnOn: '2025-08-01', reason: 'we fell out', by: 'SPONSOR' };
  expect(CommitmentWithdrawn.of(withMore).data).toEqual({ commitmentId: 'c1', withdrawnOn: '2025-08-01' });
});

it('starts with behaviours of all four acts and of no other', () =>
  expect([...new Set(startingBehaviours.values())].sort()).toEqual([...advocacyAct.options].sort()));

it('knows the three confidential forums', () =>
  expect(forum.options.filter(isConfidential)).toEqual(['TALENT_REVIEW', 'PROMOTION_ROUND', 'SUCCESSION']));
