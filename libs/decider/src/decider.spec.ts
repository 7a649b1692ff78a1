import { eventCatalogue, eventType, type EventOf } from '@vouchsafe/event-schema';
import { z } from 'zod';
import { accept, reject, stream, type Decision } from './index.js';
import { given } from './testing.js';

const Lit = eventType('Lit', { version: 1, schema: z.object({ hours: z.number() }) });
const Quenched = eventType('Quenched', { version: 1, schema: z.object({}) });
const lampEvents = eventCatalogue(Lit, Quenched);
type LampEvent = EventOf<typeof lampEvents>;
type Lamp = { status: 'dark' } | { status: 'lit'; hours: number };
const lamps = stream<Lamp, LampEvent>('lamp', lampEvents, { status: 'dark' }, (state, event) => {
  switch (event.type) {
    case 'Lit': return { status: 'lit', hours: event.data.hours };
    case 'Quenched': return { status: 'dark' };
  }
});
const quench = (state: Lamp): Decision<LampEvent, { reason: 'AlreadyDark' }> =>
  state.status === 'dark' ? reject({ reason: 'AlreadyDark' }) : accept(Quenched.of({}));

it('decides on the fold of what happened', () =>
  given(lamps, Lit.of({ hours: 3 })).when(quench).then(Quenched.of({})));

it('refuses with the rule as a value', () =>
  given(lamps, Lit.of({ hours: 3 }), Quenched.of({})).when(quench).thenRejected({ reason: 'AlreadyDark' }));
