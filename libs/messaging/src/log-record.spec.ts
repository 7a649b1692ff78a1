import { MemoryEventStore, LocalWakeups, chainStart, digestOf, extendChain, leafOf, type ProvenEvent } from '@vouchsafe/event-store';
import { anAppend, anEvent, aTenant, aWrite } from '@vouchsafe/event-store/testing';
import fc from 'fast-check';
import { LARGEST_VALUE, logRecordOf, readLogRecord } from './log-record.js';
import type { InRecord } from './log-transport.js';
import { partitionOf } from './partition-of.js';

const [ACME, GLOBEX] = [aTenant(1), aTenant(2)];

/** The first event of a log, as the store hands it out. */
const stored = async (data: unknown = { text: 'protégé' }, append = {}): Promise<ProvenEvent> => {
  const store = new MemoryEventStore(new LocalWakeups(), () => Date.parse('2026-03-02T09:00:00.123Z'));
  await store.openLog(ACME);
  await store.append(ACME, anAppend(aWrite('s-1', [anEvent(data)]), { requestKey: 'r', ...append }));
  return (await store.readProven(ACME, { after: 0, max: 1 }))[0]!;
};
const arrived = (event: ProvenEvent): InRecord => ({ ...logRecordOf(event), offset: '0' });
const changed = async (value: (json: Record<string, unknown>) => unknown, rest: Partial<InRecord> = {}): Promise<InRecord> => {
  const record = arrived(await stored());
  return { ...record, value: Buffer.from(JSON.stringify(value(JSON.parse(Buffer.from(record.value!).toString())))), ...rest };
};

it('brings an event over whole, so that its digest and its place in the chain can be taken again', async () => {
  for (const data of [{ b: 1, a: [null, 'Ω 👩‍💼', 0.1] }, JSON.parse('{"__proto__":{"x":1},"9":1,"10":2}'), 'text', null]) {
    const event = await stored(data, { causation: 'cause' });
    const read = readLogRecord(arrived(event));
    if (read.kind !== 'event') throw new Error('It was not read.');
    expect(read).toEqual({ kind: 'event', tenant: ACME, position: 1, event });
    const digest = digestOf(read.event.dataText);
    expect(digest.toString('hex')).toBe(event.digest);
    expect(extendChain(chainStart(ACME), leafOf(read.event, digest)).toString('hex')).toBe(event.chain);
  }
});

it('is keyed by tenant, in the partition of the tenant', async () => {
  const { topic, partition, key } = logRecordOf(await stored());
  expect({ topic, partition, key: Buffer.from(key).toString() }).toEqual({ topic: 'vouchsafe.log.v1', partition: partitionOf(ACME, 48), key: ACME });
});

it('carries the headers of CloudEvents', async () => {
  const { digest, chain } = await stored();
  expect(logRecordOf(await stored(), { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' }).headers).toEqual({
    'content-type': 'application/json', ce_specversion: '1.0', ce_id: `${ACME}/1`, ce_source: `urn:vouchsafe:log:${ACME}`, ce_type: 'vouchsafe.SomethingHappened',
    ce_subject: 's-1', ce_time: '2026-03-02T09:00:00.123Z', ce_dataschema: 'urn:vouchsafe:event:SomethingHappened:1', ce_tenantid: ACME, ce_position: '1', ce_streamversion: '1',
    ce_schemaversion: '1', ce_digest: digest, ce_chain: chain, ce_correlation: 'spec', traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
  });
  expect(logRecordOf(await stored({}, { causation: 'cause' })).headers['ce_causation']).toBe('cause');
});

it('sends coordinates in place of what is too large to travel', async () => {
  const [fitting, large] = [await stored({ text: 'x'.repeat(LARGEST_VALUE - 1_000) }), await stored({ text: 'x'.repeat(LARGEST_VALUE) })];
  expect(readLogRecord(arrived(fitting)).kind).toBe('event');
  expect(readLogRecord(arrived(large))).toEqual({ kind: 'claim', tenant: ACME, position: 1, digest: large.digest, chain: large.chain });
  expect(arrived(large).value!.length).toBeLessThan(400);
});

describe('answers, and does not throw, at', () => {
  const bytes = (text: string) => Buffer.from(text);
  it.each<[string, () => Promise<InRecord>, RegExp, string | null]>([
    ['no key', () => changed((json) => json, { key: null }), /no key/, null],
    ['a key that is no tenant', () => changed((json) => json, { key: bytes('acme') }), /key is no tenant/, null],
    ['a key that is no text', () => changed((json) => json, { key: Buffer.from([0xff, 0xfe]) }), /key is no tenant/, null],
    ['no value', () => changed((json) => json, { value: null }), /no value/, ACME],
    ['an empty value', () => changed((json) => json, { value: bytes('') }), /no JSON/, ACME],
    ['half a value', async () => ({ ...arrived(await stored()), value: arrived(await stored()).value!.slice(0, -9) }), /no JSON/, ACME],
    ['bytes that are no text', () => changed((json) => json, { value: Buffer.from([0x7b, 0xff, 0x7d]) }), /no JSON/, ACME],
    ['JSON of somebody else', () => changed(() => ({ hello: 'world' })), /is no event: tenant will not do/, ACME],
    ['a list', () => changed(() => []), /is no event: the whole will not do/, ACME],
    ['no data', () => changed(({ data: _data, ...json }) => json), /data will not do/, ACME],
    ['a position that no log has', () => changed((json) => ({ ...json, position: 2 ** 53 })), /position will not do/, ACME],
    ['a chain that is none', () => changed((json) => ({ ...json, chain: 'ABC' })), /chain will not do/, ACME],
    ['data of another tenant under this key', () => changed((json) => ({ ...json, tenant: GLOBEX })), /one tenant and its value another/, ACME],
    ['a claim without coordinates', () => changed(() => ({ tenant: ACME }), { headers: { 'content-type': 'application/vnd.vouchsafe.claim+json' } }), /is no claim: position/, ACME],
  ])('%s', async (_what, record, reason, tenant) => {
    expect(readLogRecord(await record())).toEqual({ kind: 'unreadable', tenant, reason: expect.stringMatching(reason) });
  });

  it('whatever else there may be', () => {
    const any = fc.record({ key: fc.option(fc.oneof(fc.uint8Array(), fc.constant(bytes(ACME)))), value: fc.option(fc.oneof(fc.uint8Array(), fc.json().map(bytes))), headers: fc.constant({}) });
    fc.assert(fc.property(any, (record) => { expect(readLogRecord(record).kind).toBe('unreadable'); }));
  });

  it('and says nothing of what it holds', async () => {
    const { reason } = readLogRecord({ ...arrived(await stored()), value: bytes('Amara’s secret') }) as { reason: string };
    expect(reason).not.toMatch(/secret/);
  });
});
