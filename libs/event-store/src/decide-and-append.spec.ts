import { accept, stream } from '@vouchsafe/decider';
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
