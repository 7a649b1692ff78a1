import type { ProvenEvent } from '@vouchsafe/event-store';
import { findViolations, type Said } from './history.js';

const event = (position: number, op: string, part = 1, more: Partial<ProvenEvent> = {}): ProvenEvent =>
  ({ tenant: 'acme', position, stream: 's', version: position, data: { op, part, tenant: 'acme' }, ...more }) as ProvenEvent;
const line = (type: Said['type'], op: string, more: Partial<Said> = {}): Said => ({ type, tenant: 'acme', op, events: 1, ...more });
const good = [event(1, 'a'), event(2, 'b', 1), event(3, 'b', 2), event(4, 'd')];
const said = [
  line('invoke', 'a'), line('ok', 'a', { position: 1 }), line('invoke', 'b', { events: 2 }), line('ok', 'b', { events: 2, position: 3 }), line('invoke', 'c'), line('fail', 'c'), line('invoke', 'd'), line('invoke', 'e'), line('unknown', 'e'),
];

it('finds nothing in a sound history', () => expect(findViolations(said, new Map([['acme', good]]))).toEqual([]));

// Every check is itself checked: a violation of each kind is planted and must be reported.
it.each<[string, readonly ProvenEvent[], RegExp]>([
  ['lost', [good[0]!, event(2, 'd')], /b was answered 3 and stands at \[\]/],
  ['half lost', [good[0]!, good[1]!, event(3, 'd')], /b was answered 3 and stands at \[2\]/],
  ['doubled', [...good, event(5, 'a')], /a was answered 1 and stands at \[1,5\]/],
  ['moved', [event(1, 'd'), event(2, 'b', 1), event(3, 'b', 2), event(4, 'a')], /a was answered 1 and stands at \[4\]/],
  ['torn apart', [good[0]!, event(2, 'b', 1), event(3, 'd'), event(4, 'b', 2)], /b was answered 3 and stands at \[2,4\]/],
  ['written though refused', [...good, event(5, 'c')], /c was refused and stands at \[5\]/],
  ['written twice though unknown', [...good, event(5, 'e'), event(6, 'e')], /e was not answered and stands in part/],
  ['never asked for', [...good, event(5, 'z')], /z was never asked for/],
  ['a hole', [...good.slice(0, 3), event(5, 'd', 1, { version: 4 })], /5 stands where 4 should/],
  ['a version left out', [...good.slice(0, 3), event(4, 'd', 1, { version: 5 })], /s has version 5 after 3/],
  ['foreign', [...good, event(5, 'e', 1, { data: { op: 'e', part: 1, tenant: 'globex' } })], /5 is foreign/],
])('reports an event %s', (_what, events, message) => {
  expect(findViolations(said, new Map([['acme', events]])).join('\n')).toMatch(message);
});
