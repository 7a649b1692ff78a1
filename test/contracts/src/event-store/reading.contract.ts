import { anAppend, anEvent, aWrite } from '@vouchsafe/event-store/testing';
import { range, wholeLog, type Subject } from './event-store.contract.js';
import { verifyExport } from './independent-verifier.js';

const positions = (events: readonly { position: number }[]) => events.map(({ position }) => position);

export const reading = ({ store, another, tenant, stranger }: Subject): void => describe('reads', () => {
  it('pages exactly, forwards', async () => {
    const acme = await tenant();
    for (const n of [7, 8, 10]) await store().append(acme, anAppend(aWrite(`s${n}`, range(1, n).map(() => anEvent())))); // boundaries of pages fall inside appends
    const read = async (after: number, max: number, upTo?: number) => positions(await store().read(acme, { after, max, ...(upTo === undefined ? {} : { upTo }) }));
    expect(await read(0, 10)).toEqual(range(1, 10));
    expect(await read(10, 10)).toEqual(range(11, 20));
    expect(await read(20, 10)).toEqual(range(21, 25));
    expect(await read(25, 10)).toEqual([]);
    expect(await read(99, 10)).toEqual([]);
    expect(await read(4, 1)).toEqual([5]);
    expect(await read(4, 10, 6)).toEqual([5, 6]);
    expect(await read(4, 1, 6)).toEqual([5]);
    expect(await read(6, 10, 6)).toEqual([]);
    expect(await read(4, 0)).toEqual([]);
  });

  it('pages exactly, backwards', async () => {
    const acme = await tenant();
    await store().append(acme, anAppend(aWrite('s', range(1, 25).map(() => anEvent()))));
    const read = async (max: number, before?: number) => positions(await store().readBackwards(acme, { max, ...(before === undefined ? {} : { before }) }));
    expect(await read(10)).toEqual(range(16, 25).reverse());
    expect(await read(10, 16)).toEqual(range(6, 15).reverse());
    expect(await read(10, 6)).toEqual(range(1, 5).reverse());
    expect(await read(10, 1)).toEqual([]);
    expect(await read(2, 99)).toEqual([25, 24]);
  });

  it('pages exactly, with proof, of the log and of one stream', async () => {
    const acme = await tenant();
    for (const n of range(1, 6)) await store().append(acme, anAppend(aWrite(n % 2 ? 'odd' : 'even', [anEvent({ n })])));
    expect(positions(await store().readProven(acme, { after: 2, max: 3 }))).toEqual([3, 4, 5]);
    expect(positions(await store().readProven(acme, { after: 1, max: 9, stream: 'odd' }))).toEqual([3, 5]);
    expect(positions(await store().readProven(acme, { after: 1, max: 1, stream: 'even' }))).toEqual([2]);
  });

  it('one stream, in order of version, from a version on', async () => {
    const acme = await tenant();
    for (const n of range(1, 6)) await store().append(acme, anAppend([aWrite('s', [anEvent({ n })]), aWrite(`other${n}`)]));
    expect((await store().readStream(acme, 's')).map(({ version, position }) => [version, position])).toEqual(range(1, 6).map((n) => [n, 2 * n - 1]));
    expect((await store().readStream(acme, 's', { afterVersion: 4 })).map(({ version }) => version)).toEqual([5, 6]);
    expect(await store().readStream(acme, 'none')).toEqual([]);
  });

  it('refuses to read from what is no position', async () => {
    const acme = await tenant();
    for (const after of [-1, 0.5, Number.NaN, 2 ** 53]) {
      await expect(store().read(acme, { after, max: 1 })).rejects.toThrow(RangeError);
      await expect(store().readProven(acme, { after, max: 1 })).rejects.toThrow(RangeError);
    }
  });

  it('sees later appends when it goes on, its own and those of others', async () => {
    const acme = await tenant();
    await store().append(acme, anAppend(aWrite('s')));
    expect(positions(await another().read(acme, { after: 0, max: 9 }))).toEqual([1]);
    await store().append(acme, anAppend(aWrite('s')));
    await another().append(acme, anAppend(aWrite('s', [anEvent()], { expected: 2 })));
    expect(positions(await another().read(acme, { after: 1, max: 9 }))).toEqual([2, 3]);
    expect(positions(await store().read(acme, { after: 1, max: 9 }))).toEqual([2, 3]);
    expect(await another().head(acme)).toEqual(await store().head(acme));
  });

  it('an empty log, and none', async () => {
    for (const empty of [await tenant(), stranger()]) {
      expect(await store().read(empty, { after: 0, max: 9 })).toEqual([]);
      expect(await store().readBackwards(empty, { max: 9 })).toEqual([]);
      expect(await store().readStream(empty, 's')).toEqual([]);
      expect(await store().positionAt(empty, '2026-01-01T00:00:00.000Z')).toBe(0);
    }
    expect((await store().head(await tenant())).position).toBe(0);
  });

  it('every circumstance as it was given', async () => {
    const acme = await tenant({ sample: true });
    const recordedAt = '2025-11-22T10:11:12.345Z';
    await store().append(acme, anAppend(aWrite('s', [anEvent({ n: 1 }, { type: 'Told', schemaVersion: 3, occurredOn: '1999-12-31' })]), {
      requestKey: 'key', actor: 'person:p1', correlation: 'c', causation: 'because', recordedAt,
    }));
    const [event] = await store().read(acme, { after: 0, max: 1 });
    expect(event).toEqual({
      tenant: acme, position: 1, stream: 's', version: 1, type: 'Told', schemaVersion: 3, data: { n: 1 }, occurredOn: '1999-12-31', recordedAt,
      actor: 'person:p1', requestKey: 'key', correlation: 'c', causation: 'because',
    });
    await store().append(acme, anAppend(aWrite('s')));
    expect((await store().read(acme, { after: 1, max: 1 }))[0]!.causation).toBeNull();
    expect((await store().readProven(acme, { after: 0, max: 1 }))[0]).toMatchObject({ ...event, dataText: '{"n":1}' });
  });

  it('keeps times to the millisecond and orders nothing by them', async () => {
    const acme = await tenant({ sample: true });
    const given = ['2025-01-01T00:00:00.001Z', '2025-01-01T00:00:00.002999Z', '2024-06-01T00:00:00.000Z', '2999-01-01T00:00:00.000Z'];
    const began = Date.now();
    for (const recordedAt of given) await store().append(acme, anAppend(aWrite('s'), { recordedAt }));
    const recorded = (await store().read(acme, { after: 0, max: 9 })).map(({ recordedAt }) => recordedAt);
    expect(recorded.slice(0, 3)).toEqual(['2025-01-01T00:00:00.001Z', '2025-01-01T00:00:00.002Z', '2025-01-01T00:00:00.002Z']);
    expect(Date.parse(recorded[3]!)).toBeLessThanOrEqual(Date.now()); // nothing is known before it is
    expect(Date.parse(recorded[3]!)).toBeGreaterThanOrEqual(began - 1_000);
    expect(verifyExport(acme, await wholeLog(store(), acme))).toEqual({ chain: (await store().head(acme)).chain }); // hashed to the same millisecond
  });

  it('finds the last position known at an instant', async () => {
    const acme = await tenant({ sample: true });
    for (const day of ['01', '02', '02', '05']) await store().append(acme, anAppend(aWrite('s'), { recordedAt: `2025-03-${day}T12:00:00.000Z` }));
    const at = (instant: string) => store().positionAt(acme, instant);
    expect(await Promise.all(['2025-02-01T00:00:00Z', '2025-03-01T12:00:00.000Z', '2025-03-02T11:59:59.999Z', '2025-03-02T12:00:00Z', '2025-03-04T00:00:00Z', '2030-01-01T00:00:00Z'].map(at)))
      .toEqual([0, 1, 1, 3, 3, 4]);
  });

  it('lists every log with its length, in order of tenant', async () => {
    const [acme, globex] = [await tenant(), await tenant()];
    await store().append(globex, anAppend(aWrite('s', [anEvent(), anEvent()])));
    const heads = await another().heads();
    expect(heads.filter(({ tenant: of }) => [acme, globex].includes(of))).toEqual([{ tenant: acme, position: 0 }, { tenant: globex, position: 2 }]);
    expect(heads.map(({ tenant: of }) => of)).toEqual(heads.map(({ tenant: of }) => of).sort());
  });
});
