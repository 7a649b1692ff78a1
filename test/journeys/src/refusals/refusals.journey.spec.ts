import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addDays } from '@vouchsafe/event-schema';
import { generateKeyPair, importJWK, SignJWT, UnsecuredJWT, type JWK, type JWTPayload } from 'jose';
import { anAction, anInstallation, type Answer, ask, employees, type Installation, logHeads, type LogHeads, mutation, newKey, ourOrganization, type OurOrganization, PATIENCE_MS, peopleFile, type Person, signedIn, total } from '@vouchsafe/test-support';
import { upload, type UploadAnswer } from './people-upload.js';

// Whatever is wrong with what is sent: a clear answer, and nothing that was not there before.

jest.setTimeout(2 * PATIENCE_MS);

const RECORDED = '... on AdvocacyActionRecorded { actionId position }';
const COMMITMENT = 'query ($id: ID!) { commitment(id: $id) { status } }';
const UNKNOWN = '0'.repeat(32);
const today = new Date().toISOString().slice(0, 10);

let installation: Installation;
let ours: OurOrganization;
let theirs: OurOrganization;
let log: LogHeads;
beforeAll(async () => {
  installation = await anInstallation({ sample: false });
  await installation.start();
  ours = await ourOrganization(installation, 'brightwater');
  theirs = await ourOrganization(installation, 'saltmarsh');
  log = await logHeads(installation);
});
afterAll(async () => {
  await log?.close();
  await installation?.remove();
});
let before: Readonly<Record<string, number>>;
beforeEach(async () => { before = await log.heads(); });
const expectNothingWritten = async (): Promise<void> => expect(await log.heads()).toEqual(before);

const aSentence = expect.stringMatching(/^[A-Z"].{10,}\.$/);
const anError = (code: string) => ({ message: expect.stringMatching(/^[A-Z"].{10,}\.( |$)/), extensions: expect.objectContaining({ code, correlationId: expect.any(String) }) });
/** An answer without what is new each time. */
const shapeOf = ({ status, text }: Answer<unknown>) => ({ status, text: text.replace(/"correlationId":"[^"]*"/, '"correlationId":"…"') });

describe('a people file', () => {
  const good = peopleFile(employees(6));
  const title = 'Analyst of tides and timetables; '.repeat(12);
  const rows = function* (bytes: number): Generator<string> {
    yield good.split('\n')[0]!;
    const many = (from: number) => Array.from({ length: 2_000 }, (_, index) => `\n${from + index},Person ${from + index},p${from + index}@brightwater.example,${title},Analyst,Operations,Harbour,1,2020-01-31,,`).join('');
    for (let sent = 0, from = 10; sent < bytes; from += 2_000) {
      const piece = many(from);
      sent += piece.length;
      yield piece;
    }
  };

  it.each<[string, () => Iterable<Uint8Array | string>, string]>([
    ['is empty', () => [], 'FileHasNoHeader'],
    ['is no table', () => ['To whom it may concern,\nplease find attached the list.\n'], 'FileHasNoHeader'],
    ['is a picture', () => [Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), Buffer.alloc(5_000, 0xfe)], 'FileIsNotUtf8'],
    ['breaks off inside a quoted value', () => [`${good}7,"Person Se`], 'FileBreaksOffInsideQuotes'],
    ['is in Latin-1', () => [Buffer.from(good.replace('Person 3', 'Zoë Müller'), 'latin1')], 'FileIsNotUtf8'],
    ['is in UTF-16', () => [Buffer.from(`\ufeff${good}`, 'utf16le')], 'FileIsNotUtf8'],
    ['lacks a column', () => [good.replace('employeeId', 'number')], 'ColumnIsMissing'],
    ['has a column twice', () => [good.replace('workEmail', 'name')], 'ColumnIsTwice'],
    ['opens a quote and never closes it', () => [good, '7,"', ...Array.from({ length: 40 }, () => 'x'.repeat(100_000))], 'RowIsTooLong'],
    ['is larger than 100 MB', () => rows(101_000_000), 'FileIsTooLarge'],
  ])('that %s is refused as what it is', async (_, file, name) => {
    const { status, body } = (await upload(installation.origin, ours.operator, file())) as UploadAnswer;
    expect({ status, state: body.state, refusals: body.refusals }).toEqual({ status: 200, state: 'REFUSED', refusals: [{ name, message: aSentence }] });
    await expectNothingWritten();
  });

  it('that stops coming in the middle leaves nothing, and the next one is taken', async () => {
    expect(await upload(installation.origin, ours.operator, [good.slice(0, 200)], { cutOff: true })).toBe('cut off');
    await expectNothingWritten();
    const dry = (await upload(installation.origin, ours.operator, [good], { query: { confirm: 'false', asOf: today } })) as UploadAnswer;
    expect(dry).toMatchObject({ status: 200, body: { state: 'STAGED', rows: 6 } });
  });

  it.each<[string, Parameters<typeof upload>[3], number, string]>([
    ['a day that is none', { query: { asOf: '2026-02-30' } }, 400, 'BAD_USER_INPUT'],
    ['a parameter that nobody knows', { query: { colour: 'red' } }, 400, 'BAD_USER_INPUT'],
    ['another kind of content', { headers: { 'content-type': 'application/zip' } }, 400, 'BAD_USER_INPUT'],
    ['another organization', { headers: { 'x-vouchsafe-organization': 'saltmarsh' } }, 404, 'NOT_FOUND'],
  ])('with %s is not read', async (_, how, status, code) => {
    const answer = (await upload(installation.origin, ours.operator, [good], how)) as UploadAnswer;
    expect(answer).toEqual({ status, body: { errors: [anError(code)] } });
    await expectNothingWritten();
  });

  it('from whoever may not import is answered as if there were no such place', async () => {
    expect(await upload(installation.origin, ours.sponsor, [good])).toEqual({ status: 404, body: { errors: [anError('NOT_FOUND')] } });
    await expectNothingWritten();
  });
});

describe('an action', () => {
  it.each<[string, () => object, string]>([
    ['in the future', () => ({ occurredOn: addDays(today, 2) }), 'NotYetHappened'],
    ['before its commitment', () => ({ occurredOn: addDays(ours.termStart, -1) }), 'CommitmentNotActive'],
    ['of a behaviour that nobody knows', () => ({ behaviour: 'FLATTER' }), 'UnknownBehaviour'],
    ['for a pledge that there is not', () => ({ pledgeId: UNKNOWN }), 'NoSuchPledge'],
    ['for a pledge of another behaviour', () => ({ behaviour: 'INTRODUCE', pledgeId: ours.pledgeId }), 'PledgeIsForAnotherBehaviour'],
  ])('%s is refused in a sentence', async (_, more, name) => {
    expect(await ours.sponsor.does('recordAdvocacyAction', anAction(ours, more()), RECORDED)).toEqual({ __typename: name, message: aSentence });
    await expectNothingWritten();
  });

  it("on another's commitment is answered like one on a commitment that there is not", async () => {
    const on = (commitmentId: string, person: Person) => person.tries(mutation('recordAdvocacyAction', RECORDED), { input: anAction(ours, { commitmentId }) });
    const unknown = shapeOf(await on(UNKNOWN, ours.sponsor));
    expect(shapeOf(await on(theirs.commitmentId, ours.sponsor))).toEqual(unknown);
    expect(shapeOf(await on(ours.commitmentId, theirs.sponsor))).toEqual(unknown);
    expect((await on(ours.commitmentId, ours.protege)).data).not.toMatchObject({ recordAdvocacyAction: { __typename: 'AdvocacyActionRecorded' } });
    await expectNothingWritten();
  });

  it('is recorded once under its request key, which serves for nothing else', async () => {
    const input = anAction(ours);
    const first = await ours.sponsor.does('recordAdvocacyAction', input, RECORDED);
    expect(await ours.sponsor.does('recordAdvocacyAction', input, RECORDED)).toEqual(first);
    const once = await log.heads();
    expect(total(once)).toBe(total(before) + 1);
    const other = await ours.sponsor.tries(mutation('recordAdvocacyAction', RECORDED), { input: { ...input, forum: 'BUDGET' } });
    expect(other).toMatchObject({ data: null, errors: [anError('CONFLICT')] });
    expect(await log.heads()).toEqual(once);
  });
});

describe('a request', () => {
  it('that signs a version which is not the newest is refused', async () => {
    const amend = (version: number) => ours.sponsor.does('proposeAmendment', {
      requestKey: newKey(), commitmentId: ours.commitmentId, version, objective: 'Lead the station.', cadence: { kind: 'QUARTERLY' }, termStart: ours.termStart, termEnd: addDays(today, 300),
      pledges: [{ side: 'SPONSOR', pledged: { behaviour: 'NOMINATE' }, dueOn: addDays(today, 90) }, { side: 'PROTEGE', pledged: { deliverable: 'A plan' }, dueOn: addDays(today, 90) }],
    }, '... on AmendmentProposed { version position }');
    expect(await amend(2)).toMatchObject({ __typename: 'AmendmentProposed', version: 2 });
    expect(await amend(2)).toEqual({ __typename: 'VersionHasChanged', message: aSentence });
    expect(await ours.protege.does('signCommitment', { requestKey: newKey(), commitmentId: ours.commitmentId, version: 1 })).toEqual({ __typename: 'VersionHasChanged', message: aSentence });
  });

  it.each<[string, string, string]>([
    ['a page of a million', '{ sponsorship { commitments(first: 1000000) { edges { node { commitmentId } } } } }', 'BAD_USER_INPUT'],
    ['a page of nothing', '{ sponsorship { commitments(first: 0) { edges { node { commitmentId } } } } }', 'BAD_USER_INPUT'],
    ["another list's cursor", '{ sponsorship { commitments(first: 5, after: "bm90IGEgY3Vyc29yIG9mIG91cnM") { edges { node { commitmentId } } } } }', 'BAD_USER_INPUT'],
    // Nothing in the schema leads that far down but the schema itself; what is allowed of depth, libs/graphql shows.
    ['thirty levels', `${'{ sponsorship '.repeat(29)} { __typename } ${'} '.repeat(29)}`, 'BAD_USER_INPUT'],
    ['thirty levels of the schema', `{ __type(name: "Query") ${'{ fields { type '.repeat(14)} { name } ${'} }'.repeat(14)} }`, 'BAD_USER_INPUT'],
    ['a thousand aliases', `{ ${Array.from({ length: 300 }, (_, index) => `a${index}: __typename`).join(' ')} }`, 'TOO_COSTLY'],
    ['a position that the log has not reached', '{ sponsorship(after: "999999999") { commitments { edges { node { commitmentId } } } } }', 'BAD_USER_INPUT'],
    ['a field that there is not', '{ salaries }', 'BAD_USER_INPUT'],
    ['half a query', '{ sponsorship {', 'BAD_USER_INPUT'],
  ])('for %s is refused before it costs anything', async (_, query, code) => {
    const { data, errors } = await ours.sponsor.tries(query);
    expect(data).toBeNull();
    expect(errors).toContainEqual(expect.objectContaining({ extensions: expect.objectContaining({ code, correlationId: expect.any(String) }), message: expect.stringMatching(/^[A-Z].{10,}/) }));
  });

  it('longer than 100 kB, or no JSON, is answered in the form of GraphQL', async () => {
    const send = async (body: string) => {
      const response = await fetch(`${installation.origin}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      return { status: response.status, body: await response.json() as unknown };
    };
    expect(await send(JSON.stringify({ query: `{ __typename } # ${'x'.repeat(200_000)}` }))).toEqual({ status: 413, body: { errors: [anError('TOO_COSTLY')] } });
    expect(await send('{"query": ')).toEqual({ status: 400, body: { errors: [anError('BAD_USER_INPUT')] } });
  });

  it('for an unknown id and for a foreign one is answered alike', async () => {
    const askFor = async (id: string) => shapeOf(await ours.sponsor.tries(COMMITMENT, { id }));
    const unknown = await askFor(UNKNOWN);
    expect(JSON.parse(unknown.text)).toEqual({ data: { commitment: null } });
    expect(await askFor(theirs.commitmentId)).toEqual(unknown);
    const confirm = async (id: string) => shapeOf(await ours.protege.tries(mutation('confirmAdvocacyAction'), { input: { requestKey: newKey(), commitmentId: id, actionId: UNKNOWN, as: 'PROTEGE' } }));
    expect(await confirm(theirs.commitmentId)).toEqual(await confirm(UNKNOWN));
    await expectNothingWritten();
  });
});

describe('a token', () => {
  const now = (): number => Math.floor(Date.now() / 1000);
  const answerTo = (token: string, organization?: string) => ask<{ sponsorship: unknown }>(
    installation.origin, '{ sponsorship { commitments { edges { node { commitmentId } } } } }', {}, { authorization: `Bearer ${token}`, ...(organization ? { 'x-vouchsafe-organization': organization } : {}) });
  let key: JWK;
  let good: { payload: JWTPayload; header: { alg: string; kid: string; typ: string } };
  beforeAll(async () => {
    key = (JSON.parse(await readFile(join(installation.home, 'development-sign-in.json'), 'utf8')) as { jwks: { keys: JWK[] } }).jwks.keys[0]!;
    const [header, payload] = (await ours.sponsor.token()).split('.').slice(0, 2).map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()) as never);
    good = { header: header!, payload: payload! };
  });
  const signed = async (claims: JWTPayload, by?: Parameters<SignJWT['sign']>[0]): Promise<string> =>
    new SignJWT({ ...good.payload, ...claims }).setProtectedHeader(good.header).sign(by ?? await importJWK(key, 'ES256'));

  it('that is good in every way is let in, so that what follows is refused for its own sake', async () => {
    expect(await answerTo(await signed({ iat: now(), exp: now() + 60 }))).toMatchObject({ status: 200, errors: [] });
  });

  it.each<[string, () => Promise<string> | string]>([
    ['has expired', () => signed({ iat: now() - 700, exp: now() - 100 })],
    ['was issued long ago', () => signed({ iat: now() - 90_000, exp: now() + 60 })],
    ['is for somebody else', () => signed({ aud: 'another-api' })],
    ['is of another issuer', () => signed({ iss: 'https://id.example.org' })],
    ['is signed with another key', async () => signed({}, (await generateKeyPair('ES256')).privateKey)],
    ['is not signed', () => new UnsecuredJWT(good.payload).encode()],
    ['was changed', async () => (await ours.sponsor.token()).split('.').map((part, index) => (index === 1 ? Buffer.from(JSON.stringify({ ...good.payload, sub: 'another' })).toString('base64url') : part)).join('.')],
    ['is of nobody here', () => signed({ sub: 'nobody', email: 'nobody@nowhere.example' })],
    ['is no token', () => 'let-me-in'],
  ])('that %s is answered 401 in a sentence', async (_, make) => {
    expect(await answerTo(await make())).toMatchObject({ status: 401, data: null, errors: [anError('UNAUTHENTICATED')] });
  });

  it('does not open an organization that is not its own, nor one that there is not', async () => {
    const token = await ours.sponsor.token();
    const foreign = await answerTo(token, 'saltmarsh');
    expect(foreign).toMatchObject({ data: null, errors: [anError('NOT_FOUND')] });
    expect(shapeOf(await answerTo(token, 'no-such-organization'))).toEqual(shapeOf(foreign));
  });

  it('is not given to an address that nobody has', async () => {
    await expect(signedIn(installation.origin, 'nobody@brightwater.example').token()).rejects.toThrow('Nobody here has this work e-mail address.');
  });
});
