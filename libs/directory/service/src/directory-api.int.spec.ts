import { PersonCards, PersonStandings, ReportingLines } from '@vouchsafe/directory-contracts';
import { aTenant } from '@vouchsafe/event-store/testing';
import { resolversWithoutAllow, typeDefinitions, unboundedLists } from '@vouchsafe/graphql/testing';
import { buildSchema } from 'graphql';
import { aDirectoryApi } from './directory-api.fixtures.js';
import { directory } from './directory.context.js';
import { aDirectory, hrFile, organogram, type ADirectory } from './directory.fixtures.js';

const ACME = aTenant(1);
const GLOBEX = aTenant(2);
const OPERATOR = `${ACME}/op/OPERATOR`;
let d: ADirectory;
let api: Awaited<ReturnType<typeof aDirectoryApi>>;
let after: string;
beforeAll(async () => {
  d = await aDirectory(ACME, GLOBEX);
  api = await aDirectoryApi(d);
  const file = hrFile(['1', '', { name: 'Élodie Martin', grade: 'SCS4' }], ['2', '1', { name: 'Ben Adeyemi', grade: 'SCS2', band: 'B' }], ['3', '2', { name: 'Elo Ito' }], ['4', '1'], ['5', '99']);
  const review = await d.importText(ACME, file, { profile: 'hr' });
  after = String(review.position);
  await d.importText(GLOBEX, hrFile(['1', '', { name: 'Elsewhere Person' }]), { profile: 'hr' });
});
afterAll(async () => {
  await api.app.close();
  await d.close();
});

const personId = async (number: string, tenant = ACME) =>
  (await d.rows<{ id: string }>(tenant, 'SELECT person_id AS id FROM directory.person_card WHERE tenant_id = $1 AND employee_number = $2', [number]))[0]!.id;
const data = async (query: string, variables: object = {}, token = OPERATOR) => {
  const { data: found, errors } = await api.ask(token, query, variables);
  expect(errors).toBeUndefined();
  return found as Record<string, unknown>;
};

it('names a permission at every root field, and bounds every list', () => {
  expect(resolversWithoutAllow(api.app)).toEqual([]);
  expect(unboundedLists(buildSchema(typeDefinitions([directory.schema]).toString()))).toEqual([]);
});

it('tells the basics of a person to everyone in the organization, and to nobody outside it', async () => {
  const query = 'query($id: ID!, $after: Position) { person(id: $id, after: $after) { personId name jobTitle grade level unit function joinedOn isPresent } }';
  const id = await personId('2');
  const ben = { personId: id, name: 'Ben Adeyemi', jobTitle: 'Analyst', grade: 'SCS2', level: 20, unit: 'Data', function: 'Policy', joinedOn: '2020-01-31', isPresent: true };
  expect(await data(query, { id, after }, `${ACME}/p/SPONSOR`)).toEqual({ person: ben });
  expect(await data(query, { id, after: null }, `${GLOBEX}/p/SPONSOR`)).toEqual({ person: null });
  expect(await data(query, { id: 'nobody', after: null })).toEqual({ person: null });
});

it('finds people by the beginning of a name, without accents and case, page by page', async () => {
  const query = 'query($prefix: String, $first: Int, $cursor: String, $after: Position) { directory(after: $after) { people(first: $first, after: $cursor, namePrefix: $prefix) { edges { node { name } } pageInfo { hasNextPage endCursor } } } }';
  const people = async (variables: object, token = `${ACME}/p/PROTEGE`) => ((await data(query, { after: null, ...variables }, token))['directory'] as never as { people: { edges: { node: { name: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } }).people;
  const first = await people({ prefix: 'éLo', first: 1, after });
  expect(first.edges).toEqual([{ node: { name: 'Elo Ito' } }]);
  const second = await people({ prefix: 'éLo', first: 1, cursor: first.pageInfo.endCursor });
  expect([second.edges, second.pageInfo.hasNextPage]).toEqual([[{ node: { name: 'Élodie Martin' } }], false]);
  expect((await people({ prefix: '%' })).edges).toEqual([]);
  expect((await people({})).edges).toHaveLength(5);
  expect((await people({ prefix: 'El' }, `${GLOBEX}/p/PROTEGE`)).edges).toEqual([{ node: { name: 'Elsewhere Person' } }]);
});

it('shows leadership no one but themselves', async () => {
  const id = await personId('3');
  const query = '{ directory { people { edges { node { personId name } } } } }';
  expect(await data(query, {}, `${ACME}/${id}/EXECUTIVE`)).toEqual({ directory: { people: { edges: [{ node: { personId: id, name: 'Elo Ito' } }] } } });
  expect((await api.ask(`${ACME}/${id}/EXECUTIVE`, '{ orgGraph { figures { posts } } }')).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
});

it('draws the graph with its people, and the chain above someone', async () => {
  const graph = await data('query($after: Position) { orgGraph(after: $after) { figures { posts holders tops depth belowAHole } posts(first: 100) { edges { node { level lineKnown title holders { name } } } } } }', { after });
  expect(graph).toMatchObject({ orgGraph: { figures: { posts: 5, holders: 5, tops: 1, depth: 2, belowAHole: 1 } } });
  const query = 'query($id: ID!) { chain(personId: $id) { isKnown above { edges { node { steps holders { name } } } } } }';
  expect(await data(query, { id: await personId('3') })).toEqual({
    chain: { isKnown: true, above: { edges: [{ node: { steps: 1, holders: [{ name: 'Ben Adeyemi' }] } }, { node: { steps: 2, holders: [{ name: 'Élodie Martin' }] } }] } },
  });
  expect(await data(query, { id: await personId('5') })).toEqual({ chain: { isKnown: false, above: { edges: [] } } });
  expect(await data(query, { id: await personId('1', GLOBEX) })).toEqual({ chain: null });
});

it('refuses to say what will be known', async () =>
  expect((await api.ask(OPERATOR, '{ orgGraph(asKnownAt: "2999-01-01T00:00:00.000Z") { asOf } }')).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]));

it('answers other contexts: who stands above whom, where someone stands, and what they are called', async () => {
  const [lines, standings, cards] = [api.app.get(ReportingLines), api.app.get(PersonStandings), api.app.get(PersonCards)];
  const [one, two, three, four, five] = await Promise.all(['1', '2', '3', '4', '5'].map((number) => personId(number))) as [string, string, string, string, string];
  const ask = (a: string, b: string, asOf = '2026-03-31', tenant = ACME) => lines.relation(tenant, a, b, asOf);
  expect(await Promise.all([ask(one, three), ask(three, one), ask(two, two), ask(three, four), ask(two, four), ask(five, four), ask(one, five)]))
    .toEqual(['IN_CHAIN', 'IN_CHAIN', 'IN_CHAIN', 'CLEAR', 'CLEAR', 'UNKNOWN', 'UNKNOWN']);
  expect([await ask(one, three, '2026-03-30'), await ask(one, three, '2026-03-31', GLOBEX)]).toEqual(['UNKNOWN', 'UNKNOWN']);
  expect(await standings.standing(ACME, two, '2026-04-01')).toEqual({ active: true, level: 20, function: 'Policy', unit: 'Data', joinedOn: '2020-01-31', ratingBand: 'B' });
  expect(await standings.standing(ACME, two, '2019-12-31')).toMatchObject({ active: false, level: null });
  expect([await standings.standing(GLOBEX, two, '2026-04-01'), await standings.standing(ACME, 'nobody', '2026-04-01')]).toEqual([undefined, undefined]);
  expect([...(await cards.cards(ACME, [two, 'nobody']))]).toEqual([[two, { name: 'Ben Adeyemi', workEmail: 'p2@example.org' }]]);
  expect([...(await cards.cards(GLOBEX, [two]))]).toEqual([]);
});

describe('through mutations', () => {
  const TENANT = aTenant(3);
  const token = `${TENANT}/op/OPERATOR`;
  const stage = 'mutation($input: StagePeopleImportInput!) { stagePeopleImport(input: $input) { __typename ... on PeopleImportStaged { importId position refusals { name message } } ... on Refusal { message } } }';
  const confirm = 'mutation($input: ConfirmPeopleImportInput!) { confirmPeopleImport(input: $input) { __typename ... on PeopleImportConfirmed { importId isApplied position } ... on Refusal { message } } }';
  const discard = 'mutation($input: DiscardPeopleImportInput!) { discardPeopleImport(input: $input) { __typename ... on PeopleImportDiscarded { importId } ... on Refusal { message } } }';
  const review = 'query($id: ID!, $after: Position) { importReview(id: $id, after: $after) { state file figures { posts } verdicts { code rows } changes { postsOpened } leave { share needsAReason } rejectedRows(first: 1) { edges { node { line column code } } pageInfo { hasNextPage endCursor } } } }';
  beforeAll(() => d.log.openLog(TENANT));
  const staged = async (csv: string, key: string) =>
    (await data(stage, { input: { requestKey: key, csv, fileName: 'a.csv', asOf: '2026-03-31' } }, token))['stagePeopleImport'] as { __typename: string; importId: string; position: string; refusals: unknown };

  it('stages, shows, confirms once, and shows rejected rows page by page', async () => {
    const { importId, position, refusals } = await staged(organogram(['1'], ['2', '1'], ['N/A', '1'], ['0', '1']), 's1');
    expect(refusals).toEqual([]);
    expect(await data(review, { id: importId, after: position }, token)).toMatchObject({
      importReview: {
        state: 'STAGED', file: 'a.csv', figures: { posts: 2 }, verdicts: [{ code: 'NO_KEY', rows: 2 }], changes: { postsOpened: 2 }, leave: { share: null, needsAReason: false },
        rejectedRows: { edges: [{ node: { line: 4, column: 'Post Unique Reference', code: 'NO_KEY' } }], pageInfo: { hasNextPage: true } },
      },
    });
    const input = { requestKey: 'c1', importId };
    const confirmed = (await data(confirm, { input }, token))['confirmPeopleImport'] as { position: string };
    expect(confirmed).toMatchObject({ __typename: 'PeopleImportConfirmed', importId, isApplied: true });
    expect(await data(review, { id: importId, after: confirmed.position }, token)).toMatchObject({ importReview: { state: 'APPLIED' } });
    expect(await data(confirm, { input }, token)).toMatchObject({ confirmPeopleImport: { __typename: 'PeopleImportConfirmed', isApplied: true } });
    expect(await data(confirm, { input: { ...input, requestKey: 'c2' } }, token)).toMatchObject({ confirmPeopleImport: { __typename: 'ImportIsAlreadyConfirmed' } });
    expect(await data(review, { id: importId, after: null })).toEqual({ importReview: null });
  });

  it('refuses what was compared with a directory that is no more', async () => {
    const old = await staged(organogram(['1'], ['2', '1'], ['3', '1']), 's2');
    const newer = await staged(organogram(['1'], ['2', '1'], ['4', '1']), 's3');
    await data(confirm, { input: { requestKey: 'c3', importId: newer.importId } }, token);
    expect(await data(confirm, { input: { requestKey: 'c4', importId: old.importId } }, token)).toMatchObject({ confirmPeopleImport: { __typename: 'ImportIsStale' } });
    expect(await d.rows(TENANT, 'SELECT FROM directory.import_page WHERE tenant_id = $1')).toEqual([]); // what can never be confirmed is not kept
  });

  it('discards a staged file, and with it what was kept of it', async () => {
    const { importId } = await staged(organogram(['1'], ['2', '1'], ['4', '1'], ['5', '1']), 's4');
    expect(await d.rows(TENANT, 'SELECT FROM directory.import_page WHERE tenant_id = $1')).not.toEqual([]);
    expect(await data(discard, { input: { requestKey: 'd1', importId } }, token)).toMatchObject({ discardPeopleImport: { __typename: 'PeopleImportDiscarded' } });
    expect(await d.rows(TENANT, 'SELECT FROM directory.import_page WHERE tenant_id = $1')).toEqual([]);
    expect(await data(confirm, { input: { requestKey: 'c5', importId } }, token)).toMatchObject({ confirmPeopleImport: { __typename: 'ImportIsDiscarded' } });
    expect(await data(discard, { input: { requestKey: 'd2', importId: 'nothing' } }, token)).toMatchObject({ discardPeopleImport: { __typename: 'ImportIsUnknown' } });
  });

  it('refuses a broken file in words, and everything from someone who may not', async () => {
    expect(await staged('"one', 's5')).toMatchObject({ __typename: 'FileBreaksOffInsideQuotes', message: expect.stringContaining('Line 1') });
    const { errors } = await api.ask(`${TENANT}/p/PROGRAM_LEAD`, discard, { input: { requestKey: 'd3', importId: 'x' } });
    expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });
});

describe('mapping profiles and grades', () => {
  const TENANT = aTenant(4);
  const token = `${TENANT}/op/OPERATOR`;
  beforeAll(() => d.log.openLog(TENANT));
  const save = 'mutation($input: SaveMappingProfileInput!) { saveMappingProfile(input: $input) { __typename ... on MappingProfileSaved { name version } ... on Refusal { message } } }';
  const columns = [{ field: 'employeeId', heading: 'Pers.Nr' }, { field: 'name', heading: 'Name' }, { field: 'jobTitle', heading: 'Stelle' }, { field: 'grade', heading: 'Stufe' }, { field: 'unit', heading: 'Einheit' }, { field: 'startDate', heading: 'Eintritt' }];
  const input = { requestKey: 'p1', name: 'sap', rows: 'PEOPLE', columns, dateFormat: 'DAY_MONTH_YEAR_DOTTED' };
  const saved = async (changes: object) => (await data(save, { input: { ...input, ...changes } }, token))['saveMappingProfile'];

  it('are saved in versions, per organization, and read files', async () => {
    expect(await saved({})).toMatchObject({ __typename: 'MappingProfileSaved', version: 1 });
    expect(await saved({})).toMatchObject({ version: 1 });
    expect(await saved({ requestKey: 'p2' })).toMatchObject({ version: 2 });
    expect((await api.ask(token, save, { input: { ...input, dateFormat: 'YEAR_MONTH_DAY' } })).errors).toMatchObject([{ extensions: { code: 'CONFLICT' } }]);
    const file = 'Pers.Nr;Name;Stelle;Stufe;Einheit;Eintritt\n1;Amara;Leiterin;E15;Daten;31.01.2020\n';
    expect(await d.importText(TENANT, file, { profile: 'sap', dryRun: true })).toMatchObject({ state: 'STAGED', profile: 'sap', posts: 1, rejected: [] });
    expect(await d.importText(GLOBEX, file, { profile: 'sap', dryRun: true })).toMatchObject({ state: 'REFUSED', refusals: [{ name: 'ProfileIsUnknown' }] });
    expect(await data('{ directoryUpkeep { mappingProfiles { edges { node { name version rows } } } gradeRanks { grade rank } } }', {}, token))
      .toMatchObject({ directoryUpkeep: { mappingProfiles: { edges: [{ node: { name: 'sap', version: 2, rows: 'PEOPLE' } }] }, gradeRanks: expect.arrayContaining([{ grade: 'SCS1A', rank: 15 }]) } });
  });

  it('take no protected trait, nothing required away, no column twice, and no name that is built in', async () => {
    const typename = async (changes: object) => ((await saved({ requestKey: 'p9', ...changes })) as { __typename: string }).__typename;
    expect(await typename({ columns: [...columns, { field: 'site', heading: 'Date of Birth' }] })).toBe('ProfileMapsAProtectedTrait');
    expect(await typename({ columns: columns.slice(1) })).toBe('ProfileLacksARequiredField');
    expect(await typename({ columns: [...columns, { field: 'site', heading: 'einheit' }] })).toBe('ProfileMapsAColumnTwice');
    expect(await typename({ name: 'hr' })).toBe('ProfileIsBuiltIn');
  });

  it('rank a file by the organization\'s own grades', async () => {
    const set = 'mutation($input: SetGradeRanksInput!) { setGradeRanks(input: $input) { ... on GradeRanksSet { grades { grade rank } } } }';
    expect(await data(set, { input: { requestKey: 'g1', grades: [{ grade: 'E15', rank: 25 }] } }, token)).toEqual({ setGradeRanks: { grades: [{ grade: 'E15', rank: 25 }] } });
    const file = organogram(['1', 'XX', { grade: 'E15' }], ['2', '1', { grade: 'SCS1' }]);
    expect(await d.importText(TENANT, file, { dryRun: true })).toMatchObject({ verdicts: { UNKNOWN_GRADE: 1 } });
    expect(await d.importText(GLOBEX, file, { dryRun: true })).toMatchObject({ verdicts: { UNKNOWN_GRADE: 1 } });
  });
});
