import { fourDecimals, rate, type Arm, type DifferenceKind, type Figure, type IntervalMethod, type Unit } from '@vouchsafe/statistics';

/** A figure as it is answered: one shape for every measure and every state, so that a hidden one looks like any other. */
export interface FigureView {
  readonly state: 'VALUE' | 'NOT_DISTINGUISHABLE' | 'TOO_FEW' | 'NOT_APPLICABLE' | 'SUPPRESSED';
  readonly value: number | null;
  /** COUNT: of people or things, an estimate of nothing. */
  readonly unit: Unit | 'COUNT' | null;
  /** Of a share, of how many it is true: one number, or one an arm. */
  readonly count: readonly number[] | null;
  readonly n: readonly number[] | null;
  readonly interval: { readonly low: number | null; readonly high: number | null; readonly method: IntervalMethod } | null;
  readonly kind: DifferenceKind | null;
}

/** Something computed, what stands in its place where it is hidden, and of how many people it tells: whoever may not see people sees it only if each of these numbers is large enough. */
export interface Told<Shown = unknown> {
  readonly shown: Shown;
  readonly hidden: Shown;
  readonly tells: readonly number[];
}

/** Points of a curve in their order, shown up to the first that tells of too few: those after it tell of fewer. */
export interface UntilThin<Shown = unknown> { readonly untilThin: readonly Told<Shown>[] }

const nothing = { value: null, unit: null, count: null, n: null, interval: null, kind: null } as const;
const SUPPRESSED: FigureView = { state: 'SUPPRESSED', ...nothing };
const finite = (value: number): number | null => (Number.isFinite(value) ? fourDecimals(value) : null);

const viewOf = (figure: Figure, count: readonly number[] | null): FigureView => {
  switch (figure.state) {
    case 'NOT_APPLICABLE': return { state: 'NOT_APPLICABLE', ...nothing };
    case 'TOO_FEW': return { state: 'TOO_FEW', ...nothing, n: figure.n.map(fourDecimals) };
    case 'VALUE': case 'NOT_DISTINGUISHABLE': {
      const { state, value, unit, n, interval, kind } = figure;
      return {
        state, value: fourDecimals(value), unit, count, n: n.map(fourDecimals),
        interval: interval && { low: finite(interval.low), high: finite(interval.high), method: interval.method }, kind,
      };
    }
  }
};

/** @param tells of how many people, each group of whom must be large enough
 * @param count of a share, or of both arms of a comparison */
export const tell = (figure: Figure, tells: readonly number[], count: readonly number[] | null = null): Told<FigureView> => ({ shown: viewOf(figure, count), hidden: SUPPRESSED, tells });

/** A share of people whose numerator is confidential: both parts tell of people. */
export const tellShare = (arm: Arm): Told<FigureView> => tell(rate(arm), [arm.count, arm.n - arm.count, arm.n], [arm.count]);

/** A share of people whose numerator is openly known, such as a promotion or an exit. */
export const tellOpenShare = (arm: Arm): Told<FigureView> => tell(rate(arm), [arm.n], [arm.count]);

/** A share of things. @param people behind them */
export const tellShareOfThings = (arm: Arm, people: number): Told<FigureView> => tell(rate(arm), [people, arm.count, arm.n - arm.count], [arm.count]);

/** So many. @param people behind them */
export const tellCount = (value: number, people = value): Told<FigureView> =>
  ({ shown: { ...nothing, state: 'VALUE', value: fourDecimals(value), unit: 'COUNT', n: [fourDecimals(value)] }, hidden: SUPPRESSED, tells: [people] });
