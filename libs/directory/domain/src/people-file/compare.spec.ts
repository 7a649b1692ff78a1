import fc from 'fast-check';
import { entriesOf } from '../directory/persistent-map.js';
import { compare, type ComparedPeople } from './compare.js';
import { hrProfile } from './mapping-profile.js';
import {
  afterwards, aPersonRow, aPostRow, comparedWith, newId, nothingBelieved, staged, type Believed,
} from './people-file.fixtures.js';
import type { StagedPeople } from './stage.js';

const types = ({ changes }: ComparedPeople): string[] => changes.map(({ event }) => event.type);
const believing = (...rows: string[][]): Believed => afterwards(nothingBelieved, comparedWith(nothingBelieved, staged(rows)));
const people = (...rows: string[][]): StagedPeople => staged(rows, { profile: hrProfile });
const believingPeople = (...rows: string[][]): Believed => afterwards(nothingBelieved, comparedWith(nothingBelieved, people(...rows)));

describe('a file of posts, compared with the directory', () => {
  it('opens posts from the top down and fills them', () => {
    const first = comparedWith(nothingBelieved, staged([aPostRow('2', '1', { fte: '0.5' }), aPostRow('1', 'XX')]));
    expect(types(first)).toEqual(['PostOpened', 'PostOpened', 'PersonJoined', 'PersonJoined', 'PostFilled', 'PostFilled']);
    expect(first.changes.map(({ line }) => line)).toEqual([3, 2, 3, 2, 3, 2]);
    expect(first.counts).toMatchObject({ postsOpened: 2, postsKept: 0, personsJoined: 2 });
    expect(first.leave).toEqual({ holdersBefore: 0, leaving: 0, share: null, stoppedBy: null });
  });

  it('records what is different about a kept post, and nothing about one that is not', () => {
    const before = believing(aPostRow('1'), aPostRow('2', '1'), aPostRow('3', '1'));
    const changed = comparedWith(before, staged([aPostRow('1', '', { grade: 'SCS4' }), aPostRow('2', '3', { unit: 'Law', group: 'Legal' }), aPostRow('3', '1')]));
    expect(types(changed)).toEqual(['LevelChanged', 'UnitChanged', 'FunctionChanged', 'ReportingLineChanged']);
    expect(changed.counts).toMatchObject({ postsKept: 3, lineChanged: 1, levelChanged: 1, unitChanged: 1, functionChanged: 1, personsJoined: 0 });
  });

  it('records a refused line without counting it as a changed one where there was none', () => {
    const refused = comparedWith(believing(aPostRow('1')), staged([aPostRow('1', '9')]));
    expect([types(refused), refused.counts.lineChanged]).toEqual([['ReportingLineChanged'], 0]);
  });

  it('keeps the holders of a kept post, as many as it still has', () => {
    const before = believing(aPostRow('1', '', { fte: '0.4' }), aPostRow('1', '', { fte: '0.6' }));
    const fewer = comparedWith(before, staged([aPostRow('1', '', { fte: '0.6' })]));
    expect([types(fewer), fewer.leave.leaving]).toEqual([['PostVacated', 'PersonLeft'], 0]); // the post is not gone
    expect(types(comparedWith(before, staged([aPostRow('1', '', { title: 'Vacant' })])))).toEqual(['PostVacated', 'PostVacated', 'PersonLeft', 'PersonLeft']);
    expect(types(comparedWith(before, staged([aPostRow('1', '', { fte: '0.4' }), aPostRow('1', '', { fte: '0.5' })])))).toEqual(['WorkingShareChanged']);
  });

  it('stops a file that would end more than a quarter of the holders, and not one that ends a quarter', () => {
    const before = believing(...['1', '2', '3', '4'].map((key) => aPostRow(key)));
    expect(comparedWith(before, staged(['1', '2', '3'].map((key) => aPostRow(key)))).leave).toEqual({ holdersBefore: 4, leaving: 1, share: 0.25, stoppedBy: null });
    expect(comparedWith(before, staged([aPostRow('1'), aPostRow('2')])).leave).toEqual({ holdersBefore: 4, leaving: 2, share: 0.5, stoppedBy: 'TooManyWouldLeave' });
  });

  it('opens a post that comes back under its old id', () => {
    const before = believing(aPostRow('1'), aPostRow('2'));
    const id = before.keys.postIds.get('2');
    const gone = afterwards(before, comparedWith(before, staged([aPostRow('1')])));
    const back = comparedWith(gone, staged([aPostRow('1'), aPostRow('2')]));
    expect(back.changes[0]!.event).toMatchObject({ type: 'PostOpened', data: { postId: id } });
  });
});

describe('a key map', () => {
  it('keeps renumbered posts, their holders and their lines', () => {
    const before = believing(aPostRow('1'), aPostRow('2', '1'), aPostRow('3', '1'));
    const renumbered = comparedWith(before, staged([aPostRow('A1', '', { title: 'Head of 1' }), aPostRow('1', 'A1'), aPostRow('3', 'A1')]), { 1: 'A1', 2: '1' });
    expect(types(renumbered)).toEqual(['PostRenumbered', 'PostRenumbered']);
    expect(renumbered.cards.posts.map(({ key, postId }) => [key, postId])).toContainEqual(['1', before.keys.postIds.get('2')]);
    expect(types(comparedWith(afterwards(before, renumbered), staged([aPostRow('A1'), aPostRow('1', 'A1'), aPostRow('3', 'A1')])))).toEqual([]);
  });

  it('frees the old key for a post that is new', () => {
    const before = believing(aPostRow('1'), aPostRow('2', '1'));
    const reused = comparedWith(before, staged([aPostRow('A1'), aPostRow('2', 'A1'), aPostRow('1', 'A1')]), { 1: 'A1' });
    expect(types(reused)).toEqual(['PostRenumbered', 'PostOpened', 'PersonJoined', 'PostFilled']);
    expect(reused.leave.leaving).toBe(0);
  });

  it.each([
    [{ 9: 'A1' }, { reason: 'KeyMapNamesAnUnknownPost', key: '9' }],
    [{ 1: 'A9' }, { reason: 'KeyMapLeadsToNoRow', key: 'A9' }],
    [{ 1: 'A1', 2: 'A1' }, { reason: 'KeyMapIsAmbiguous', key: 'A1' }],
    [{ 1: '3' }, { reason: 'KeyMapIsAmbiguous', key: '3' }],
  ])('is refused where it does not fit: %j', (keyMap, rejection) => {
    const { directory, keys } = believing(aPostRow('1'), aPostRow('2'), aPostRow('3'));
    expect(compare(staged([aPostRow('A1'), aPostRow('3')]), directory, { keys, keyMap, newId })).toEqual({ accepted: false, rejection });
  });

  it('carries people over whose employee numbers were changed', () => {
    const before = believingPeople(aPersonRow('1'), aPersonRow('2', '1'));
    const renumbered = comparedWith(before, people(aPersonRow('E1'), aPersonRow('2', 'E1')), { 1: 'E1' });
    expect([types(renumbered), renumbered.leave.leaving]).toEqual([['PostRenumbered'], 0]);
  });
});

describe('a file of people, compared with the directory', () => {
  it('knows people by their employee number: they join, move, leave and return', () => {
    const start = believingPeople(aPersonRow('1', '', { postId: 'P1' }), aPersonRow('2', '1', { postId: 'P2' }), aPersonRow('3', '1', { postId: 'P3' }));
    const moved = comparedWith(start, people(aPersonRow('1', '', { postId: 'P1' }), aPersonRow('2', '1', { postId: 'P3' }), aPersonRow('4', '1', { postId: 'P2' })));
    expect(moved.counts).toMatchObject({ personsJoined: 1, personsLeft: 1, personsMoved: 1, postsKept: 3, postsOpened: 0 });
    expect(moved.leave).toEqual({ holdersBefore: 3, leaving: 1, share: 1 / 3, stoppedBy: 'TooManyWouldLeave' });
    expect(types(moved)).toEqual(['PersonJoined', 'PostVacated', 'PostVacated', 'PostFilled', 'PostFilled', 'PersonLeft']);

    const later = afterwards(start, moved);
    const back = comparedWith(later, people(aPersonRow('1', '', { postId: 'P1' }), aPersonRow('2', '1', { postId: 'P3' }), aPersonRow('4', '1', { postId: 'P2' }), aPersonRow('3', '1')));
    expect(types(back)).toEqual(['PostOpened', 'PersonReturned', 'PostFilled']);
    expect(back.changes[1]!.event.data).toEqual({ personId: start.keys.personIds.get('3') });
  });

  it('puts names, addresses and employee numbers on cards and into no event', () => {
    const { changes, cards } = comparedWith(nothingBelieved, people(aPersonRow('E-7', '', { name: 'Amara', workEmail: 'amara@example.org' })));
    expect(cards.persons).toEqual([expect.objectContaining({ employeeNumber: 'E-7', name: 'Amara', workEmail: 'amara@example.org' })]);
    expect(JSON.stringify(changes)).not.toMatch(/E-7|Amara|amara@|Analyst/);
  });
});

describe('whatever a file holds', () => {
  const keys = fc.constantFrom('1', '2', '3', '4', '5', '6', '0');
  const rows = fc.array(
    fc.tuple(keys, fc.constantFrom('1', '2', '3', '4', '5', '6', '9', 'XX', ''), fc.constantFrom('SCS1', 'SCS2', 'LORD'), fc.constantFrom('Data', 'Law'),
      fc.constantFrom('1', '0.5', ''), fc.constantFrom('Head', 'Vacant')),
    { maxLength: 12 },
  ).map((all) => all.map(([key, above, grade, unit, fte, title]) => aPostRow(key, above, { grade, unit, fte, title })));

  const shape = ({ directory, keys: known }: Believed) => {
    const keyOf = new Map([...known.postIds].map(([key, id]) => [id, key]));
    return [...entriesOf(directory.posts)].map(([id, { holders, reportsTo, dottedTo: _, ...facts }]) => ({
      ...facts, key: keyOf.get(id), reportsTo: reportsTo && keyOf.get(reportsTo), shares: holders.map(({ share }) => share ?? 0).sort(),
    })).sort((one, other) => (one.key! < other.key! ? -1 : 1));
  };
  const shapeOf = (file: StagedPeople) => [...file.posts.values()].map(({ key, unit, function: group, grade, rank, reportsTo, lineKnown, holders }) => ({
    unit, function: group, grade, rank, lineKnown, key, reportsTo, shares: holders.map(({ share }) => share ?? 0).sort(),
  })).sort((one, other) => (one.key < other.key ? -1 : 1));

  it('its changes, applied to what was believed, give what it says; and then it changes nothing', () => {
    fc.assert(fc.property(rows, rows, (older, newer) => {
      const before = believing(...older);
      const file = staged(newer);
      const after = afterwards(before, comparedWith(before, file));
      expect(shape(after)).toEqual(shapeOf(file));
      expect(after.directory.heldPlaces).toBe(file.figures.holders);
      expect(comparedWith(after, file).changes).toEqual([]);
    }), { numRuns: 300 });
  });

  it('the order of its rows changes no count', () => {
    const shuffled = rows.chain((original) => fc.shuffledSubarray(original, { minLength: original.length }).map((other) => [original, other] as const));
    fc.assert(fc.property(rows, shuffled, (older, [one, other]) => {
      const before = believing(...older);
      const [first, second] = [staged(one), staged(other)];
      expect(second.figures).toEqual(first.figures);
      expect([...second.verdicts].map(({ code }) => code).sort()).toEqual([...first.verdicts].map(({ code }) => code).sort());
      expect(comparedWith(before, second).counts).toEqual(comparedWith(before, first).counts);
      expect(comparedWith(before, second).leave).toEqual(comparedWith(before, first).leave);
    }), { numRuns: 300 });
  });
});
