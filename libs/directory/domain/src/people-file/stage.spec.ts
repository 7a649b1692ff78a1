import { ORGANOGRAM_HEADER, aPersonRow, aPostRow, HR_HEADER, staged } from './people-file.fixtures.js';
import { defaultGradeRanks } from './grade-ranks.js';
import { hrProfile, organogramProfile, type MappingProfile } from './mapping-profile.js';
import { countVerdicts } from './row-verdict.js';
import { stage } from './stage.js';

const verdictsOf = (rows: string[][], profile: MappingProfile = organogramProfile) =>
  staged(rows, { profile }).verdicts.map(({ line, column, code }) => `${line} ${column ?? '-'}: ${code}`);
const hrVerdictsOf = (...rows: string[][]) => verdictsOf(rows, hrProfile);

describe('a row of an organogram', () => {
  it('is accepted without a word where nothing is odd', () => {
    const file = staged([aPostRow('1', 'XX', { grade: 'SCS4' }), aPostRow('2', '1'), aPostRow('3', '')]);
    expect(file.verdicts).toEqual([]);
    expect(file.figures).toEqual({ rows: 3, posts: 3, holders: 3, tops: 2, depth: 1, closure: 1, units: 1, belowAHole: 0 });
    expect(file.posts.get('2')).toMatchObject({ reportsTo: '1', grade: 'SCS1', rank: 10, unit: 'Data', function: 'Policy', lineKnown: true });
  });

  it.each(['', '0', '-', 'XX', 'N/A', 'NA', " '0' "])('is rejected without a key: %j', (key) => {
    const file = staged([aPostRow(key, '', { grade: 'LORD', fte: '' }), aPostRow('2', key)]);
    expect(file.verdicts.filter(({ line }) => line === 2)).toEqual([{ line: 2, column: 'Post Unique Reference', code: 'NO_KEY' }]);
    expect([file.rejectedRows, file.figures.posts]).toEqual([1, 1]);
  });

  it('is rejected with all rows of its key where grades or lines conflict', () => {
    expect(verdictsOf([aPostRow('1'), aPostRow('1', '', { grade: 'SCS2' }), aPostRow('2', '1')]))
      .toEqual(['2 Post Unique Reference: KEY_CONFLICT', '3 Post Unique Reference: KEY_CONFLICT', '4 Reports to Senior Post: DANGLING_LINE']);
    expect(verdictsOf([aPostRow('1'), aPostRow('2'), aPostRow('3', '1'), aPostRow('3', '2')]))
      .toEqual(['4 Post Unique Reference: KEY_CONFLICT', '5 Post Unique Reference: KEY_CONFLICT']);
  });

  it('does not conflict with itself by writing "no line" in two ways', () => {
    expect(verdictsOf([aPostRow('1', 'XX'), aPostRow('1', '', { fte: '0.5' })])).toEqual(['2 Post Unique Reference: SHARED_POST']);
  });

  it('carries nothing but SAME_ROW_TWICE where it repeats another, spaces and apostrophes aside', () => {
    const file = staged([aPostRow('1', '', { fte: '' }), aPostRow(' 1', '', { fte: '', title: "'Head of 1'" }), aPostRow('1', '', { fte: '' })]);
    expect(countVerdicts(file.verdicts)).toEqual({ NO_FTE: 1, SAME_ROW_TWICE: 2 });
    expect(file.figures).toMatchObject({ rows: 3, posts: 1, holders: 1 });
  });

  it('is not taken for a repetition where only the cut between cells differs', () => {
    expect(verdictsOf([aPostRow('1', '', { title: 'ab', unit: 'c' }), aPostRow('1', '', { title: 'a', unit: 'bc' })]))
      .toEqual(['2 Post Unique Reference: SHARED_POST']);
  });

  it('makes one more holder of a shared post, which is noted once', () => {
    const file = staged([aPostRow('1', '', { fte: '0.4' }), aPostRow('1', '', { fte: '0.6' }), aPostRow('1', '', { fte: '0.5' })]);
    expect(file.verdicts).toEqual([{ line: 2, column: 'Post Unique Reference', code: 'SHARED_POST' }]);
    expect(file.figures).toMatchObject({ posts: 1, holders: 3 });
    expect(file.posts.get('1')!.holders.map(({ share }) => share)).toEqual([0.4, 0.6, 0.5]);
  });

  it.each(['Not in post', 'NOT IN POST.', 'vacant', 'Vacant.'])('leaves a post without holder: %s', (title) => {
    const file = staged([aPostRow('1', '', { title })]);
    expect(file.verdicts).toEqual([{ line: 2, column: 'Job Title', code: 'VACANT_POST' }]);
    expect(file.figures).toMatchObject({ posts: 1, holders: 0 });
  });

  it('has no rank for a grade that the table lacks, were it the name of something every object has', () => {
    const file = staged([aPostRow('1', '', { grade: 'toString' })]);
    expect(file.verdicts).toEqual([{ line: 2, column: 'Grade (or equivalent)', code: 'UNKNOWN_GRADE' }]);
    expect(file.posts.get('1')).toMatchObject({ grade: 'toString', rank: null });
  });

  it.each([
    ['', 'NO_FTE'], ['0', 'BAD_FTE'], ['1.01', 'BAD_FTE'], ['-1', 'BAD_FTE'], ['http://example.org/#tenure48', 'BAD_FTE'], ['NaN', 'BAD_FTE'], ['0x1', 'BAD_FTE'],
  ])('works an unknown share for FTE %j: %s', (fte, code) => {
    const file = staged([aPostRow('1', '', { fte })]);
    expect(file.verdicts).toEqual([{ line: 2, column: 'FTE', code }]);
    expect(file.posts.get('1')!.holders).toEqual([{ line: 2, share: null, person: null }]);
  });

  it('is noted where any value holds a broken character, in a column that nobody reads too', () => {
    const header = [...ORGANOGRAM_HEADER, 'Remarks'];
    const file = staged([[...aPostRow('1', '', { title: 'Caf\uFFFD' }), '\uFFFD'], [...aPostRow('2'), 'a\uFFFDb']], { header });
    expect(file.verdicts).toEqual([{ line: 2, column: 'Job Title', code: 'BROKEN_CHARACTER' }, { line: 3, column: 'Remarks', code: 'BROKEN_CHARACTER' }]);
  });

  it('is rejected where it does not fit the header', () => {
    expect(verdictsOf([[...aPostRow('1'), 'more'], aPostRow('2').slice(1), ['']])).toEqual(['2 -: TOO_MANY_COLUMNS', '3 -: TOO_FEW_COLUMNS', '4 -: TOO_FEW_COLUMNS']);
  });
});

describe('a line', () => {
  it('that leads to no accepted row is refused on each of its rows, and the chain below is unknown', () => {
    const file = staged([aPostRow('1', '9', { fte: '0.5' }), aPostRow('1', '9', { fte: '0.6' }), aPostRow('2', '1'), aPostRow('3')]);
    expect(countVerdicts(file.verdicts)).toEqual({ SHARED_POST: 1, DANGLING_LINE: 2 });
    expect(file.figures).toMatchObject({ posts: 3, tops: 1, depth: 0, closure: 1, belowAHole: 2 });
    expect(file.posts.get('1')).toMatchObject({ reportsTo: null, lineKnown: false });
  });

  it.each([1, 2, 3, 1000])('is refused in a circle of %i', (size) => {
    const circle = Array.from({ length: size }, (_, index) => aPostRow(`c${index}`, `c${(index + 1) % size}`));
    const file = staged([...circle, aPostRow('below', 'c0'), aPostRow('top')]);
    expect(countVerdicts(file.verdicts)).toEqual({ LINE_IN_A_CIRCLE: size });
    expect(file.verdicts[0]).toEqual({ line: 2, column: 'Reports to Senior Post', code: 'LINE_IN_A_CIRCLE' });
    expect(file.figures).toMatchObject({ posts: size + 2, tops: 1, depth: 0, closure: 1, belowAHole: size + 1 });
  });

  it('of a shared post in a circle counts once', () => {
    expect(countVerdicts(staged([aPostRow('1', '1', { fte: '0.5' }), aPostRow('1', '1', { fte: '0.4' })]).verdicts)).toEqual({ SHARED_POST: 1, LINE_IN_A_CIRCLE: 1 });
  });

  it('may be one of a thousand in a chain', () => {
    const file = staged(Array.from({ length: 1000 }, (_, index) => aPostRow(String(1000 - index), index === 999 ? 'XX' : String(999 - index))));
    expect(file.verdicts).toEqual([]);
    expect(file.figures).toMatchObject({ tops: 1, depth: 999, closure: (1000 * 999) / 2, belowAHole: 0 });
  });
});

describe('a row of an HR file', () => {
  it('is a person in a post of their own, with lines to persons', () => {
    const file = staged([aPersonRow('7'), aPersonRow('8', '7', { languages: 'en; pt-BR', timeZone: 'Africa/Lagos', ratingBand: ' B ' })], { profile: hrProfile });
    expect(file.verdicts).toEqual([]);
    expect(file.posts.get('holder:8')).toMatchObject({ reportsTo: 'holder:7', holders: [{ person: { employeeNumber: '8', languages: ['en', 'pt-BR'], ratingBand: 'B' } }] });
  });

  it.each(['jobTitle', 'grade', 'unit', 'startDate'] as const)('is rejected without %s', (field) => {
    expect(hrVerdictsOf(aPersonRow('7', '', { [field]: ' ' }))).toEqual([`2 ${hrProfile.columns[field]}: NO_REQUIRED_VALUE`]);
  });

  it('is rejected without an employee number', () => expect(hrVerdictsOf(aPersonRow('N/A'))).toEqual(['2 Employee ID: NO_KEY']));

  it('is rejected with its double: one person cannot be two', () => {
    expect(hrVerdictsOf(aPersonRow('7'), aPersonRow('7', '', { jobTitle: 'Writer', workEmail: 'x@example.org' })))
      .toEqual(['2 Employee ID: KEY_CONFLICT', '3 Employee ID: KEY_CONFLICT']);
  });

  it.each([['31/01/2020'], ['2021-02-29'], ['2020-1-31'], ['yesterday']])('is rejected for the date %s', (startDate) => {
    expect(hrVerdictsOf(aPersonRow('7', '', { startDate }))).toEqual(['2 Start Date: BAD_DATE']);
  });

  it('reads dates in the declared format', () => {
    const profile: MappingProfile = { ...hrProfile, dateFormat: 'DD/MM/YYYY' } as MappingProfile;
    const file = staged([aPersonRow('7', '', { startDate: '9/2/2021' })], { profile });
    expect(file.posts.get('holder:7')!.holders[0]!.person!.joinedOn).toBe('2021-02-09');
  });

  it('is rejected where the end lies before the start', () =>
    expect(hrVerdictsOf(aPersonRow('7', '', { endDate: '2020-01-30' }))).toEqual(['2 End Date: ENDS_BEFORE_START']));

  it('signs nobody in by an unusable or a shared address', () => {
    const rows = [aPersonRow('7', '', { workEmail: 'amara at example' }), aPersonRow('8', '', { workEmail: 'desk@example.org' }), aPersonRow('9', '', { workEmail: 'Desk@Example.org' })];
    expect(hrVerdictsOf(...rows)).toEqual(['2 Work Email: BAD_EMAIL', '3 Work Email: EMAIL_TWICE', '4 Work Email: EMAIL_TWICE']);
    const addresses = [...staged(rows, { profile: hrProfile }).posts.values()].map(({ holders }) => holders[0]!.person!.workEmail);
    expect(addresses).toEqual([null, null, null]);
  });

  it('keeps no time zone and no language that the lists lack', () => {
    const rows = [aPersonRow('7', '', { timeZone: 'Mars/Olympus', languages: 'en;klingonish' })];
    expect(hrVerdictsOf(...rows)).toEqual(['2 Time Zone: UNKNOWN_TIME_ZONE', '2 Languages: UNKNOWN_LANGUAGE']);
    expect(staged(rows, { profile: hrProfile }).posts.get('holder:7')!.holders[0]!.person).toMatchObject({ timeZone: null, languages: ['en'] });
  });

  it('counts nobody who has left, or who is yet to come', () => {
    const file = staged([
      aPersonRow('6'), aPersonRow('7', '', { endDate: '2026-03-30' }), aPersonRow('8', '', { status: 'Terminated' }),
      aPersonRow('9', '', { startDate: '2026-04-01' }), aPersonRow('10', '7'), aPersonRow('11', '', { endDate: '2026-03-31' }),
    ], { profile: hrProfile });
    expect([...file.posts.keys()]).toEqual(['holder:6', 'holder:10', 'holder:11']);
    expect(file.verdicts).toEqual([{ line: 6, column: 'Manager ID', code: 'DANGLING_LINE' }]);
  });

  it('has dotted lines, which are refused like others', () => {
    const file = staged([aPersonRow('1'), aPersonRow('2', '1', { dottedManagerIds: '3;9' }), aPersonRow('3', '2')], { profile: hrProfile });
    expect(file.verdicts.map(({ line, column, code }) => `${line} ${column}: ${code}`))
      .toEqual(['3 Dotted Manager IDs: DANGLING_LINE', '3 Dotted Manager IDs: LINE_IN_A_CIRCLE', '4 Manager ID: LINE_IN_A_CIRCLE']);
    expect(file.figures.belowAHole).toBe(2);
  });

  it('may name a post that several people share', () => {
    const file = staged([aPersonRow('1', '', { postId: 'P1' }), aPersonRow('2', '', { postId: 'P1' }), aPersonRow('3', '2')], { profile: hrProfile });
    expect(countVerdicts(file.verdicts)).toEqual({ SHARED_POST: 1 });
    expect(file.posts.get('P1')!.holders).toHaveLength(2);
    expect(file.posts.get('holder:3')).toMatchObject({ reportsTo: 'P1' });
  });
});

describe('a header', () => {
  const opened = (header: string[], profile: MappingProfile = organogramProfile) =>
    stage(header, [], { profile, ranks: defaultGradeRanks, asOf: '2026-03-31' }).refusal?.name ?? 'read';

  it('is known by its headings, however they are written', () => {
    expect(opened(ORGANOGRAM_HEADER)).toBe('read');
    expect(opened([...ORGANOGRAM_HEADER].reverse())).toBe('read');
    expect(opened(['employee_id', 'jobTitle', 'GRADE', 'unit', 'start date'], hrProfile)).toBe('read');
  });
  it('is missed where data come first', () => expect(opened(aPostRow('1'))).toBe('FileHasNoHeader'));
  it.each(ORGANOGRAM_HEADER)('is refused without %s', (heading) =>
    expect(opened(ORGANOGRAM_HEADER.filter((other) => other !== heading))).toBe('ColumnIsMissing'));
  it('is refused where two columns could be the one that is meant', () => {
    expect(opened([...ORGANOGRAM_HEADER, 'unit '])).toBe('ColumnIsTwice');
    expect(opened([...HR_HEADER, 'Remarks', 'Remarks'], hrProfile)).toBe('read');
  });
});
