import { eventCatalogue, eventType } from '@vouchsafe/event-schema';
import { z } from 'zod';
import { clearAlarm, effect, forget, policy, remember, send, setAlarm, systemCommand, type Alarm, type Recall } from '../index.js';
import { BORN, reacting } from '../testing.js';

const Ordered = eventType('Ordered', { version: 1, schema: z.object({ order: z.string(), by: z.string() }) });
const Paid = eventType('Paid', { version: 1, schema: z.object({ order: z.string() }) });
const cancelOrder = systemCommand('CancelOrder', z.object({ order: z.string() }), async () => ({ accepted: true, position: 0 }));
const BEFORE = '2024-12-31T23:59:59.999Z';

/** Greets a customer's first order; three days later cancels what was not paid. */
const whenOrderIsNotPaidCancelIt = policy({
  name: 'when-order-is-not-paid-cancel-it', reads: eventCatalogue(Ordered, Paid), sends: [cancelOrder],
  recalls: ({ type, data }) => (type === 'Ordered' ? [data.by] : []),
  react: ({ type, data }, recall: Recall<{ count: number }>) => {
    if (type === 'Paid') return [clearAlarm(data.order)];
    const { count } = recall(data.by) ?? { count: 0 };
    const greeting = count === 0 ? [effect('mail', { to: data.by })] : [];
    return [remember(data.by, { count: count + 1 }), setAlarm(data.order, '2025-02-04T08:00:00Z', { order: data.order }), ...greeting];
  },
  ring: ({ data: { order } }: Alarm<{ order: string }>) => [send(cancelOrder, { order }), forget(order)],
});
const ordered = (order: string, by = 'ann') => Ordered.of({ order, by });
const mail = (to: string) => effect('mail', { to });

it('remembers from event to event, within a batch as from batch to batch', () => {
  const shop = reacting(whenOrderIsNotPaidCancelIt);
  expect(shop.on(ordered('o1'), ordered('o2'), ordered('o3', 'bob'))).toEqual([mail('ann'), mail('bob')]);
  expect(shop.on(ordered('o4'), ordered('o5', 'cy'))).toEqual([mail('cy')]);
});

it('does nothing about what was recorded before it existed, and remembers it', () => {
  const shop = reacting(whenOrderIsNotPaidCancelIt);
  expect(shop.on({ ...ordered('o1'), recordedAt: BEFORE })).toEqual([]);
  expect(shop.on(ordered('o2'), { ...ordered('o3', 'bob'), recordedAt: BORN })).toEqual([mail('bob')]);
});

it('lets an alarm ring once, and not at all once it is cleared', () => {
  const shop = reacting(whenOrderIsNotPaidCancelIt);
  shop.on(ordered('o1'), ordered('o2'), Paid.of({ order: 'o2' }));
  expect(shop.at('2025-02-04T07:59:59Z')).toEqual([]);
  expect(shop.at('2025-02-04T08:00:00Z')).toEqual([{ kind: 'command', name: 'CancelOrder', payload: { order: 'o1' } }]);
  expect(shop.at('2025-02-04T07:00:00Z')).toEqual([]); // the clock was set back
  expect(shop.at('2025-03-01T08:00:00Z')).toEqual([]);
});

it('sets alarms out of history, save those that would have rung before it existed', () => {
  const early = { ...whenOrderIsNotPaidCancelIt, react: () => [setAlarm('past', '2024-12-30T08:00:00Z', {}), setAlarm('to come', '2025-02-04T08:00:00Z', {})] };
  const shop = reacting(early);
  shop.on({ ...ordered('o1'), recordedAt: BEFORE });
  expect(shop.alarms()).toEqual({ 'to come': '2025-02-04T08:00:00Z' });
  shop.on(ordered('o1')); // nobody's history: it rings at once
  expect(Object.keys(shop.alarms())).toEqual(['to come', 'past']);
});

it('takes no input that the command does not know', () =>
  expect(() => send(cancelOrder, { order: 7 } as never)).toThrow(z.ZodError));
