import { collectSpans } from '../testing.js';
import { incoming, inSpanOf, inSpanOfEach, openSpan, readTraceparent, spanUnderWay, traceOf, traceparentOf } from '../index.js';

const UUID = '4bf92f35-77b3-4da6-a3ce-929d0e0e4736';
const OTHER = 'import-of-2026-01-31';

describe('the trace of a correlation', () => {
  it('is its own digits where it has as many', () => {
    expect(traceOf(UUID).traceId).toBe('4bf92f3577b34da6a3ce929d0e0e4736');
    expect(traceOf('4BF92F3577B34DA6A3CE929D0E0E4736').traceId).toBe('4bf92f3577b34da6a3ce929d0e0e4736');
  });

  it('is the same everywhere, and another for another', () => {
    // Written down, because processes of two releases must agree.
    expect(traceparentOf(OTHER)).toBe('00-007aeb80bc0c6dfb6289a1089b86945c-b5bfd7b36053f037-01');
    expect(new Set([OTHER, 'import-of-2026-02-28', UUID, '0'.repeat(32)].map(traceparentOf)).size).toBe(4);
    for (const correlation of [OTHER, UUID, '0'.repeat(32)]) expect(traceparentOf(correlation)).toMatch(/^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-01$/);
  });

  it('is read from the header of a caller, unless it makes no sense', () => {
    expect(readTraceparent(traceparentOf(UUID))).toEqual(traceOf(UUID));
    for (const header of [undefined, '', 'x', `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`, `00-4bf92f3577b34da6a3ce929d0e0e4736-${'0'.repeat(16)}-01`, `ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01`,
      '00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01', ['00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01']]) expect(readTraceparent(header)).toBeUndefined();
  });
});

describe('a request', () => {
  const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
  const caller = readTraceparent(traceparent);

  it('is known by the name it brings, else by the trace it is part of, else by one of ours', () => {
    expect(incoming({ 'x-correlation-id': OTHER })).toEqual({ correlation: OTHER, caller: 'offered' });
    expect(incoming({ traceparent })).toEqual({ correlation: '4bf92f3577b34da6a3ce929d0e0e4736', caller });
    expect(incoming({ traceparent, 'x-correlation-id': UUID })).toEqual({ correlation: UUID, caller });
    expect(incoming({ traceparent, 'x-correlation-id': OTHER })).toEqual({ correlation: OTHER, caller: 'offered' });
    expect(incoming({})).toEqual({ correlation: expect.stringMatching(/^[0-9a-f-]{36}$/), caller: undefined });
    expect(incoming({ 'x-correlation-id': 'not a name' })).toEqual({ correlation: expect.stringMatching(/^[0-9a-f-]{36}$/), caller: undefined });
  });
});

const nothing = { attributes: {}, failed: false };

it('makes no span, and no difference, where nobody collects them', async () => {
  expect(await inSpanOf(UUID, 'work', () => 7)).toBe(7);
  await expect(inSpanOfEach([{ correlation: UUID, recordedAt: new Date().toISOString() }], 'work', () => Promise.reject(new RangeError('no')))).rejects.toThrow(RangeError);
  expect(openSpan(UUID, 'request').within(() => 'x')).toBe('x');
});

describe('spans', () => {
  let collected: Awaited<ReturnType<typeof collectSpans>>;
  beforeAll(async () => { collected = await collectSpans(); });
  afterAll(() => collected.stop());
  /** What came since the last look, in order of ending. */
  let seen = 0;
  const news = () => {
    const all = collected.spans();
    const fresh = all.slice(seen);
    seen = all.length;
    return fresh;
  };

  it('of one correlation hang together, though nobody passed anything on', async () => {
    const request = openSpan(UUID, 'request');
    await request.within(async () => {
      await new Promise(setImmediate);
      spanUnderWay().rename('graphql mutation');
      await inSpanOf(UUID, 'append', () => {}, { 'vouchsafe.events': 2 });
    });
    request.note({ code: 'OK' });
    request.end();
    await inSpanOf(UUID, 'elsewhere', () => {}); // another process knows the correlation, and no more
    const { traceId, spanId } = traceOf(UUID);
    expect(news()).toEqual([
      { ...nothing, name: 'append', traceId, spanId: expect.any(String), parentSpanId: spanId, attributes: { 'vouchsafe.events': 2 } },
      { ...nothing, name: 'graphql mutation', traceId, spanId, parentSpanId: undefined, attributes: { code: 'OK' } },
      { ...nothing, name: 'elsewhere', traceId, spanId: expect.any(String), parentSpanId: spanId },
    ]);
  });

  it('continue the trace of a caller', () => {
    const caller = { traceId: '4bf92f3577b34da6a3ce929d0e0e4736', spanId: '00f067aa0ba902b7' };
    openSpan(caller.traceId, 'request', caller).end();
    openSpan(OTHER, 'request', 'offered').end();
    const [one, two] = news();
    expect(one).toMatchObject({ traceId: caller.traceId, parentSpanId: caller.spanId });
    expect(two).toMatchObject({ traceId: traceOf(OTHER).traceId, parentSpanId: traceOf(OTHER).spanId });
    expect(two!.spanId).not.toBe(traceOf(OTHER).spanId); // a caller may send one correlation with several requests
  });

  it('of another correlation do not hang from the one under way', async () => {
    await inSpanOf(UUID, 'one', () => inSpanOf(OTHER, 'other', () => {}));
    expect(news().map(({ name, traceId }) => [name, traceId])).toEqual([['other', traceOf(OTHER).traceId], ['one', traceOf(UUID).traceId]]);
  });

  it('of a batch are one for each trace, of what was recorded lately', async () => {
    const now = new Date().toISOString();
    const of = (correlation: string, recordedAt = now) => ({ correlation, recordedAt });
    await inSpanOfEach([of(UUID), of(OTHER), of(UUID), of('long ago', '2020-01-01T00:00:00.000Z')], 'fold', () => {});
    await inSpanOfEach(Array.from({ length: 100 }, (_, index) => of(`c${index}`)), 'fold many', () => {});
    const spans = news();
    expect(spans.filter(({ name }) => name === 'fold').map(({ traceId, attributes }) => [traceId, attributes])).toEqual([UUID, OTHER].map((correlation) => [traceOf(correlation).traceId, { 'vouchsafe.events': 4 }]));
    expect(spans.filter(({ name }) => name === 'fold many')).toHaveLength(32);
  });

  it('that fail say the kind of the error and not its words', async () => {
    await expect(inSpanOf(UUID, 'one', () => Promise.reject(new RangeError('amara@example.org')))).rejects.toThrow(RangeError);
    await expect(inSpanOfEach([{ correlation: UUID, recordedAt: new Date().toISOString() }], 'many', () => Promise.reject(new TypeError('amara@example.org')))).rejects.toThrow(TypeError);
    const spans = news();
    expect(spans.map(({ failed, attributes }) => [failed, attributes['error.type']])).toEqual([[true, 'RangeError'], [true, 'TypeError']]);
    expect(JSON.stringify(spans)).not.toContain('amara');
  });
});
