import { folding } from '@vouchsafe/projections/testing';
import { accountClosed, cameBack, employed, filled, joined, leftTheHouse, levelCorrected, levelled, movedUnit, opened, vacated } from './people-facts.fixtures.js';
import { peopleFacts } from './people-facts.projection.js';
import type { Happened } from '../program-facts/program-facts.fixtures.js';

const told = (...history: readonly Happened[]) => folding(peopleFacts, ...history.map(({ event, on }) => ({ ...event, occurredOn: on })));
const now = (row: object) => ({ knownTo: null, ...row });

it('keeps who was here, and when access had ended, by what was believed from position to position', () =>
  told(joined('ben', '2024-01-01'), accountClosed('ben', '2024-05-01'), leftTheHouse('ben', '2024-06-01'), cameBack('ben', '2025-01-01')).inBatchesOf(1, 2, 4).leavesIn('presence_fact',
    { knownFrom: 1, knownTo: 2 }, { knownFrom: 2, knownTo: 3, closed: [{ from: '2024-05-01', until: null }] }, { knownFrom: 3, knownTo: 4, stays: [{ from: '2024-01-01', until: '2024-06-01' }] },
    now({ stays: [{ from: '2024-01-01', until: '2024-06-01' }, { from: '2025-01-01', until: null }], closed: [{ from: '2024-05-01', until: '2025-01-01' }] })));

it('keeps the course of a post and those who held it', () =>
  told(opened('p', '2024-01-01', { rank: 20, unit: 'Retail' }), filled('p', 'ben', '2024-01-01'), levelled('p', 30, '2024-07-01'), movedUnit('p', 'Risk', '2024-08-01'), vacated('p', 'ben', '2024-09-01'), filled('p', 'cleo', '2024-09-01')).inBatchesOf(1, 3, 6).leavesIn('post_course_fact',
    ...Array.from({ length: 5 }, (_, index) => ({ knownFrom: index + 1, knownTo: index + 2 })),
    now({
      ranks: [{ from: '2024-01-01', value: 20, corrected: false }, { from: '2024-07-01', value: 30, corrected: false }], units: [{ from: '2024-01-01', value: 'Retail', corrected: false }, { from: '2024-08-01', value: 'Risk', corrected: false }],
      holders: [{ personId: 'ben', share: 1, from: '2024-01-01', until: '2024-09-01' }, { personId: 'cleo', share: 1, from: '2024-09-01', until: null }],
    })));

it('tells a correction that moves a change from one that says it never was', () =>
  told(...employed('ben', '2024-01-01'), levelled('post-ben', 30, '2024-07-01'), levelCorrected('post-ben', 30, '2024-06-10'), levelCorrected('post-ben', 25, '2024-03-01')).inBatchesOf(1, 6).leavesIn('post_course_fact',
    ...[1, 3, 4].map((knownFrom) => ({ knownFrom })),
    { ranks: [{ from: '2024-01-01', value: 20, corrected: false }, { from: '2024-06-10', value: 30, corrected: false }] },
    now({ ranks: [{ from: '2024-01-01', value: 20, corrected: false }, { from: '2024-03-01', value: 25, corrected: true }] })));
