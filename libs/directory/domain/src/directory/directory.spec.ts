import {
  DirectoryFactCorrected, ImportApplied, ImportConfirmed, ImportDiscarded, ImportStaged, PersonDeactivated, PersonJoined, PersonLeft, PersonReturned, PostClosed, PostFilled, PostOpened,
  ReportingLineChanged, type OrganizationEvent,
} from '@vouchsafe/directory-contracts';
import { fold } from '@vouchsafe/decider';
import { given } from '@vouchsafe/decider/testing';
import type { DataOf } from '@vouchsafe/event-schema';
import { changeReportingLine } from './change-reporting-line.js';
import { correctDirectoryFact } from './correct-directory-fact.js';
import { deactivatePerson } from './deactivate-person.js';
import { confirmImport, discardImport, recordChanges, stageImport } from './confirm-import.js';
import { directories } from './directory.js';
import { valueAt } from './persistent-map.js';

const TODAY = '2026-04-30';

const anImport = (others: Partial<DataOf<typeof ImportStaged>> = {}): DataOf<typeof ImportStaged> => ({
  importId: 'i1', fileDigest: 'a'.repeat(64), profile: { name: 'organogram', version: 1 }, asOf: '2026-03-31', comparedWith: 0,
  figures: { rows: 2, posts: 2, holders: 0, tops: 2, depth: 0, closure: 0, units: 1, belowAHole: 0 }, verdicts: {}, rejectedRows: 0,
  changes: {
    postsOpened: 2, postsClosed: 0, postsKept: 0, postsRenumbered: 0, lineChanged: 0, levelChanged: 0, unitChanged: 0, functionChanged: 0,
    personsJoined: 0, personsLeft: 0, personsReturned: 0, personsMoved: 0,
  },
  leave: { holdersBefore: 0, leaving: 0 }, changeCount: 2, changesDigest: 'b'.repeat(64), ...others,
});
const staged = (others: Partial<DataOf<typeof ImportStaged>> = {}) => ImportStaged.of(anImport(others));
const confirmed = (importId = 'i1', others: Partial<DataOf<typeof ImportConfirmed>> = {}) =>
  ImportConfirmed.of({ importId, asOf: '2026-03-31', changeCount: 2, acceptLeaversReason: null, ...others });
const opened = (postId: string, reportsTo: string | null = null) =>
  PostOpened.of({ postId, unit: 'Data', function: null, grade: 'SCS1', rank: 10, reportsTo, dottedTo: [], lineKnown: true });
const confirm = (others: Partial<Parameters<typeof confirmImport>[0]> = {}) => ({ importId: 'i1', strict: false, acceptLeaversReason: null, stagedOn: '2026-04-23', today: TODAY, ...others });

describe('staging an import', () => {
  it('is noted', () => given(directories).when((state) => stageImport(anImport(), state)).then(staged()));
  it('needs an id of its own', () => given(directories, staged()).when((state) => stageImport(anImport(), state)).thenRejected({ reason: 'ImportIdIsTaken' }));
  it('needs the directory that it was compared with', () => given(directories, opened('p1')).when((state) => stageImport(anImport(), state))
    .thenRejected({ reason: 'ImportIsStale', comparedWith: 0, revision: 1 }));
});

describe('confirming an import', () => {
  it('is recorded, and its changes follow', () => given(directories, staged()).when((state) => confirmImport(confirm(), state)).then(confirmed()));
  it('is at its end at once where nothing changes', () => given(directories, staged({ changeCount: 0 })).when((state) => confirmImport(confirm(), state))
    .then(confirmed('i1', { changeCount: 0 }), ImportApplied.of({ importId: 'i1' })));
  it('needs a staged import', () => given(directories).when((state) => confirmImport(confirm(), state)).thenRejected({ reason: 'ImportIsUnknown' }));
  it('happens once', () => given(directories, staged({ changeCount: 0 }), confirmed('i1', { changeCount: 0 }), ImportApplied.of({ importId: 'i1' }))
    .when((state) => confirmImport(confirm(), state)).thenRejected({ reason: 'ImportIsAlreadyConfirmed' }));
  it('does not happen to a discarded one', () => given(directories, staged(), ImportDiscarded.of({ importId: 'i1' }))
    .when((state) => confirmImport(confirm(), state)).thenRejected({ reason: 'ImportIsDiscarded' }));
  it('is refused against a directory that has changed since', () => given(directories, staged(), opened('p9'))
    .when((state) => confirmImport(confirm(), state)).thenRejected({ reason: 'ImportIsStale', comparedWith: 0, revision: 1 }));
  it('is not made stale by another file that was only staged', () => given(directories, staged(), staged({ importId: 'i2' }))
    .when((state) => confirmImport(confirm(), state)).then(confirmed()));
  it('waits for an import that is still being recorded', () => given(directories, staged(), staged({ importId: 'i2' }), confirmed('i2'))
    .when((state) => confirmImport(confirm(), state)).thenRejected({ reason: 'AnotherImportIsBeingRecorded', importId: 'i2' }));
  it('is open for seven days: names are not kept for longer', () => {
    given(directories, staged()).when((state) => confirmImport(confirm({ stagedOn: '2026-04-22' }), state)).thenRejected({ reason: 'ImportHasExpired', stagedOn: '2026-04-22' });
    given(directories, staged()).when((state) => confirmImport(confirm({ stagedOn: '2026-04-23' }), state)).then(confirmed());
  });
  it('refuses a file older than the newest one', () => given(
    directories, staged({ importId: 'i2', asOf: '2026-09-30', changeCount: 0 }), confirmed('i2', { asOf: '2026-09-30', changeCount: 0 }), ImportApplied.of({ importId: 'i2' }), staged(),
  ).when((state) => confirmImport(confirm(), state)).thenRejected({ reason: 'FileIsOlderThanTheDirectory', newest: '2026-09-30' }));
  it('is all or nothing where it was asked to be', () => given(directories, staged({ rejectedRows: 3 }))
    .when((state) => confirmImport(confirm({ strict: true }), state)).thenRejected({ reason: 'RowsWereRejected', rows: 3 }));

  const leave = { holdersBefore: 7, leaving: 2 };
  it('needs a reason where more than a quarter would leave', () => given(directories, staged({ leave }))
    .when((state) => confirmImport(confirm(), state)).thenRejected({ reason: 'TooManyWouldLeave', ...leave }));
  it('keeps that reason', () => given(directories, staged({ leave })).when((state) => confirmImport(confirm({ acceptLeaversReason: 'Merged.' }), state))
    .then(confirmed('i1', { acceptLeaversReason: 'Merged.' })));
  it('keeps no reason where none was needed', () => given(directories, staged({ leave: { holdersBefore: 8, leaving: 2 } }))
    .when((state) => confirmImport(confirm({ acceptLeaversReason: 'Merged.' }), state)).then(confirmed()));
});

describe('recording the changes of a confirmed import', () => {
  const changes: OrganizationEvent[] = [opened('p1'), opened('p2', 'p1')];
  const record = (size: number) => (state: ReturnType<typeof fold<typeof directories.initial, never>>) => recordChanges({ importId: 'i1', changes, size }, state);

  it('goes on where the log stops', () => {
    given(directories, staged(), confirmed()).when(record(1)).then(opened('p1'));
    given(directories, staged(), confirmed(), opened('p1')).when(record(500)).then(opened('p2', 'p1'), ImportApplied.of({ importId: 'i1' }));
    given(directories, staged(), confirmed(), opened('p1'), opened('p2', 'p1')).when(record(500)).then(ImportApplied.of({ importId: 'i1' }));
  });
  it('ends once', () => given(directories, staged(), confirmed(), opened('p1'), opened('p2', 'p1'), ImportApplied.of({ importId: 'i1' }))
    .when(record(500)).thenRejected({ reason: 'ImportIsNotBeingRecorded' }));
  it('takes no other list than the one that was confirmed', () => given(directories, staged({ changeCount: 3 }), confirmed('i1', { changeCount: 3 }))
    .when(record(500)).thenRejected({ reason: 'TheseAreNotItsChanges' }));
  it('keeps everybody else out until it is done', () => given(directories, opened('p1'), staged({ comparedWith: 1 }), confirmed())
    .when((state) => changeReportingLine({ postId: 'p1', reportsTo: null, dottedTo: [], occurredOn: '2026-04-01', today: TODAY }, state))
    .thenRejected({ reason: 'AnotherImportIsBeingRecorded', importId: 'i1' }));
});

describe('discarding an import', () => {
  const discard = (state: typeof directories.initial) => discardImport({ importId: 'i1' }, state);
  it('is recorded', () => given(directories, staged()).when(discard).then(ImportDiscarded.of({ importId: 'i1' })));
  it('comes too late for a confirmed one', () => given(directories, staged(), confirmed()).when(discard).thenRejected({ reason: 'ImportIsAlreadyConfirmed' }));
  it('happens once', () => given(directories, staged(), ImportDiscarded.of({ importId: 'i1' })).when(discard).thenRejected({ reason: 'ImportIsDiscarded' }));
  it('needs an import', () => given(directories).when(discard).thenRejected({ reason: 'ImportIsUnknown' }));
});

describe('changing a reporting line', () => {
  const history = [
    opened('p1'), opened('p2', 'p1'), opened('p3', 'p2'), opened('p4'),
    PersonJoined.of({ personId: 'amara', joinedOn: '2020-01-31' }), PostFilled.of({ postId: 'p1', personId: 'amara', share: 1 }),
  ];
  const change = (postId: string, reportsTo: string | null, dottedTo: string[] = [], occurredOn = '2026-04-01') =>
    given(directories, ...history).when((state) => changeReportingLine({ postId, reportsTo, dottedTo, occurredOn, today: TODAY }, state));

  it('is recorded', () => change('p3', 'p4', ['p1']).then(ReportingLineChanged.of({ postId: 'p3', reportsTo: 'p4', dottedTo: ['p1'], lineKnown: true })));
  it.each(['p1', 'p2', 'p3'])('is refused where it would close a circle: %s', (above) => change('p1', above).thenRejected({ reason: 'LineWouldCloseACircle' }));
  it('is refused where a dotted line would close it', () => change('p1', 'p4', ['p3']).thenRejected({ reason: 'LineWouldCloseACircle' }));
  it('needs posts that exist', () => change('p1', 'p9').thenRejected({ reason: 'PostIsUnknown' }));
  it('may lie in the past', () => change('p1', 'p4', [], '2020-01-31').then(ReportingLineChanged.of({ postId: 'p1', reportsTo: 'p4', dottedTo: [], lineKnown: true })));
  it('may not lie in the future', () => change('p1', 'p4', [], '2026-05-01').thenRejected({ reason: 'DayIsInTheFuture', today: TODAY }));
  it('may not lie before its holder joined', () => change('p1', 'p4', [], '2020-01-30').thenRejected({ reason: 'BeforeThePersonJoined', joinedOn: '2020-01-31' }));
});

describe('deactivating a person', () => {
  const history = [opened('p1'), PersonJoined.of({ personId: 'amara', joinedOn: '2020-01-31' }), PostFilled.of({ postId: 'p1', personId: 'amara', share: 1 })];
  const deactivate = (more: readonly OrganizationEvent[] = [], facts: object = {}) => given(directories, ...history, ...more)
    .when((state) => deactivatePerson({ personId: 'amara', occurredOn: '2026-04-01', today: TODAY, ...facts }, state));
  const deactivated = PersonDeactivated.of({ personId: 'amara' });

  it('is recorded', () => deactivate().then(deactivated));
  it('changes nothing a second time', () => deactivate([deactivated]).then());
  it.each([['who has left', [PersonLeft.of({ personId: 'amara' })], {}], ['who never came', [], { personId: 'zoltan' }]])('does not know somebody %s', (_, more, facts) =>
    deactivate(more, facts).thenRejected({ reason: 'PersonIsUnknown' }));
  it('may lie in the past, not before they joined and not in the future', () => {
    deactivate([], { occurredOn: '2020-01-31' }).then(deactivated);
    deactivate([], { occurredOn: '2020-01-30' }).thenRejected({ reason: 'BeforeThePersonJoined', joinedOn: '2020-01-31' });
    deactivate([], { occurredOn: '2026-05-01' }).thenRejected({ reason: 'DayIsInTheFuture', today: TODAY });
  });
  it('waits for an import that is being recorded', () => given(directories, ...history, staged({ comparedWith: 3 }), confirmed())
    .when((state) => deactivatePerson({ personId: 'amara', occurredOn: '2026-04-01', today: TODAY }, state)).thenRejected({ reason: 'AnotherImportIsBeingRecorded', importId: 'i1' }));

  it('leaves them in their post, and without access until they have left and returned', () => {
    const after = (...more: readonly OrganizationEvent[]) => fold(directories, [...history, deactivated, ...more]);
    expect(valueAt(after().persons, 'amara')).toEqual({ status: 'present', joinedOn: '2020-01-31', postId: 'p1', access: 'ended' });
    expect(after().heldPlaces).toBe(1);
    expect(valueAt(after(PersonLeft.of({ personId: 'amara' }), PersonReturned.of({ personId: 'amara' })).persons, 'amara')).toMatchObject({ status: 'present', access: 'open' });
  });
  it('makes a file stale that was compared before', () => given(directories, ...history, staged({ comparedWith: 3 }), deactivated)
    .when((state) => confirmImport(confirm(), state)).thenRejected({ reason: 'ImportIsStale', comparedWith: 3, revision: 4 }));
});

describe('correcting a fact of a post', () => {
  const history = [opened('p1'), PersonJoined.of({ personId: 'amara', joinedOn: '2020-01-31' }), PostFilled.of({ postId: 'p1', personId: 'amara', share: 1 })];
  const toBe = { field: 'LEVEL' as const, grade: 'SCS2', rank: 20 };
  const correct = (facts: object = {}) => given(directories, ...history).when((state) => correctDirectoryFact({
    postId: 'p1', fact: toBe, reason: 'The file named another grade.', occurredOn: '2026-01-01', today: TODAY, ...facts,
  }, state));
  const corrected = DirectoryFactCorrected.of({ postId: 'p1', fact: toBe, reason: 'The file named another grade.' });

  it('is recorded, and believed from then on', () => {
    correct().then(corrected);
    expect(valueAt(fold(directories, [...history, corrected]).posts, 'p1')).toMatchObject({ grade: 'SCS2', rank: 20, unit: 'Data' });
    const unit = DirectoryFactCorrected.of({ postId: 'p1', fact: { field: 'UNIT', unit: 'Law' }, reason: 'Wrong unit.' });
    expect(valueAt(fold(directories, [...history, unit]).posts, 'p1')).toMatchObject({ grade: 'SCS1', unit: 'Law' });
    expect(valueAt(fold(directories, [...history, unit]).posts, 'p1')).not.toHaveProperty('field');
  });
  it('needs a post that exists', () => correct({ postId: 'p9' }).thenRejected({ reason: 'PostIsUnknown' }));
  it('may not lie before its holder joined, nor in the future', () => {
    correct({ occurredOn: '2020-01-30' }).thenRejected({ reason: 'BeforeThePersonJoined', joinedOn: '2020-01-31' });
    correct({ occurredOn: '2026-05-01' }).thenRejected({ reason: 'DayIsInTheFuture', today: TODAY });
  });
});

it('remembers who left, so that they can return', () => {
  const left = fold(directories, [PersonJoined.of({ personId: 'amara', joinedOn: '2020-01-31' }), PersonLeft.of({ personId: 'amara' })]);
  expect(valueAt(left.persons, 'amara')).toEqual({ status: 'left', joinedOn: '2020-01-31' });
  expect(valueAt(directories.evolve(left, PersonReturned.of({ personId: 'amara' })).persons, 'amara')).toEqual({ status: 'present', joinedOn: '2020-01-31', postId: null, access: 'open' });
  expect(directories.evolve(fold(directories, [opened('p1')]), PostClosed.of({ postId: 'p1' })).posts.size).toBe(0);
});
