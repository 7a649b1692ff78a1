import { z } from 'zod';
import { eventCatalogue, eventType, readEvent, tenantId, UnreadableEvent, type StoredEvent } from './index.js';

const TENANT = tenantId('00000000-0000-4000-8000-000000000001');
const Told = eventType('Told', {
  version: 3,
  schema: z.object({ to: z.string(), present: z.boolean().nullable(), where: z.string() }),
  upcasters: { 1: (v1: { name: string }) => ({ to: v1.name }), 2: (v2: { to: string }) => ({ ...v2, present: null, where: 'unknown' }) },
});
const catalogue = eventCatalogue(Told, eventType('Quiet', { version: 1, schema: z.object({}) }));

const stored = (event: Partial<StoredEvent>): StoredEvent => ({
  tenant: TENANT, position: 41, stream: 's', version: 7, type: 'Told', schemaVersion: 3, data: { to: 'Amara', present: true, where: 'here' }, occurredOn: '2026-01-01',
  recordedAt: '2026-01-02T00:00:00.000Z', actor: 'system:spec', requestKey: 'k', correlation: 'c', causation: null, ...event,
});
const fault = (event: Partial<StoredEvent>): UnreadableEvent => {
  try {
    readEvent(catalogue, stored(event));
  } catch (error) {
    return error as UnreadableEvent;
  }
  throw new Error('It was read.');
};

describe('an event type', () => {
  it('lets in what its schema has, and nothing else', () => {
    expect(Told.of({ to: 'Amara', present: true, where: 'here', secret: 1 } as never)).toEqual({ type: 'Told', data: { to: 'Amara', present: true, where: 'here' } });
    expect(() => Told.of({ to: 'Amara' } as never)).toThrow(z.ZodError);
  });

  it('lifts every older version to the newest, one after the other', () => {
    expect(Told.upcast(1, { name: 'Amara' })).toEqual({ to: 'Amara', present: null, where: 'unknown' });
    expect(Told.upcast(2, { to: 'Amara' })).toEqual({ to: 'Amara', present: null, where: 'unknown' });
    expect(Told.upcast(3, { to: 'Amara', present: false, where: 'there' })).toEqual({ to: 'Amara', present: false, where: 'there' });
  });

  it('does not guess about versions from the future, nor of a version that never was', () => {
    for (const version of [0, 4, -1]) expect(() => Told.upcast(version, {})).toThrow(/newest known is 3/);
  });

  it('refuses what an upcaster made if the newest schema does not take it', () => {
    expect(() => Told.upcast(1, { nome: 'Amara' })).toThrow(z.ZodError);
  });

  it('cannot be declared with a gap among its upcasters', () => {
    expect(() => eventType('Told', { version: 3, schema: z.object({}), upcasters: { 1: () => ({}) } })).toThrow('Told has version 3 but no upcaster from 2.');
  });

  it('has a name of its own in a catalogue', () => {
    expect(() => eventCatalogue(Told, Told)).toThrow('Two event types are named Told.');
  });
});

describe('a reader', () => {
  it('gets the newest shape, with the circumstances', () => {
    const { schemaVersion: _schemaVersion, ...circumstances } = stored({});
    expect(readEvent(catalogue, stored({ schemaVersion: 1, data: { name: 'Amara' } }))).toEqual({ ...circumstances, data: { to: 'Amara', present: null, where: 'unknown' } });
  });

  it.each<[string, Partial<StoredEvent>, RegExp]>([
    ['a type that nobody knows', { type: 'Unheard' }, /cannot read Unheard version 3: the type is not known/],
    ['a version from the future', { schemaVersion: 4 }, /cannot read Told version 4/],
    ['data that no longer fit', { schemaVersion: 1, data: { nome: 'Amara' } }, /cannot read Told version 1/],
    ['data that break an upcaster', { schemaVersion: 1, data: null }, /cannot read Told version 1/],
  ])('stops at %s, and names tenant, position and type', (_what, event, message) => {
    const unreadable = fault(event);
    expect(unreadable).toBeInstanceOf(UnreadableEvent);
    expect(unreadable).toMatchObject({ name: 'UnreadableEvent', tenant: TENANT, position: 41, type: event.type ?? 'Told', schemaVersion: event.schemaVersion ?? 3 });
    expect(unreadable.message).toMatch(message);
  });

  it('says nothing of what the data hold', () => {
    expect(fault({ schemaVersion: 1, data: { name: 12_345, note: 'Amara’s secret' } }).message).not.toMatch(/12345|secret/);
  });
});
