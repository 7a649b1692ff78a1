import { reject, stream, streamName } from '@vouchsafe/decider';
import { eventCatalogue, eventType } from '@vouchsafe/event-schema';
import { z } from 'zod';
import { about, decideAndAppendOnTwo, LocalWakeups, MemoryEventStore, newEvent, type EventStore } from './index.js';
import { aTenant } from './testing.js';

const [ACME, GLOBEX] = [aTenant(1), aTenant(2)];
const Booked = eventType('Booked', { version: 1, schema: z.object({ guest: z.string() }) });
const SeatTaken = eventType('SeatTaken', { version: 1, schema: z.object({ guest: z.string() }) });
const bookings = stream<number, { type: 'Booked'; data: { guest: string } }>('booking', eventCatalogue(Booked), 0, (count) => count + 1);
const seats = stream<number, { type: 'SeatTaken'; data: { guest: string } }>('seats', eventCatalogue(SeatTaken), 0, (count) => count + 1);
const PLACES = 2;

const book = (log: EventStore, guest: string, { tenant = ACME, requestKey = guest, taken = async () => {} } = {}) =>
  decideAndAppendOnTwo(log, tenant, { of: bookings, id: guest }, { of: seats, id: 'hall' }, about('person:amara', { requestKey, ...{ guest } }, '2026-03-01'), async (_, held) => {
    await taken();
    return held < PLACES ? { accepted: true, events: [Booked.of({ guest })], beside: [SeatTaken.of({ guest })] } : reject({ reason: 'HallIsFull' });
  });

const aLog = async () => {
  const log = new MemoryEventStore(new LocalWakeups());
  for (const tenant of [ACME, GLOBEX]) await log.openLog(tenant);
  return log;
};

it('writes both streams in one append, and answers a repeated request from its record', async () => {
  const log = await aLog();
  expect(await book(log, 'ben')).toEqual({ accepted: true, position: 2 });
  expect(await book(log, 'ben')).toEqual({ accepted: true, position: 2 });
  expect((await log.read(ACME, { after: 0, max: 9 })).map(({ stream: name, type, requestKey }) => [name, type, requestKey])).toEqual([['booking-ben', 'Booked', 'ben'], ['seats-hall', 'SeatTaken', 'ben']]);
  expect(await log.head(GLOBEX)).toMatchObject({ position: 0 });
});

it('decides again where only the second stream has moved', async () => {
  const log = await aLog();
  let meddled = 0;
  const another = async () => {
    if ((meddled += 1) > PLACES) return;
    const writes = [{ stream: streamName(seats, 'hall'), expected: 'any' as const, events: [newEvent(seats, SeatTaken.of({ guest: 'x' }), '2026-03-01')] }];
    await log.append(ACME, { requestKey: `elsewhere-${meddled}`, actor: 'system:spec', correlation: 'spec', writes });
  };
  expect(await book(log, 'ben', { taken: another })).toEqual({ accepted: false, rejection: { reason: 'HallIsFull' } });
  expect(await log.readStream(ACME, 'booking-ben')).toEqual([]);
});

it('never gives more than there is, however many ask at once', async () => {
  const log = await aLog();
  const outcomes = await Promise.all(Array.from({ length: 12 }, (_, index) => book(log, `guest${index}`)));
  expect(outcomes.filter(({ accepted }) => accepted)).toHaveLength(PLACES);
  expect(await log.readStream(ACME, 'seats-hall')).toHaveLength(PLACES);
  expect((await book(log, 'ben', { tenant: GLOBEX })).accepted).toBe(true);
});

it('answers a request that is sent again while it is under way as what it turns out to be', async () => {
  const log = await aLog();
  await book(log, 'amara');
  expect(await Promise.all([book(log, 'ben'), book(log, 'ben')])).toEqual(Array(2).fill({ accepted: true, position: 4 }));
});

it('does not let two who name the same streams the other way round wait for each other', async () => {
  const log = await aLog();
  const [one, other] = [{ of: seats, id: 'hall' }, { of: seats, id: 'yard' }];
  const move = (first: typeof one, second: typeof one, requestKey: string) => decideAndAppendOnTwo(log, ACME, first, second, about('person:amara', { requestKey }, '2026-03-01'), () =>
    ({ accepted: true as const, events: [SeatTaken.of({ guest: requestKey })], beside: [SeatTaken.of({ guest: requestKey })] }));
  const outcomes = await Promise.all([move(one, other, 'to'), move(other, one, 'fro'), move(one, other, 'again')]);
  expect(outcomes.map(({ accepted }) => accepted)).toEqual([true, true, true]);
});
