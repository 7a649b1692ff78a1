import { readFileSync } from 'node:fs';
import { addDays, addMonths } from '@vouchsafe/event-schema';
import type { ExampleOperation, KnownIds } from '@vouchsafe/graphql';

const example = (title: string, file: string, variables: Readonly<Record<string, unknown>> = {}, known?: KnownIds): ExampleOperation =>
  ({ title, document: readFileSync(new URL(`./examples/${file}.graphql`, import.meta.url), 'utf8'), variables, ...(known ? { known } : {}) });

// The ids that an example needs, from what its person sees.
const commitment = (status: string, more: Readonly<Record<string, string>> = {}): KnownIds => {
  const found = `sponsorship/commitments/edges/?node.status=${status}/node`;
  return {
    document: '{ sponsorship { commitments(first: 25) { edges { node { commitmentId status protegeId proposal { version } } } } } }',
    into: { 'input.commitmentId': `${found}/commitmentId`, ...Object.fromEntries(Object.entries(more).map(([variable, field]) => [variable, `${found}/${field}`])) },
  };
};
const action = (state: string, also = ''): KnownIds => ({
  document: `{ sponsorship { advocacyActions(first: 1, state: ${state}) { edges { node { actionId commitmentId } } } ${also} } }`,
  into: { 'input.commitmentId': 'sponsorship/advocacyActions/edges/0/node/commitmentId', 'input.actionId': 'sponsorship/advocacyActions/edges/0/node/actionId' },
});
const newestOutcome = (): KnownIds => {
  const confirmed = action('CONFIRMED', 'outcomes(first: 1) { edges { node { outcomeId } } }');
  return { ...confirmed, into: { ...confirmed.into, 'input.outcomeId': 'sponsorship/outcomes/edges/0/node/outcomeId' } };
};
const PROGRAM: KnownIds = { document: '{ programs { all(first: 1) { edges { node { programId } } } } }', into: { programId: 'programs/all/edges/0/node/programId' } };
const PLACE: KnownIds = {
  document: '{ myEnrolments { programId cohortId personId role } directory { people(first: 1, namePrefix: "Amara") { edges { node { personId } } } } }',
  into: {
    'input.programId': 'myEnrolments/?role=PROTEGE/programId', 'input.cohortId': 'myEnrolments/?role=PROTEGE/cohortId', 'input.protegeId': 'myEnrolments/?role=PROTEGE/personId',
    'input.sponsorId': 'directory/people/edges/0/node/personId',
  },
};

const day = (fromToday: number): string => new Date(Date.now() + fromToday * 86_400_000).toISOString().slice(0, 10);
const quarter = `${day(0).slice(0, 5)}${['01', '04', '07', '10'][Math.floor(new Date().getUTCMonth() / 3)]}-01`;
const twoYears = { from: addMonths(quarter, -24), to: addDays(addMonths(quarter, 3), -1) };
/** An input to fill in. The page makes its key another one each time the example is chosen. */
const input = (name: string, fields: Readonly<Record<string, unknown>>) => ({ input: { requestKey: name, ...fields } });

/** What GraphiQL offers to try, in the order of the README's tour. */
export const examples: readonly ExampleOperation[] = [
  example('My commitments and actions', 'my-commitments'),
  example('Who is who', 'who-is-who', { namePrefix: 'Amara' }),
  example('Protégé: propose a commitment', 'propose-commitment', input('propose', {
    programId: '', cohortId: '', sponsorId: '', protegeId: '', objective: 'Lead a cross-functional project by the end of the term',
    cadence: { kind: 'MONTHLY' }, termStart: day(0), termEnd: day(300),
    pledges: [
      { side: 'SPONSOR', pledged: { behaviour: 'NOMINATE' }, dueOn: day(120) },
      { side: 'PROTEGE', pledged: { deliverable: 'One page on what I want to lead, and why' }, dueOn: day(30) },
    ],
  }), PLACE),
  example('Both: sign a commitment', 'sign-commitment', input('sign', { commitmentId: '', version: 1 }), commitment('PROPOSED', { 'input.version': 'proposal/version' })),
  example('Sponsor: record an advocacy action', 'record-advocacy-action', input('record', { commitmentId: '', behaviour: 'NOMINATE', forum: 'STAFFING' }), commitment('ACTIVE')),
  example('Protégé: confirm an action', 'confirm-advocacy-action', input('confirm', { commitmentId: '', actionId: '', as: 'PROTEGE' }), action('RECORDED')),
  example('Protégé: record an outcome', 'record-outcome', input('outcome', { personId: '', kind: 'STRETCH_ASSIGNMENT', commitmentId: '' }), commitment('ACTIVE', { 'input.personId': 'protegeId' })),
  example('Protégé: link an outcome to an action', 'link-outcome', input('link', { outcomeId: '', commitmentId: '', actionId: '' }), newestOutcome()),
  example('Programme lead: programmes', 'programs'),
  example('Programme lead: what came of a programme', 'program-analytics', { programId: '', period: twoYears }, PROGRAM),
  example('Sponsor: correct an action', 'correct-advocacy-action', input('correct', {
    commitmentId: '', actionId: '', behaviour: 'INTRODUCE', forum: 'ONE_TO_ONE', occurredOn: day(-7), audience: 'PEERS', reason: 'It was an introduction, not a nomination',
  }), action('RECORDED')),
  example('Group executive: members side by side', 'group-analytics', { period: twoYears }),
];
