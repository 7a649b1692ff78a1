import { GraphQLSchemaHost } from '@nestjs/graphql';
import { notesApi, seen } from './notes.fixtures.js';
import { resolversWithoutAllow, unboundedLists } from './testing.js';

type Api = Awaited<ReturnType<typeof notesApi>>;
const nested = (depth: number) => `{ note(id: "a1") { ${'next { '.repeat(depth)} id ${'} '.repeat(depth)} } }`;

describe('the open door', () => {
  let api: Api;
  beforeAll(async () => { api = await notesApi({ limits: { deadlineMilliseconds: 400, atOncePerPerson: 2 }, faults: { TheMoonIsFull: () => ({ code: 'CONFLICT', message: 'Not tonight.' }) } }); });
  afterAll(() => api.app.close());

  it('says its type to anybody, and everything else to those who are signed in', async () => {
    expect((await api.post({ query: '{ __typename }' }, '')).data).toEqual({ __typename: 'Query' });
    const refused = await api.post({ query: '{ note(id: "a1") { id } }' }, 'unknown');
    expect([refused.status, refused.code]).toEqual([401, 'UNAUTHENTICATED']);
    expect((await api.ask('{ note(id: "a1") { id } }')).data).toEqual({ note: { id: 'a1' } });
  });

  it('answers 503 and not 401 while the identity provider is away, and does not tell its address', async () => {
    const answer = await api.ask('{ note(id: "a1") { id } }', 'offline');
    expect([answer.status, answer.code, answer.headers.get('retry-after')]).toEqual([503, 'UNAVAILABLE', '5']);
    expect(answer.text).not.toContain('idp.internal');
  });

  it('answers an unknown id, a foreign id and a forbidden field alike', async () => {
    const strip = ({ status, errors }: Awaited<ReturnType<Api['ask']>>) => ({ status, errors: errors?.map(({ message, extensions }) => ({ message, code: extensions?.code })) });
    const unknown = strip(await api.ask('{ note(id: "nothing") { id } }'));
    expect(unknown.errors).toEqual([{ code: 'NOT_FOUND', message: 'There is nothing here under this id.' }]);
    expect(strip(await api.ask('{ note(id: "g1") { id } }'))).toEqual(unknown);
    expect(strip(await api.ask('{ note(id: "a1") { id } }', 'stranger'))).toEqual(unknown);
  });

  it('answers nobody where the permission was forgotten, and names the place', async () => {
    expect((await api.ask('{ forgotten }')).code).toBe('NOT_FOUND');
    expect(resolversWithoutAllow(api.app)).toEqual(['RootResolver.forgotten']);
  });

  it('knows which lists have no bound', () => {
    const { schema } = api.app.get(GraphQLSchemaHost, { strict: false });
    expect(unboundedLists(schema)).toEqual([]);
  });

  describe('is bounded', () => {
    it.each([
      ['30 levels', nested(30)],
      ['9 levels', nested(8)],
      ['16 aliases', `{ ${Array.from({ length: 16 }, (_, index) => `a${index}: note(id: "a1") { id }`).join(' ')} }`],
      ['300 aliases of __typename', `{ ${Array.from({ length: 300 }, (_, index) => `a${index}: __typename`).join(' ')} }`],
      ['6 directives', `{ note(id: "a1") { ${'id @include(if: true) '.repeat(6)} } }`],
      ['1,001 tokens', `{ note(id: "a1") { ${'id '.repeat(1_000)} } }`],
      ['30 levels in fragments, each shallow', `{ note(id: "a1") { ...F1 } } ${Array.from({ length: 30 }, (_, index) => `fragment F${index + 1} on Note { next { ${index === 29 ? 'id' : `...F${index + 2}`} } }`).join(' ')}`],
      ['aliases in a fragment that is spread again and again', `{ a: note(id: "a1") { ...F } b: note(id: "a2") { ...F } } fragment F on Note { ${Array.from({ length: 7 }, (_, index) => `x${index}: id`).join(' ')} }`],
      ['100 notes with 13 lists each', `{ notebook { notes(first: 100) { edges { node { ${'stickers { colour } '.repeat(13)} } } } } }`],
    ])('against %s', async (_, query) => {
      const answer = await api.ask(query);
      expect([answer.status, answer.code]).toEqual([400, 'TOO_COSTLY']);
      expect(answer.data).toBeUndefined();
      expect(answer.message).toMatch(/^[A-Z].*\.$/);
    });

    it('against fragments that go in a circle', async () => {
      const answer = await api.ask('{ note(id: "a1") { ...A } } fragment A on Note { next { ...B } } fragment B on Note { next { ...A } }');
      expect([answer.status, answer.code]).toEqual([400, 'BAD_USER_INPUT']);
    });

    it('against a page of a million that is a default of the operation', async () => {
      const answer = await api.ask('query ($first: Int = 1000000) { notebook { notes(first: $first) { edges { cursor } } } }');
      expect([answer.status, answer.code]).toEqual([400, 'BAD_USER_INPUT']);
    });

    it('against variables that are deep, many or of another kind', async () => {
      const deep = `${'['.repeat(40_000)}1${']'.repeat(40_000)}`;
      const many = JSON.stringify(Array.from({ length: 20_000 }, () => 1));
      for (const value of [deep, many, '{}', '{"__proto__":{"admin":true}}', '"a"']) {
        const answer = await api.post(`{"query":"query ($id: ID!) { note(id: $id) { id } }","variables":{"id":${value}}}`);
        expect([400, 200]).toContain(answer.status);
        expect(['BAD_USER_INPUT', 'NOT_FOUND']).toContain(answer.code);
        expect(answer.text.length).toBeLessThan(5_000);
      }
    });

    it('but not against what people ask', async () => {
      expect((await api.ask(nested(6))).errors).toBeUndefined();
      expect((await api.ask('{ notebook { notes(first: 100) { edges { cursor node { id text author } } pageInfo { hasNextPage endCursor } } } }')).errors).toBeUndefined();
    });

    it.each(['1000000', '101', '0', '-5'])('against a page of %s, written out or in a variable', async (first) => {
      const inText = await api.ask(`{ notebook { notes(first: ${first}) { edges { cursor } } } }`);
      const inVariable = await api.ask('query ($first: Int) { notebook { notes(first: $first) { edges { cursor } } } }', 'amara', { first: Number(first) });
      for (const answer of [inText, inVariable]) {
        expect([answer.status, answer.code]).toEqual([400, 'BAD_USER_INPUT']);
        expect(answer.message).toBe('A page has 1 to 100 items: give "first" within that, and go on from "endCursor".');
      }
    });

    it('against a forged cursor and one of another organization', async () => {
      const list = (after: string, token: string) => api.ask('query ($after: String) { notebook { notes(first: 2, after: $after) { edges { node { id } } pageInfo { endCursor } } } }', token, { after });
      const first = await api.ask('{ notebook { notes(first: 2) { pageInfo { endCursor } } } }');
      const cursor = (first.data as unknown as { notebook: { notes: { pageInfo: { endCursor: string } } } }).notebook.notes.pageInfo.endCursor;
      expect((await list(cursor, 'amara')).data).toMatchObject({ notebook: { notes: { edges: [{ node: { id: 'a2' } }, { node: { id: 'a3' } }] } } });
      const [foreign, forged] = [await list(cursor, 'gina'), await list(`A${cursor.slice(1)}`, 'amara')];
      expect([foreign.code, forged.code, foreign.message]).toEqual(['BAD_USER_INPUT', 'BAD_USER_INPUT', forged.message]);
    });

    it('in time: the caller is told, and the resolver is told through its signal', async () => {
      const answer = await api.ask('{ slow }');
      expect(answer.code).toBe('DEADLINE_EXCEEDED');
      expect(seen.signals.at(-1)?.aborted).toBe(true);
    });

    it('in time for writes too, whose outcome is then unknown', async () => {
      const answer = await api.ask('mutation { writeSlowly(input: { requestKey: "key-7" }) { __typename } }');
      expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'OUTCOME_UNKNOWN', requestKey: 'key-7' });
    });

    it('in what one person asks at the same time', async () => {
      const answers = await Promise.all(Array.from({ length: 4 }, () => api.ask('{ slow }')));
      const refused = answers.filter(({ status }) => status === 429);
      expect(refused).toHaveLength(2);
      expect([refused[0]?.code, refused[0]?.headers.get('retry-after')]).toEqual(['RATE_LIMITED', '1']);
      expect((await api.ask('{ note(id: "a1") { id } }')).errors).toBeUndefined();
    });

    it('in the length of an answer', async () => {
      const answer = await api.ask('{ long }');
      expect([answer.status, answer.code, answer.text.length < 1_000]).toEqual([400, 'TOO_COSTLY', true]);
    });

    it('in the length of a request, in batches, and against forms of other sites', async () => {
      const long = await api.post({ query: `{ note(id: "${'x'.repeat(110_000)}") { id } }` });
      expect([long.status, long.code]).toEqual([413, 'TOO_COSTLY']);
      const broken = await api.post('{ "query": ');
      expect([broken.status, broken.code]).toEqual([400, 'BAD_USER_INPUT']);
      const batch = await api.post([{ query: '{ __typename }' }, { query: '{ __typename }' }]);
      expect([batch.status, batch.code]).toEqual([400, 'BAD_USER_INPUT']);
      const form = await api.post('query={__typename}', 'amara', { 'content-type': 'text/plain' });
      expect([form.status, form.code]).toEqual([400, 'BAD_USER_INPUT']);
      const overHttp = await api.ask('subscription { noteWritten { id } }');
      expect([overHttp.status, overHttp.code]).toEqual([400, 'BAD_USER_INPUT']);
    });
  });

  describe('errors', () => {
    it('are masked, and whole in the log under the same reference', async () => {
      const answer = await api.ask('{ broken(how: "by surprise") }');
      const { correlationId } = answer.errors![0]!.extensions!;
      expect(answer.errors).toEqual([{
        message: 'Something went wrong on our side. Try again; if it stays, tell your support the correlationId.',
        locations: expect.any(Array), path: ['broken'], extensions: { code: 'INTERNAL', correlationId },
      }]);
      expect(answer.headers.get('x-correlation-id')).toBe(correlationId);
      expect(api.logged.find((entry) => entry.correlationId === correlationId)?.fault.message).toContain('amara@example.org');
    });

    it.each([
      ['http 404', 'NOT_FOUND'], ['http 503', 'UNAVAILABLE'], ['behind', 'UNAVAILABLE'], ['away', 'UNAVAILABLE'], ['lost', 'OUTCOME_UNKNOWN'], ['custom', 'CONFLICT'],
    ])('of the kind "%s" are %s', async (how, code) => {
      const answer = await api.ask(`{ broken(how: "${how}") }`);
      expect(answer.code).toBe(code);
      expect(answer.text).not.toMatch(/table people|127\.0\.0\.1|secret|stack/);
      if (how === 'lost') expect(answer.errors?.[0]?.extensions?.requestKey).toBe('key-1');
    });

    it('carry the reference that the caller chose, unless it could hurt a log', async () => {
      const ask = async (id: string) => (await api.post({ query: '{ nothing }' }, 'amara', { 'x-correlation-id': id })).errors?.[0]?.extensions?.correlationId;
      expect(await ask('my-own-reference-1')).toBe('my-own-reference-1');
      expect(await ask('x y<script>')).toMatch(/^[0-9a-f-]{36}$/);
    });

    it('of a typing mistake do not guess what was meant', async () => {
      const answer = await api.ask('{ note(id: "a1") { tex } }');
      expect([answer.status, answer.code]).toEqual([400, 'BAD_USER_INPUT']);
      expect(answer.text).not.toContain('Did you mean');
      const inVariable = await api.ask('mutation ($input: WriteSlowlyInput!) { writeSlowly(input: $input) { __typename } }', 'amara', { input: { requestKe: 'k' } });
      expect(inVariable.code).toBe('BAD_USER_INPUT');
      expect(inVariable.text).not.toMatch(/Did you mean|requestKey"/);
      expect((await api.ask('query ($id: ID!) { note(id: $id) { id } }', 'amara', { wrong: 1 })).code).toBe('BAD_USER_INPUT');
    });
  });

  describe('scalars', () => {
    it.each([
      ['date: "2026-02-30"', 'calendar day'], ['date: "yesterday"', 'calendar day'], ['date: 20260301', 'calendar day'],
      ['instant: "2026-02-30T10:00:00Z"', 'moment in UTC'], ['instant: "2026-02-03T10:00:00+01:00"', 'moment in UTC'],
    ])('refuse %s in words', async (args, words) => {
      const answer = await api.ask(`{ day(${args}) }`);
      expect([answer.status, answer.code]).toEqual([400, 'BAD_USER_INPUT']);
      expect(answer.message).toContain(words);
    });

    it.each(['-1', '1.5', '9007199254740993', 'abc', ''])('refuse the position "%s"', async (after) => {
      expect((await api.ask('query ($after: Position) { notebook(after: $after) { after } }', 'amara', { after })).message).toContain('decimal digits');
    });

    it('are written as they are read, and `after` reaches the fields below', async () => {
      expect((await api.ask('{ day(date: "2026-03-01", instant: "2026-03-01T09:30:00Z") }')).data).toEqual({ day: '2026-03-01 2026-03-01T09:30:00.000Z' });
      expect((await api.ask('{ notebook(after: "9007199254740991") { after } }')).data).toEqual({ notebook: { after: '9007199254740991' } });
      expect((await api.ask('{ notebook { after } }')).data).toEqual({ notebook: { after: null } });
    });
  });

  it('asks for what one request needs in one batch', async () => {
    seen.batches = [];
    await api.ask('{ notebook { notes(first: 30) { edges { node { author } } } } }');
    expect(seen.batches).toEqual([['p0', 'p1', 'p2']]);
  });

  it('shows GraphiQL to a browser, whole, and JSON to everything else', async () => {
    const page = await fetch(`${api.url}/graphql`, { headers: { accept: 'text/html' } });
    const html = await page.text();
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(html).toContain('id="vouchsafe"');
    expect(html).not.toMatch(/<(script|link)[^>]+(src|href)="https?:/);
    const again = await fetch(`${api.url}/graphql`, { headers: { accept: 'text/html', 'if-none-match': page.headers.get('etag')! } });
    expect(again.status).toBe(304);
  });
});

describe('what may be spent over time', () => {
  const PAGE = '{ notebook { notes(first: 50) { edges { node { id } } } } }'; // 152 units: each edge is three of them
  let api: Api;
  beforeEach(async () => { api = await notesApi({ limits: { unitsPerSecondPerPerson: 4, unitsPerSecondPerTenant: 7 } }); });
  afterEach(() => api.app.close());

  it('is a person’s own: who spent it is told when to come back, and others are served', async () => {
    for (const token of ['amara', 'amara']) expect((await api.ask(PAGE, token)).errors).toBeUndefined();
    const refused = await api.ask(PAGE);
    expect([refused.status, refused.code]).toEqual([429, 'RATE_LIMITED']);
    expect(refused.message).toMatch(/^You have asked/);
    const seconds = Number(refused.headers.get('retry-after'));
    expect(refused.errors?.[0]?.extensions).toMatchObject({ retryAfterSeconds: seconds });
    expect(seconds).toBeGreaterThan(0);
    expect((await api.ask(PAGE, 'third')).errors).toBeUndefined();
  });

  it('is also their organization’s, and of no other', async () => {
    for (const token of ['amara', 'third', 'amara', 'third']) expect((await api.ask(PAGE, token)).errors).toBeUndefined();
    const refused = await api.ask(PAGE, 'fourth');
    expect([refused.code, refused.message]).toEqual(['RATE_LIMITED', expect.stringMatching(/^Your organization has asked/)]);
    expect((await api.ask('{ note(id: "a1") { id } }', 'fourth')).errors).toBeUndefined(); // for little there is enough
    expect((await api.ask(PAGE, 'gina')).errors).toBeUndefined();
  });

  it('is not touched by what is refused, nor by asking for nothing', async () => {
    for (let times = 0; times < 5; times += 1) {
      await api.ask('{ notebook { notes(first: 101) { edges { cursor } } } }');
      await api.ask('{ __typename }');
      await api.post({ query: PAGE }, 'unknown');
    }
    for (const token of ['amara', 'amara']) expect((await api.ask(PAGE, token)).errors).toBeUndefined();
  });
});

describe('the open door in production', () => {
  let api: Api;
  beforeAll(async () => { api = await notesApi({ production: true }); });
  afterAll(() => api.app.close());

  it('keeps its schema to itself', async () => {
    const answer = await api.ask('{ __schema { types { name } } }');
    expect([answer.status, answer.code]).toEqual([400, 'BAD_USER_INPUT']);
    for (const text of ['{ __type(name: "Note") { name } }', 'query ($name: String!) { __type(name: $name) { fields { name } } }', '{ ...F } fragment F on Query { __schema { types { name } } }']) {
      const asked = await api.ask(text, 'amara', { name: 'Note' });
      expect([asked.status, asked.code, asked.data]).toEqual([400, 'BAD_USER_INPUT', undefined]);
    }
    const page = await fetch(`${api.url}/graphql`, { headers: { accept: 'text/html' } });
    expect([page.status, page.headers.get('content-type')]).toEqual([400, 'application/json; charset=utf-8']);
    expect((await api.ask('{ note(id: "a1") { id } }')).data).toEqual({ note: { id: 'a1' } });
  });
});
