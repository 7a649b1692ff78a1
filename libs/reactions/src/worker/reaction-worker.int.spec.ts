import { deadLetters, replayDeadLetters } from '../index.js';
import { ACME, done, gate, GLOBEX, PostOffice, until, type Post } from './post-office.fixtures.js';

jest.setTimeout(120_000);
let office: PostOffice;
beforeEach(async () => { office = await PostOffice.open(); await office.reader(); });
afterEach(() => office?.close());

describe('an effect', () => {
  it('is brought about with its tenant, its place and its id', async () => {
    office.worker();
    await office.say(ACME, 'ann', 'hello');
    await office.allEnded();
    expect(office.sent).toEqual([expect.objectContaining({ tenant: ACME, position: 1, payload: { word: 'hello', to: 'ann' }, attempt: 1, id: expect.stringMatching(/^[0-9a-f]{32}$/) })]);
    expect(await office.rows()).toEqual([{ state: 'DONE', attempts: 1, note: null }]);
  });

  it('that was recorded before everything stopped is brought about afterwards', async () => {
    await office.say(ACME, 'ann', 'hello'); // no worker runs
    await until(async () => (await office.rows()).length === 1);
    expect(office.sent).toEqual([]);
    office.worker();
    await office.allEnded();
    expect(office.words()).toEqual(['hello']);
  });

  it('is tried again under the same id, later each time, and given up at the end of its schedule', async () => {
    const at: number[] = [];
    office.worker(() => { at.push(performance.now()); return { outcome: 'failed', reason: 'nobody at home' }; }, {}, office.here.database, { schedule: [100, 400] });
    await office.say(ACME, 'ann', 'hello');
    await office.allEnded();
    expect(office.sent.map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
    expect(new Set(office.sent.map(({ id }) => id)).size).toBe(1);
    expect(at[1]! - at[0]!).toBeGreaterThanOrEqual(79); // a fifth less than 100, and a timer's rounding
    expect(at[2]! - at[1]!).toBeGreaterThanOrEqual(319);
    expect(office.endings.map(({ state }) => state)).toEqual(['DUE', 'DUE', 'DEAD']);
    expect(await deadLetters(office.here.database, ACME, { max: 9 })).toEqual([expect.objectContaining({
      policy: 'when-something-is-said-pass-it-on', position: 1, kind: 'effect', name: 'letter', lane: 'ann', attempts: 3, reason: 'nobody at home', id: office.sent[0]!.id,
    })]);
    expect(await deadLetters(office.here.database, GLOBEX, { max: 9 })).toEqual([]);
  });

  it('is given up at once where no other attempt would end otherwise, and a fault is a failure', async () => {
    office.worker(({ payload: { word } }) => {
      if (word === 'gone') return { outcome: 'failed', reason: '410', isFinal: true };
      throw new RangeError('too far');
    });
    await office.say(ACME, 'ann', 'gone', 'broken');
    await office.allEnded(2);
    expect((await office.rows()).map(({ attempts, note }) => [attempts, note])).toEqual([[1, '410'], [3, 'RangeError: too far']]);
  });

  it('may be put off without being counted', async () => {
    let times = 0;
    office.worker(() => ((times += 1) <= 5 ? { outcome: 'later', reason: 'it is night', wait: 1 } : { outcome: 'done' }), {}, office.here.database, { schedule: [] });
    await office.say(ACME, 'ann', 'hello');
    await office.allEnded();
    expect([office.sent.length, await office.rows()]).toEqual([6, [expect.objectContaining({ state: 'DONE', attempts: 1 })]]);
  });

  it('is brought about again when its dead letter is replayed: that one, under its old id, with the whole schedule before it', async () => {
    let isHome = false;
    office.worker(() => (isHome ? { outcome: 'done' } : { outcome: 'failed', reason: 'nobody at home' }));
    await office.say(ACME, 'ann', 'hello', 'again');
    await office.allEnded(2);
    const ids = new Map(office.sent.map(({ payload: { word }, id }) => [word, id]));
    isHome = true;
    office.sent = [];
    expect(await replayDeadLetters(office.here.database, GLOBEX, { id: ids.get('again')! })).toBe(0); // another tenant's
    expect(await replayDeadLetters(office.here.database, ACME, { id: ids.get('again')! })).toBe(1);
    await until(async () => (await office.rows()).some(({ state }) => state === 'DONE'));
    expect(office.sent.map(({ id, attempt }) => [id, attempt])).toEqual([[ids.get('again'), 1]]);
    expect((await office.rows()).map(({ state }) => state)).toEqual(['DEAD', 'DONE']);
    expect(await replayDeadLetters(office.here.database, ACME, { name: 'letter' })).toBe(1);
    await until(async () => (await office.rows()).every(({ state }) => state === 'DONE'));
  });
});

describe('a lane that hangs', () => {
  it('holds up no other, and its next letter waits its turn', async () => {
    const { open, opening } = gate();
    office.worker(async ({ payload: { to } }) => {
      if (to === 'deaf') await opening;
      return { outcome: 'done' };
    });
    await office.say(ACME, 'deaf', 'd1', 'd2');
    await office.say(ACME, 'ann', 'a1', 'a2', 'a3');
    await office.say(GLOBEX, 'bob', 'b1');
    await office.allEnded(4);
    expect(office.words()).toEqual(['a1', 'a2', 'a3', 'b1', 'd1']);
    open();
    await office.allEnded(6);
    expect(office.words()).toEqual(['a1', 'a2', 'a3', 'b1', 'd1', 'd2']);
  });
});

describe('a worker that stops', () => {
  it('lets end what is under way, and begins nothing more', async () => {
    const begun = gate();
    const worker = office.worker(async () => {
      begun.open();
      await new Promise((resolve) => setTimeout(resolve, 1_500)); // longer than what is broken off may take to end
      return { outcome: 'done' };
    }, { patience: 60_000 });
    await office.say(ACME, 'ann', 'first', 'second');
    await begun.opening;
    await worker.stop();
    expect([office.words(), (await office.rows()).map(({ state }) => state)]).toEqual([['first'], ['DONE', 'DUE']]);
  });

  it.each<[string, Post]>([
    ['obeys', ({ signal }) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))))],
    ['does not', () => new Promise(() => {})],
  ])('breaks off what lasts, whether it %s: not counted, and made at once by another, under the same id', async (_, hangs) => {
    const begun = gate();
    const leaving = office.worker((letter) => { begun.open(); return hangs(letter); }, { patience: 50 }, office.here.database, { schedule: [] });
    await office.say(ACME, 'ann', 'hello');
    await begun.opening;
    await leaving.stop();
    expect(await office.rows()).toEqual([{ state: 'DUE', attempts: 0, note: 'broken off: the process was leaving' }]);
    office.worker(done, {}, office.here.database, { schedule: [] });
    await office.allEnded();
    expect(office.sent.map(({ id, attempt }) => [id, attempt])).toEqual([[office.sent[0]!.id, 1], [office.sent[0]!.id, 1]]);
  });
});

describe('several workers', () => {
  it('never try the same twice', async () => {
    const others = [office.elsewhere(), office.elsewhere()];
    for (const database of [office.here.database, ...others]) office.worker(done, {}, database, { width: 4 });
    const all = Array.from({ length: 60 }, (_, number) => `w${number}`);
    await Promise.all([ACME, GLOBEX].map((tenant) => office.say(tenant, 'ann', ...all)));
    await office.allEnded(120);
    expect(office.sent.length).toBe(120);
    expect((await office.rows()).every(({ state, attempts }) => state === 'DONE' && attempts === 1)).toBe(true);
  });

  it('take over what one had begun when it died, under the same id', async () => {
    const dying = office.elsewhere();
    const begun = gate();
    const never = gate();
    const zombie = office.worker(async () => { begun.open(); await never.opening; return { outcome: 'done', note: 'by the zombie' }; }, { lease: 2_000, limit: 100 }, dying);
    await office.say(ACME, 'ann', 'hello');
    await begun.opening;
    office.worker(() => ({ outcome: 'done', note: 'by the other' }));
    await office.allEnded();
    expect(office.sent.length).toBe(2);
    expect(office.sent[1]!.attempt).toBeGreaterThan(office.sent[0]!.attempt);
    expect(office.sent[1]!.id).toBe(office.sent[0]!.id);
    never.open(); // it was not dead, only frozen: it has nothing to say any more
    await zombie.stop();
    expect(await office.rows()).toEqual([expect.objectContaining({ state: 'DONE', note: 'by the other' })]);
  });

  it('give up what ends the process each time it is tried', async () => {
    await office.say(ACME, 'ann', 'deadly');
    await until(async () => (await office.rows()).length === 1);
    await office.here.admin.query('UPDATE react.reaction SET attempts = 3'); // begun three times, and nobody lived to tell
    office.worker();
    await office.allEnded();
    expect([office.sent, (await office.rows())[0]]).toEqual([[], expect.objectContaining({ state: 'DEAD', note: expect.stringMatching(/ended during the last of 3 attempts/) })]);
  });
});

describe('a command', () => {
  it('is executed once, under the circumstances of its policy', async () => {
    office.worker();
    await office.say(ACME, 'log', 'hello');
    await office.allEnded();
    const [event] = await office.here.store.readStream(ACME, 'echo');
    expect(event).toMatchObject({ data: { word: 'hello' }, actor: 'system:when-something-is-said-pass-it-on', correlation: 'spec', causation: '1', requestKey: expect.stringMatching(/^reaction:[0-9a-f]{32}$/) });
    expect((await office.rows())[0]).toMatchObject({ state: 'DONE', note: 'position 2' });
  });

  it('is executed once though its answer was lost', async () => {
    let lost = 2;
    office.command.after = async () => { if ((lost -= 1) >= 0) throw new Error('the connection is gone'); };
    office.worker();
    await office.say(ACME, 'log', 'hello');
    await office.allEnded();
    expect([(await office.here.store.readStream(ACME, 'echo')).length, (await office.rows())[0]?.state]).toEqual([1, 'DONE']);
    expect(lost).toBe(-1);
  });

  it('that is refused has its answer, and is not tried again', async () => {
    office.worker();
    await office.say(ACME, 'log', 'no');
    await office.allEnded();
    expect(await office.rows()).toEqual([expect.objectContaining({ state: 'DONE', attempts: 1, note: 'refused: NotThatWord' })]);
  });
});

it('forgets what was done long ago, and keeps dead letters', async () => {
  office.worker(({ payload: { word } }) => (word === 'dead' ? { outcome: 'failed', reason: 'no', isFinal: true } : { outcome: 'done' }));
  await office.say(ACME, 'ann', 'dead', 'old', 'young');
  await office.allEnded(3);
  await office.here.admin.query(`UPDATE react.reaction SET ended_at = ended_at - interval '31 days' WHERE payload->>'word' <> 'young'`);
  office.worker();
  await until(async () => (await office.rows()).length === 2);
  expect((await office.rows()).map(({ state }) => state).sort()).toEqual(['DEAD', 'DONE']);
});
