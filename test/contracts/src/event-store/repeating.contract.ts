import type { Append } from '@vouchsafe/event-store';
import { anAppend, anEvent, aWrite } from '@vouchsafe/event-store/testing';
import { range, type Subject } from './event-store.contract.js';

export const repeating = ({ store, another, tenant }: Subject): void => describe('repeats', () => {
  const request = anAppend([aWrite('a', [anEvent(1), anEvent(2)]), aWrite('b', [anEvent(3)], { expected: 'none' })], { requestKey: 'k' });

  it('a request to its recorded result, without writing again', async () => {
    const acme = await tenant();
    const first = await store().append(acme, request);
    expect(first).toMatchObject({ outcome: 'appended', position: 3, versions: [2, 1], replayed: false });
    await store().append(acme, anAppend(aWrite('a')));
    for (const process of [store(), another()]) expect(await process.append(acme, request)).toEqual({ ...first, replayed: true });
    expect((await store().head(acme)).position).toBe(4);
  });

  it('requests that come at once, one of which writes', async () => {
    const acme = await tenant();
    const results = await Promise.all(range(1, 50).map((n) => [store(), another()][n % 2]!.append(acme, request)));
    expect(results.filter((result) => result.outcome === 'appended' && !result.replayed)).toHaveLength(1);
    expect(new Set(results.map((result) => result.outcome === 'appended' && `${result.position} ${result.versions.join()} ${result.recordedAt}`)).size).toBe(1);
    expect((await store().head(acme)).position).toBe(3);
  });

  it('a conflict, though the stream has come to fit since', async () => {
    const acme = await tenant();
    const early = anAppend(aWrite('s', [anEvent()], { expected: 1 }));
    expect(await store().append(acme, early)).toMatchObject({ outcome: 'conflict', actual: 0, replayed: false });
    await store().append(acme, anAppend(aWrite('s')));
    expect(await store().append(acme, early)).toMatchObject({ outcome: 'conflict', stream: 's', actual: 0, replayed: true });
    expect((await store().head(acme)).position).toBe(1);
  });

  it('but leaves the key free after a conflict that its writer calls passing', async () => {
    const acme = await tenant();
    const early = anAppend(aWrite('s', [anEvent()], { expected: 1 }), { conflictIsFinal: false });
    expect(await store().append(acme, early)).toMatchObject({ outcome: 'conflict' });
    expect(await store().recorded(acme, early.requestKey, 'anything')).toBeUndefined();
    await store().append(acme, anAppend(aWrite('s')));
    expect(await store().append(acme, early)).toMatchObject({ outcome: 'appended', position: 2, replayed: false });
  });

  it('the refusal of a closed stream', async () => {
    const acme = await tenant();
    await store().append(acme, anAppend(aWrite('s', [anEvent()], { closes: true })));
    const late = anAppend(aWrite('s'));
    expect(await store().append(acme, late)).toMatchObject({ outcome: 'closed', replayed: false });
    expect(await store().append(acme, late)).toMatchObject({ outcome: 'closed', stream: 's', actual: 1, replayed: true });
  });

  it('an append of nothing', async () => {
    const acme = await tenant();
    const nothing = anAppend(aWrite('s', []));
    await store().append(acme, nothing);
    await store().append(acme, anAppend(aWrite('s')));
    expect(await store().append(acme, nothing)).toMatchObject({ outcome: 'appended', position: 0, versions: [0], replayed: true });
  });

  const [a, b] = request.writes as [Append['writes'][number], Append['writes'][number]];
  const others: [string, Partial<Append>][] = [
    ['other data', { writes: [a, { ...b, events: [anEvent(4)] }] }], ['another order of events', { writes: [{ ...a, events: [...a.events].reverse() }, b] }],
    ['another order of streams', { writes: [b, a] }], ['fewer events', { writes: [{ ...a, events: a.events.slice(0, 1) }, b] }], ['more events', { writes: [{ ...a, events: [...a.events, anEvent(9)] }, b] }],
    ['fewer streams', { writes: [a] }], ['another stream', { writes: [a, { ...b, stream: 'c' }] }], ['another expectation', { writes: [a, { ...b, expected: 'any' }] }],
    ['another type', { writes: [a, { ...b, events: [anEvent(3, { type: 'Other' })] }] }], ['another version', { writes: [a, { ...b, events: [anEvent(3, { schemaVersion: 2 })] }] }],
    ['another day', { writes: [a, { ...b, events: [anEvent(3, { occurredOn: '2026-03-02' })] }] }], ['closing', { writes: [a, { ...b, closes: true }] }],
  ];
  it.each(others)('but refuses the key for %s', async (_what, other) => {
    const acme = await tenant();
    await store().append(acme, request);
    expect(await another().append(acme, { ...request, ...other })).toEqual({ outcome: 'key-reused' });
    expect((await store().head(acme)).position).toBe(3);
  });

  it('and refuses it among requests that travel together', async () => {
    const acme = await tenant();
    const results = await Promise.all([...range(1, 5).map(() => anAppend(aWrite('z'))), request, { ...request, writes: [a] }, request].map((append) => store().append(acme, append)));
    expect(results.slice(-3).map((result) => [result.outcome, 'replayed' in result && result.replayed])).toEqual([['appended', false], ['key-reused', false], ['appended', true]]);
  });

  it('what the caller says the key stands for, though the append came out differently', async () => {
    const acme = await tenant();
    const content = { command: 'record', input: { n: 1 } };
    const first = await store().append(acme, anAppend(aWrite('s', [anEvent(1)]), { requestKey: 'k', content }));
    expect(await store().recorded(acme, 'k', { input: { n: 1 }, command: 'record' })).toEqual({ ...first, replayed: true });
    expect(await store().append(acme, anAppend(aWrite('s', [anEvent(2)]), { requestKey: 'k', content }))).toEqual({ ...first, replayed: true });
    expect(await store().recorded(acme, 'k', { command: 'record', input: { n: 2 } })).toEqual({ outcome: 'key-reused' });
    expect(await store().recorded(acme, 'unknown', content)).toBeUndefined();
  });

  it('nothing across tenants: keys are each tenant’s own', async () => {
    const [acme, globex] = [await tenant(), await tenant()];
    await store().append(acme, request);
    expect(await store().append(globex, request)).toMatchObject({ outcome: 'appended', position: 3, replayed: false });
    expect(await store().recorded(await tenant(), 'k', 'anything')).toBeUndefined();
  });
});
