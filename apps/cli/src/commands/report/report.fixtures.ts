import type { Report, ReportFigure, ReportLift } from './ask-report.js';

const share = (value: number, n: number, margin = 0.05): ReportFigure => ({ state: 'VALUE', value, unit: 'SHARE', count: [Math.round(value * n)], n: [n], interval: { low: value - margin, high: value + margin, method: 'WILSON' }, kind: null });
const count = (value: number): ReportFigure => ({ state: 'VALUE', value, unit: 'COUNT', count: null, n: [value], interval: null, kind: null });
const plain = (value: number, unit: string): ReportFigure => ({ state: 'VALUE', value, unit, count: null, n: [20], interval: null, kind: null });
const empty = { value: null, unit: null, count: null, n: null, interval: null, kind: null };
export const withheld: ReportFigure = { state: 'SUPPRESSED', ...empty };
export const tooFew: ReportFigure = { ...empty, state: 'TOO_FEW', n: [3, 2] };
const difference: ReportFigure = { state: 'NOT_DISTINGUISHABLE', value: 0.05, unit: 'SHARE', count: null, n: [182, 181], interval: { low: -0.03, high: 0.129, method: 'NEWCOMBE' }, kind: 'ABSOLUTE' };

const lift: ReportLift = {
  horizonMonths: 12, sponsored: share(0.209, 182), compared: share(0.159, 181), absolute: difference,
  relative: { ...difference, value: 0.31, unit: 'RATIO', interval: { low: -0.154, high: 1.029, method: 'KATZ' }, kind: 'RELATIVE' }, smallestDetectable: { ...difference, state: 'VALUE', value: 0.093, interval: null },
  stratified: { difference: tooFew, oddsRatio: { ...plain(1.95, 'RATIO'), interval: { low: 1.08, high: 3.5, method: 'ROBINS_BRESLOW_GREENLAND' } } },
  comparison: { rule: 'Eligible, there and never sponsored on the index date', digest: 'ab'.repeat(32) },
  time: {
    arms: (['SPONSORED', 'COMPARED'] as const).map((group, arm) => ({ group, medianDays: tooFew, points: [91, 182, 273].map((day, at) => ({ day, atRisk: 90 - 20 * at, without: 1 - 0.1 * (at + 1) + 0.02 * arm, low: 0.9 - 0.1 * (at + 1), high: 1 - 0.05 * at })) })),
    logRank: { state: 'NOT_DISTINGUISHABLE', chiSquared: 0.9, p: 0.34 },
  },
};

/** A report with a figure of every state. @param changed what is said otherwise */
export const aReport = (changed: Partial<Report> = {}): Report => ({
  organization: 'harbourline', program: { programId: 'main', name: 'Rising Leaders' }, period: { from: '2025-01-01', to: '2025-12-31' }, asKnownAt: '2026-01-15T12:00:00.000Z',
  position: '22151', chain: 'cd'.repeat(32), lastDay: '2025-12-31', rules: [{ programId: 'main', version: 2 }], notYet: [{ measure: 'K3', missing: 'Meetings are not recorded.' }],
  figures: {
    coverage: { ofEligible: share(0.298, 436), ofEnrolled: withheld, covered: count(141) }, matching: { rate: share(0.88, 331), medianDays: plain(36, 'TIME') },
    commitments: [{ status: 'ACTIVE', count: count(146) }], advocacyRate: plain(0.68, 'PER_MONTH'),
    advocacy: { balance: plain(0.95, 'INDEX'), confirmation: share(0.75, 2574), acts: [{ act: 'BOOST', confirmed: count(770), unconfirmed: count(249) }] },
    keeping: { sponsors: share(0.6, 796), proteges: { ...empty, state: 'NOT_APPLICABLE' } },
    funnel: { steps: [{ stage: 'MADE', sponsorships: count(382), conversion: null }, { stage: 'ACTED', sponsorships: count(343), conversion: share(0.898, 382) }], creditedOutcomes: count(50) },
    outcomes: [{ kind: 'STRETCH_ASSIGNMENT', count: count(80) }], continuity: { kept: share(0.222, 27, 0.15) }, load: { inequality: plain(0.22, 'INDEX'), full: share(0.464, 69) },
    dependency: { concentration: plain(0.94, 'INDEX') }, promotion: lift, retention: lift,
  },
  ...changed,
});
