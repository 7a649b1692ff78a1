import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addDays } from '@vouchsafe/event-schema';
import { anInstallation, employees, eventually, type Installation, newKey, PATIENCE_MS, peopleFile, type Person, signedIn, vouchsafe, vouchsafeJson } from '@vouchsafe/test-support';
import { inABrowser } from './in-a-browser.js';
import { GRAPH, REPORT, type Review, type Graph, type Report } from './questions.js';

// The README's tour, in its order, by the very commands and operations that it names.

jest.setTimeout(2 * PATIENCE_MS);

const today = new Date().toISOString().slice(0, 10);

let installation: Installation;
beforeAll(async () => {
  installation = await anInstallation({ sample: true });
  await installation.start();
});
afterAll(() => installation?.remove());

describe('an organization that was just registered', () => {
  const [JANUARY, FEBRUARY] = ['2026-01-31', '2026-02-28'];
  const people = employees(12);
  let file: string;
  let operator: Person;
  let januaryAsKnownThen: { asKnownAt: string; answer: string };

  const importing = (path: string, asOf: string, ...options: string[]) =>
    ['import', 'people', path, '--organization', 'northwind', '--profile', 'hr', '--as-of', asOf, ...options];
  const written = async (name: string, text: string): Promise<string> => {
    const path = join(installation.home, name);
    await writeFile(path, text);
    return path;
  };

  it('is registered, once', async () => {
    const register = (name: string) => ['organizations', 'register', name, '--handle', 'northwind', '--group', 'northwind-group'];
    const registered = await vouchsafeJson(installation, register('Northwind Harbour'));
    expect(registered).toEqual({ id: expect.stringMatching(/^[0-9a-f-]{36}$/), handle: 'northwind', name: 'Northwind Harbour' });
    expect(await vouchsafeJson(installation, register('Northwind Harbour'))).toEqual(registered); // the same again is the same organization
    expect(await vouchsafeJson(installation, register('Southwind'), { status: 3 })).toEqual({ refusal: { name: expect.any(String), message: expect.stringMatching(/\.$/) } });
    expect(await vouchsafeJson(installation, ['organizations', 'list'])).toEqual(expect.arrayContaining([expect.objectContaining({ handle: 'northwind' }), expect.objectContaining({ handle: 'harbourline' })]));
    operator = signedIn(installation.origin, 'operator@northwind.example');
  });

  it('sees what a people file would change, row by row, and nothing changes', async () => {
    file = await written('january.csv', `${peopleFile(people)}13,Nobody,p13@northwind.example,Analyst,Analyst,Operations,Fleet,1,31/12/2019,,\n`);
    const rejected = join(installation.home, 'rejected.csv');
    const review = await vouchsafeJson<Review>(installation, importing(file, JANUARY, '--dry-run', '--rejected', rejected));
    expect(review).toMatchObject({
      file: 'january.csv', profile: 'hr', asOf: JANUARY, dryRun: true, state: 'STAGED', rows: 13, posts: 12, holders: 12, tops: 1, units: 2,
      verdicts: { BAD_DATE: 1 }, changes: { postsOpened: 12, personsJoined: 12, postsClosed: 0, personsLeft: 0 },
      leave: { holdersBefore: 0, leaving: 0, stoppedBy: null }, rejected: [{ line: 14, column: 'startDate', code: 'BAD_DATE' }], refusals: [],
    });
    expect((await operator.asks<Graph>(GRAPH)).orgGraph.figures.posts).toBe(0);
  });

  it('takes over all rows or none where that is asked', async () => {
    const review = await vouchsafeJson<Review>(installation, importing(file, JANUARY, '--strict'), { status: 3 });
    expect(review).toMatchObject({ state: 'REFUSED', refusals: [{ name: 'RowsWereRejected', message: expect.stringMatching(/\.$/) }] });
    expect((await operator.asks<Graph>(GRAPH)).orgGraph.figures.posts).toBe(0);
  });

  it('confirms the file, and the same file again changes nothing', async () => {
    const confirmed = await vouchsafeJson<Review>(installation, importing(file, JANUARY));
    expect(confirmed).toMatchObject({ state: 'CONFIRMED', dryRun: false, changes: { postsOpened: 12, personsJoined: 12 }, refusals: [] });
    const before = await operator.tries(GRAPH, { asOf: JANUARY, after: String(confirmed.position) });
    expect(before.data).toMatchObject({ orgGraph: { figures: { posts: 12, holders: 12, tops: 1, belowAHole: 0 } } });

    const again = await vouchsafeJson<Review>(installation, importing(file, JANUARY));
    expect(again).toMatchObject({ state: 'CONFIRMED', changes: { postsOpened: 0, postsClosed: 0, postsKept: 12, lineChanged: 0, unitChanged: 0, levelChanged: 0, personsJoined: 0, personsLeft: 0 } });
    const after = await operator.tries(GRAPH, { asOf: JANUARY, after: String(again.position) });
    expect(after.text).toBe(before.text);
    januaryAsKnownThen = { asKnownAt: new Date().toISOString(), answer: after.text };
  });

  it('is guarded against a file that would end more than a quarter of its people', async () => {
    const path = await written('half.csv', peopleFile(people.slice(0, 6)));
    expect(await vouchsafeJson<Review>(installation, importing(path, FEBRUARY), { status: 3 })).toMatchObject({
      state: 'REFUSED', leave: { holdersBefore: 12, leaving: 6, share: 0.5, stoppedBy: 'TooManyWouldLeave' }, refusals: [{ name: 'TooManyWouldLeave' }],
    });
  });

  it('answers the past after the next file: as of a day, and as it was known', async () => {
    // One leaves, one is moved to another unit and another manager, one joins.
    const next = [...people.slice(0, 11).map((one) => (one.employeeId === '11' ? { ...one, managerId: '1', unit: 'Quay' } : one)), { employeeId: '14', managerId: '1', unit: 'Quay' }];
    const path = await written('february.csv', peopleFile(next));
    const review = await vouchsafeJson<Review>(installation, importing(path, FEBRUARY));
    expect(review).toMatchObject({ state: 'CONFIRMED', changes: { postsOpened: 1, postsClosed: 1, postsKept: 11, lineChanged: 1, unitChanged: 1, personsJoined: 1, personsLeft: 1 }, leave: { leaving: 1 } });

    const after = String(review.position);
    const now = await operator.asks<Graph>(GRAPH, { asOf: FEBRUARY, after });
    expect(now.orgGraph.figures.posts).toBe(12);
    const januaryNow = await operator.tries<Graph>(GRAPH, { asOf: JANUARY, after });
    expect(januaryNow.text).toBe(januaryAsKnownThen.answer);
    expect((await operator.tries(GRAPH, { asOf: JANUARY, asKnownAt: januaryAsKnownThen.asKnownAt, after })).text).toBe(januaryAsKnownThen.answer);
    // Of February nothing was known then: what held in January was all there was.
    const februaryAsKnownThen = await operator.asks<Graph>(GRAPH, { asOf: FEBRUARY, asKnownAt: januaryAsKnownThen.asKnownAt, after });
    expect(februaryAsKnownThen.orgGraph).toEqual((JSON.parse(januaryAsKnownThen.answer) as { data: Graph }).data.orgGraph);
    expect(februaryAsKnownThen.orgGraph).not.toEqual(now.orgGraph);
  });
});

describe('a sponsorship, from proposal to report', () => {
  const period = { from: addDays(today, -365), to: addDays(today, 1) };
  let sponsor: Person;
  let protege: Person;
  let lead: Person;
  let place: { programId: string; cohortId: string; personId: string };
  let commitmentId: string;
  let actionId: string;
  let outcomeId: string;
  let after: string;
  let noted: { asKnownAt: string; text: string };

  const accepted = async (doing: Promise<{ readonly __typename: string; readonly position?: string } & Readonly<Record<string, unknown>>>, typename: string) => {
    const result = await doing;
    expect(result).toMatchObject({ __typename: typename, position: expect.stringMatching(/^\d+$/) });
    after = result.position!;
    return result;
  };
  const report = async (more: Record<string, unknown> = {}) => {
    const answer = await lead.tries<{ programAnalytics: { parts: Report[] } }>(REPORT, { programId: place.programId, period, ...more });
    expect(answer).toMatchObject({ status: 200, errors: [] });
    return { text: answer.text, ...answer.data!.programAnalytics.parts[0]! };
  };
  const recorded = ({ advocacy }: Report, wanted: string): number => {
    const { confirmed, unconfirmed } = advocacy.acts.find(({ act }) => act === wanted)!;
    return confirmed.value + unconfirmed.value;
  };

  beforeAll(async () => {
    const as = (name: string): Person => signedIn(installation.origin, `${name}@harbourline.example`);
    [sponsor, protege, lead] = [as('amara.okafor'), as('mei.tanaka'), as('chloe.martin')];
    const { myEnrolments } = await protege.asks<{ myEnrolments: typeof place[] }>('{ myEnrolments { programId cohortId personId } }');
    place = myEnrolments[0]!;
  });

  it('is proposed by the protégé, and in force once both have signed the same version', async () => {
    const { myEnrolments } = await sponsor.asks<{ myEnrolments: { personId: string }[] }>('{ myEnrolments { personId } }');
    const proposed = await accepted(protege.does('proposeCommitment', {
      requestKey: newKey(), programId: place.programId, cohortId: place.cohortId, sponsorId: myEnrolments[0]!.personId, protegeId: place.personId,
      objective: 'Lead the retail risk programme.', cadence: { kind: 'MONTHLY' }, termStart: today, termEnd: addDays(today, 360),
      pledges: [
        { side: 'SPONSOR', pledged: { behaviour: 'NOMINATE' }, times: 1, dueOn: addDays(today, 180) },
        { side: 'PROTEGE', pledged: { deliverable: 'A plan for the first hundred days' }, dueOn: addDays(today, 90) },
      ],
    }, '... on CommitmentProposed { commitmentId version position }'), 'CommitmentProposed');
    commitmentId = proposed['commitmentId'] as string;

    const sign = (person: Person, version: number) => person.does('signCommitment', { requestKey: newKey(), commitmentId, version }, '... on CommitmentSigned { position }');
    expect(await sign(sponsor, 2)).toMatchObject({ __typename: 'VersionHasChanged', message: expect.stringMatching(/\.$/) });
    const status = async () => (await protege.asks<{ commitment: { status: string } }>('query ($id: ID!, $after: Position) { commitment(id: $id, after: $after) { status } }', { id: commitmentId, after })).commitment.status;
    await accepted(sign(protege, 1), 'CommitmentSigned');
    expect(await status()).toBe('PROPOSED');
    await accepted(sign(sponsor, 1), 'CommitmentSigned');
    expect(await status()).toBe('ACTIVE');
  });

  it('is logged by the sponsor in one short mutation, and keeps the pledge that it names', async () => {
    const pledgesOf = async () => (await sponsor.asks<{ commitment: { pledges: { pledgeId: string; side: string; status: string }[] } }>(
      'query ($id: ID!, $after: Position) { commitment(id: $id, after: $after) { pledges { pledgeId side status } } }', { id: commitmentId, after })).commitment.pledges;
    const { pledgeId } = (await pledgesOf()).find(({ side }) => side === 'SPONSOR')!;
    const recorded = await accepted(sponsor.does('recordAdvocacyAction', { requestKey: newKey(), commitmentId, behaviour: 'NOMINATE', forum: 'STAFFING', pledgeId }, '... on AdvocacyActionRecorded { actionId act position }'), 'AdvocacyActionRecorded');
    expect(recorded).toMatchObject({ act: 'BOOST' });
    actionId = recorded['actionId'] as string;
    expect((await pledgesOf()).find((pledge) => pledge.pledgeId === pledgeId)).toMatchObject({ status: 'KEPT' });
  });

  it('is confirmed by the protégé, and not by the sponsor', async () => {
    const confirm = (person: Person) => person.does('confirmAdvocacyAction', { requestKey: newKey(), commitmentId, actionId, as: 'PROTEGE' }, '... on AdvocacyActionConfirmed { position }');
    expect((await confirm(sponsor)).__typename).not.toBe('AdvocacyActionConfirmed');
    await accepted(confirm(protege), 'AdvocacyActionConfirmed');
  });

  it('has an outcome, which is linked to the action that it rests on', async () => {
    const recorded = await accepted(protege.does('recordOutcome', { requestKey: newKey(), personId: place.personId, kind: 'STRETCH_ASSIGNMENT', commitmentId }, '... on OutcomeRecorded { outcomeId position }'), 'OutcomeRecorded');
    outcomeId = recorded['outcomeId'] as string;
    await accepted(protege.does('linkOutcome', { requestKey: newKey(), outcomeId, commitmentId, actionId }, '... on OutcomeLinked { position }'), 'OutcomeLinked');
  });

  it('shows in the report of its programme', async () => {
    const before = await report({ asKnownAt: `${addDays(today, -1)}T12:00:00Z` });
    const now = await report({ after });
    noted = now;
    expect(now).toMatchObject({ programIds: [place.programId], coverage: { ofEnrolled: { state: 'VALUE' } }, position: after });
    expect(now.funnel).not.toEqual(before.funnel);
    expect(recorded(now, 'BOOST')).toBe(recorded(before, 'BOOST') + 1);
  });

  it('of last month is corrected: the report of today differs, and the past does not', async () => {
    const lastWeek = `${addDays(today, -7)}T00:00:00Z`;
    const asKnownLastWeek = await report({ asKnownAt: lastWeek });
    const { sponsorship } = await sponsor.asks<{ sponsorship: { advocacyActions: { edges: { node: { actionId: string; commitmentId: string; act: string; occurredOn: string } }[] } } }>(
      'query ($to: Date) { sponsorship { advocacyActions(first: 25, to: $to) { edges { node { actionId commitmentId act occurredOn } } } } }', { to: addDays(today, -32) });
    const { node: old } = sponsorship.advocacyActions.edges.find(({ node }) => node.act === 'BOOST')!;
    await accepted(sponsor.does('correctAdvocacyAction', {
      requestKey: newKey(), commitmentId: old.commitmentId, actionId: old.actionId, behaviour: 'INTRODUCE', forum: 'STAFFING', occurredOn: old.occurredOn,
      audience: 'DECISION_MAKERS', reason: 'It was an introduction.',
    }, '... on AdvocacyActionCorrected { act position }'), 'AdvocacyActionCorrected');

    const corrected = await report({ after });
    const then = (JSON.parse(noted.text) as { data: { programAnalytics: { parts: Report[] } } }).data.programAnalytics.parts[0]!;
    expect(recorded(corrected, 'BOOST')).toBe(recorded(then, 'BOOST') - 1);
    expect(recorded(corrected, 'CONNECT')).toBe(recorded(then, 'CONNECT') + 1);
    expect((await report({ asKnownAt: noted.asKnownAt })).text).toBe(noted.text);
    expect((await report({ asKnownAt: lastWeek })).text).toBe(asKnownLastWeek.text);
  });

  it('is proven by its log', async () => {
    const verdict = await vouchsafeJson(installation, ['verify', '--organization', 'harbourline']);
    expect(verdict).toEqual({ organization: 'harbourline', events: Number(after), head: Number(after), chain: expect.stringMatching(/^[0-9a-f]{64}$/), ok: true, problems: [] });
    const { status, out } = await vouchsafe(installation, ['log', '--organization', 'harbourline', '--from', String(Number(after) - 2), '--to', after]);
    expect(status).toBe(0);
    const lines = out.trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toHaveLength(3);
    for (const line of lines) {
      expect(Object.keys(line)).toEqual(['position', 'recordedAt', 'occurredOn', 'type', 'stream', 'version', 'data', 'actor', 'digest', 'chain']);
    }
    expect(lines.map(({ type }) => type)).toContain('AdvocacyActionCorrected');
    expect(lines.at(-1)).toMatchObject({ position: Number(after), chain: (verdict as { chain: string }).chain });
    const { stream } = lines.at(-1) as { stream: string };
    const ofStream = await vouchsafe(installation, ['log', '--organization', 'harbourline', '--stream', stream]);
    const streams = ofStream.out.trim().split('\n').map((line) => JSON.parse(line) as { stream: string; version: number });
    expect(streams.map(({ version }) => version)).toEqual(streams.map((_, index) => index + 1));
    expect(new Set(streams.map((line) => line.stream))).toEqual(new Set([stream]));
  });
});

describe('a group', () => {
  it('sees its members side by side, and whoever is not its executive sees nothing', async () => {
    const GROUP = `query ($period: PeriodInput!) { programAnalytics(period: $period) { ... on ProgramAnalytics { parts(first: 50) { organization { handle } programIds coverage { ofEnrolled { state } } breakdown(by: UNIT) { __typename } } } } }`;
    const period = { from: `${Number(today.slice(0, 4)) - 1}-01-01`, to: `${today.slice(0, 4)}-12-31` }; // leadership asks for whole quarters
    const executive = signedIn(installation.origin, 'grace.mensah@meridian.example');
    interface Part { organization: { handle: string }; coverage: { ofEnrolled: { state: string } }; breakdown: { __typename: string } }
    // Right after the first start the read models may still be on their way.
    const { programAnalytics: { parts } } = await eventually('the report', async () => {
      const answer = await executive.asks<{ programAnalytics: { parts?: Part[] } }>(GROUP, { period });
      return answer.programAnalytics.parts === undefined ? undefined : answer as { programAnalytics: { parts: Part[] } };
    }, { every: 1_000 });
    const handles = ['harbourline', 'linden-vale', 'torvald-reyes'];
    expect([...new Set(parts.map(({ organization }) => organization.handle))].sort()).toEqual(handles);
    for (const handle of handles) expect(parts.some(({ organization, coverage }) => organization.handle === handle && coverage.ofEnrolled.state === 'VALUE')).toBe(true);
    expect(new Set(parts.map(({ breakdown }) => breakdown.__typename))).toEqual(new Set(['BreakdownIsNotShared']));
    const other = await signedIn(installation.origin, 'mei.tanaka@harbourline.example').tries(GROUP, { period });
    expect(other).toMatchObject({ data: null, errors: [{ extensions: { code: 'NOT_FOUND' } }] });
  });
});

describe('the command', () => {
  const row = {
    projection: expect.any(String), version: expect.any(Number), organization: expect.any(String), position: expect.any(Number), head: expect.any(Number),
    lagEvents: expect.any(Number), lagSeconds: expect.any(Number), state: expect.stringMatching(/^(LIVE|BUILDING|PARKED)$/), reason: null,
  };
  type Row = { projection: string; state: string; lagEvents: number };

  it.each(['list', 'status'])('projections %s: every projection of every organization', async (name) => {
    const rows = await vouchsafeJson<Row[]>(installation, ['projections', name]);
    expect(rows.length).toBeGreaterThan(20);
    for (const one of rows) expect(one).toEqual(row);
  });

  it('projections rebuild: beside the live one, and queries move over', async () => {
    const rows = await vouchsafeJson<Row[]>(installation, ['projections', 'rebuild', 'commitment-overview']);
    for (const one of rows) expect(one).toEqual({ ...row, projection: 'commitment-overview' });
    await eventually('the rebuild to take over', async () => {
      const builds = (await vouchsafeJson<Row[]>(installation, ['projections', 'status'])).filter(({ projection }) => projection === 'commitment-overview');
      return builds.every(({ state, lagEvents }) => state === 'LIVE' && lagEvents === 0);
    }, { every: 2_000 });
    expect(await vouchsafeJson(installation, ['projections', 'rebuild', 'no-such-thing'], { status: 3 })).toMatchObject({ refusal: { name: 'NoSuchProjection' } });
  });

  it('token: who one is, in one document', async () => {
    expect(await vouchsafeJson(installation, ['token', '--as', 'amara.okafor@harbourline.example'])).toEqual({
      token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/), expiresAt: expect.stringMatching(/^\d{4}-.*Z$/), person: 'Amara Okafor', roles: ['SPONSOR'],
    });
    expect(await vouchsafeJson(installation, ['token', '--as', 'nobody@harbourline.example'], { status: 3 })).toMatchObject({ refusal: { name: 'NobodyOfThisAddress' } });
  });

  it.each([
    [2, ['verify']], [2, ['no-such-command']], [2, ['log', '--organization', 'harbourline', '--from', 'the beginning']],
    [2, ['import', 'people', '/nowhere/people.csv', '--organization', 'harbourline', '--as-of', '2026-01-31']],
    [2, ['import', 'people', 'README.md', '--organization', 'harbourline', '--as-of', 'yesterday']],
    [3, ['verify', '--organization', 'no-such-organization']], [0, ['import', 'people', '--help']],
  ])('ends with %i at %j, in words', async (expected, args) => {
    const { status, out, err } = await vouchsafe(installation, args);
    expect({ status, hasWords: (expected === 0 ? out : err).length > 20, hasStack: /^\s+at /m.test(err) }).toEqual({ status: expected, hasWords: true, hasStack: false });
  });
});

inABrowser(() => installation);
