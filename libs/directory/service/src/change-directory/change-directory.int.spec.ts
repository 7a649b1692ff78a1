import { blindIndex } from '@vouchsafe/access';
import { PersonStandings, ReportingLines } from '@vouchsafe/directory-contracts';
import { valueAt } from '@vouchsafe/directory-domain';
import { aTenant } from '@vouchsafe/event-store/testing';
import { aDirectoryApi } from '../directory-api.fixtures.js';
import { aDirectory, hrFile, type ADirectory } from '../directory.fixtures.js';

const [ACME, GLOBEX] = [aTenant(1), aTenant(2)];
const OPERATOR = `${ACME}/op/OPERATOR`;
const HR = { profile: 'hr', asOf: '2026-03-31' };
/** Two report to the first, who is at the top; the fourth stands beside them. */
const FILE = hrFile(['1', '', { grade: 'SCS4' }], ['2', '1', { grade: 'SCS2' }], ['3', '2'], ['4', '1']);
let d: ADirectory;
let api: Awaited<ReturnType<typeof aDirectoryApi>>;
beforeEach(async () => {
  d = await aDirectory(ACME, GLOBEX);
  api = await aDirectoryApi(d);
  for (const tenant of [ACME, GLOBEX]) await d.importText(tenant, FILE, HR);
});
afterEach(async () => {
  await api.app.close();
  await d.close();
});

const personId = async (number: string, tenant = ACME) =>
  (await d.rows<{ id: string }>(tenant, 'SELECT person_id AS id FROM directory.person_card WHERE tenant_id = $1 AND employee_number = $2', [number]))[0]!.id;
const postId = async (number: string, tenant = ACME) =>
  (await d.rows<{ id: string }>(tenant, 'SELECT post_id AS id FROM directory.post_card WHERE tenant_id = $1 AND key = $2', [`holder:${number}`]))[0]!.id;
const FIELDS = {
  changeReportingLine: ['ChangeReportingLineInput', 'ReportingLineChanged'], correctDirectoryFact: ['CorrectDirectoryFactInput', 'DirectoryFactCorrected'],
  deactivatePerson: ['DeactivatePersonInput', 'PersonDeactivated'],
} as const;
let keys = 0;
const does = async (field: keyof typeof FIELDS, input: object, token = OPERATOR): Promise<{ code?: string; __typename?: string; position?: string }> => {
  const [type, success] = FIELDS[field];
  const query = `mutation($input: ${type}!) { ${field}(input: $input) { __typename ... on ${success} { position } ... on Refusal { message } } }`;
  const { data, errors } = await api.ask(token, query, { input: { requestKey: `r${(keys += 1)}`, ...input } });
  return errors ? { code: errors[0]!.extensions.code } : (data as unknown as Record<string, { __typename: string; position?: string }>)[field]!;
};
const last = async (tenant = ACME) => (await d.log.readBackwards(tenant, { max: 1 }))[0];
const signsIn = async (email: string, tenant = ACME): Promise<string | undefined> =>
  (await d.rows<{ subject: string }>(tenant, `SELECT subject FROM front.key WHERE tenant_id = $1 AND kind = 'sign-in' AND key = $2`, [blindIndex(await d.database.installationSecret(), email)]))[0]?.subject;
const at = async (field: 'isPresent' | 'level' | 'unit' | 'function', id: string, asOf: string, position: string) => {
  await api.ask(OPERATOR, 'query($id: ID!, $after: Position) { person(id: $id, after: $after) { personId } }', { id, after: position });
  return (await api.app.get(PersonStandings).standing(ACME, id, asOf))?.[field === 'isPresent' ? 'active' : field];
};

describe('a reporting line', () => {
  it('is drawn anew from a day on, in one organization', async () => {
    const [two, three, four] = [await postId('2'), await postId('3'), await postId('4')];
    const changed = await does('changeReportingLine', { postId: three, reportsTo: four, occurredOn: '2026-02-01', requestKey: 'once' });
    expect(changed).toMatchObject({ __typename: 'ReportingLineChanged' });
    expect(await does('changeReportingLine', { postId: three, reportsTo: four, occurredOn: '2026-02-01', requestKey: 'once' })).toEqual(changed);
    expect(await does('changeReportingLine', { postId: three, reportsTo: two, occurredOn: '2026-02-01', requestKey: 'once' })).toEqual({ code: 'CONFLICT' });
    expect(await last()).toMatchObject({ type: 'ReportingLineChanged', occurredOn: '2026-02-01', actor: 'person:op', data: { postId: three, reportsTo: four, dottedTo: [], lineKnown: true } });
    expect(valueAt((await d.state(GLOBEX)).posts, await postId('3', GLOBEX))).toMatchObject({ reportsTo: await postId('2', GLOBEX) });
    await api.ask(OPERATOR, 'query($after: Position) { orgGraph(after: $after) { asOf } }', { after: changed.position });
    const lines = api.app.get(ReportingLines);
    expect([await lines.relation(ACME, await personId('3'), await personId('4'), '2026-04-01'), await lines.relation(ACME, await personId('3'), await personId('2'), '2026-04-01')]).toEqual(['IN_CHAIN', 'CLEAR']);
  });

  it('closes no circle, needs posts of this organization, and lies in no future and before nobody’s first day', async () => {
    const [one, three] = [await postId('1'), await postId('3')];
    const refused = async (input: object) => (await does('changeReportingLine', input)).__typename;
    expect(await refused({ postId: one, reportsTo: three })).toBe('LineWouldCloseACircle');
    expect(await refused({ postId: one, dottedTo: [three] })).toBe('LineWouldCloseACircle');
    for (const reportsTo of ['never-was', await postId('1', GLOBEX)]) expect(await refused({ postId: three, reportsTo })).toBe('PostIsUnknown');
    expect(await refused({ postId: await postId('3', GLOBEX) })).toBe('PostIsUnknown');
    expect(await refused({ postId: three, reportsTo: one, occurredOn: '2999-01-01' })).toBe('DayIsInTheFuture');
    expect(await refused({ postId: three, reportsTo: one, occurredOn: '2020-01-30' })).toBe('BeforeThePersonJoined');
  });
});

describe('a fact', () => {
  it('is corrected from a day on; what was believed before stays on record', async () => {
    const [post, person] = [await postId('2'), await personId('2')];
    const { position: before } = await d.log.head(ACME);
    const corrected = await does('correctDirectoryFact', { postId: post, fact: { grade: 'SCS3' }, reason: 'The file named another grade.', occurredOn: '2026-03-31' });
    expect(corrected).toMatchObject({ __typename: 'DirectoryFactCorrected' });
    expect(await last()).toMatchObject({ type: 'DirectoryFactCorrected', occurredOn: '2026-03-31', data: { postId: post, fact: { field: 'LEVEL', grade: 'SCS3', rank: 30 }, reason: 'The file named another grade.' } });
    expect(await at('level', person, '2026-04-01', corrected.position!)).toBe(30);
    expect(await d.rows(ACME, 'SELECT rank FROM read.post_fact_v2 WHERE tenant_id = $1 AND post_id = $2 AND known_from <= $3 AND (known_to IS NULL OR known_to > $3)', [post, before])).toEqual([{ rank: 20 }]);
    const unit = await does('correctDirectoryFact', { postId: post, fact: { unit: 'Law' }, reason: 'Wrong unit.', occurredOn: '2026-03-31' });
    expect([await at('unit', person, '2026-04-01', unit.position!), await at('level', person, '2026-04-01', unit.position!)]).toEqual(['Law', 30]);
    const other = await does('correctDirectoryFact', { postId: post, fact: { function: 'Finance' }, reason: 'Wrong function.', occurredOn: '2026-03-31' });
    expect(await at('function', person, '2026-04-01', other.position!)).toBe('Finance');
    expect(valueAt((await d.state(GLOBEX)).posts, await postId('2', GLOBEX))).toMatchObject({ grade: 'SCS2' });
  });

  it('says one thing, of a post of this organization, with a reason', async () => {
    const said = { fact: { unit: 'Law' }, reason: 'Wrong unit.' };
    for (const post of ['never-was', await postId('2', GLOBEX)]) expect((await does('correctDirectoryFact', { postId: post, ...said })).__typename).toBe('PostIsUnknown');
    expect(await does('correctDirectoryFact', { postId: await postId('2'), ...said, fact: { unit: 'Law', grade: 'SCS3' } })).toEqual({ code: expect.any(String) });
    expect(await does('correctDirectoryFact', { postId: await postId('2'), ...said, reason: 'x'.repeat(281) })).toEqual({ code: 'BAD_USER_INPUT' });
  });
});

describe('a person', () => {
  it('who is deactivated signs in no more, whatever files still say of them, until they have left and returned', async () => {
    const three = await personId('3');
    expect(await signsIn('p3@example.org')).toBe(three);
    const done = await does('deactivatePerson', { personId: three, occurredOn: '2026-04-02', requestKey: 'once' });
    expect(done).toMatchObject({ __typename: 'PersonDeactivated' });
    expect(await does('deactivatePerson', { personId: three, occurredOn: '2026-04-02', requestKey: 'once' })).toEqual(done);
    expect(await last()).toMatchObject({ type: 'PersonDeactivated', occurredOn: '2026-04-02', data: { personId: three } });
    expect([await signsIn('p3@example.org'), await signsIn('p3@example.org', GLOBEX)]).toEqual([undefined, await personId('3', GLOBEX)]);
    expect([await at('isPresent', three, '2026-04-01', done.position!), await at('isPresent', three, '2026-04-02', done.position!)]).toEqual([true, false]);
    expect(await d.importText(ACME, FILE, HR)).toMatchObject({ state: 'CONFIRMED', changes: { personsReturned: 0, personsLeft: 0, personsJoined: 0 } });
    expect(await signsIn('p3@example.org')).toBeUndefined();
    await d.importText(ACME, hrFile(['1', '', { grade: 'SCS4' }], ['2', '1', { grade: 'SCS2' }], ['4', '1']), HR);
    expect(await d.importText(ACME, FILE, HR)).toMatchObject({ changes: { personsReturned: 1 } });
    expect(await signsIn('p3@example.org')).toBe(three);
  });

  it('of another organization, who left or never was is unknown', async () => {
    await d.importText(ACME, hrFile(['1', '', { grade: 'SCS4' }], ['2', '1', { grade: 'SCS2' }], ['3', '2']), HR);
    for (const id of [await personId('4'), await personId('1', GLOBEX), 'never-was']) expect((await does('deactivatePerson', { personId: id })).__typename).toBe('PersonIsUnknown');
    expect(await signsIn('p1@example.org', GLOBEX)).toBeDefined();
  });
});

it.each(['PROGRAM_LEAD', 'SPONSOR', 'PROTEGE', 'EXECUTIVE', ''])('is nobody’s but an operator’s to change: not %s', async (role) => {
  const { position } = await d.log.head(ACME);
  const token = `${ACME}/p/${role}`;
  expect(await does('changeReportingLine', { postId: await postId('3'), reportsTo: await postId('4') }, token)).toEqual({ code: 'NOT_FOUND' });
  expect(await does('correctDirectoryFact', { postId: await postId('3'), fact: { unit: 'Law' }, reason: 'x' }, token)).toEqual({ code: 'NOT_FOUND' });
  expect(await does('deactivatePerson', { personId: await personId('3') }, token)).toEqual({ code: 'NOT_FOUND' });
  expect((await d.log.head(ACME)).position).toBe(position);
});
