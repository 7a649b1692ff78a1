import { accept, reject, stream } from '@vouchsafe/decider';
import { eventCatalogue, eventType } from '@vouchsafe/event-schema';
import { z } from 'zod';
import { about, decideAndAppend, LocalWakeups, MemoryEventStore } from './index.js';
import { aTenant } from './testing.js';

const ACME = aTenant(1);
const Noted = eventType('Noted', { version: 1, schema: z.object({ text: z.string() }) });
const notes = stream<number, { type: 'Noted'; data: { text: string } }>('note', eventCatalogue(Noted), 0, (count) => count + 1);

const noting = async () => {
  const log = new MemoryEventStore(new LocalWakeups());
  await log.openLog(ACME);
  return (text: string, today: string) =>
    decideAndAppend(log, ACME, notes, 'n1', about('person:amara', { requestKey: 'r1', ...{ text } }, today), () => accept(Noted.of({ text })));
};

it('answers a request that is repeated after midnight as it did before', async () => {
  const note = await noting();
  expect(await note('one', '2026-03-01')).toEqual({ accepted: true, position: 1 });
  expect(await note('one', '2026-03-02')).toEqual({ accepted: true, position: 1 });
});

it('refuses the key for other content on the same day', async () => {
  const note = await noting();
  await note('one', '2026-03-01');
  await expect(note('two', '2026-03-01')).rejects.toMatchObject({ name: 'RequestKeyReused' });
});

it('lets forty who write to one stream at once do so one after the other', async () => {
  const log = new MemoryEventStore(new LocalWakeups());
  await log.openLog(ACME);
  const seen: number[] = [];
  const outcomes = await Promise.all(Array.from({ length: 40 }, (_, index) =>
    decideAndAppend(log, ACME, notes, 'n1', about('person:amara', { requestKey: `r${index}` }, '2026-03-01'), (count) => {
      seen.push(count);
      return accept(Noted.of({ text: 'one of many' }));
    })));
  expect(outcomes.every(({ accepted }) => accepted)).toBe(true);
  expect(seen).toEqual(Array.from({ length: 40 }, (_, index) => index));
});

it('is not stopped by who failed before', async () => {
  const note = await noting();
  const first = note('one', '2026-03-01');
  const other = note('two', '2026-03-01');
  await expect(first).resolves.toMatchObject({ accepted: true });
  await expect(other).rejects.toMatchObject({ name: 'RequestKeyReused' });
  await expect(note('one', '2026-03-01')).resolves.toMatchObject({ accepted: true });
});

it('answers a request that is sent again while it is under way as what it turns out to be, whatever the rules say to a second one', async () => {
  const log = new MemoryEventStore(new LocalWakeups());
  await log.openLog(ACME);
  const noteOnce = () => decideAndAppend(log, ACME, notes, 'n1', about('person:amara', { requestKey: 'r1' }, '2026-03-01'), (count) =>
    (count > 0 ? reject({ reason: 'NotedAlready' as const }) : accept(Noted.of({ text: 'once' }))));
  expect(await Promise.all([noteOnce(), noteOnce(), noteOnce()])).toEqual(Array(3).fill({ accepted: true, position: 1 }));
});
