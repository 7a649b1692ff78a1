import { accept, reject, stream, type Decision } from '@vouchsafe/decider';
import { BenchmarkBoundDeclared, benchmarkEvents, BenchmarkReleased, type Benchmark, type BenchmarkEvent } from '@vouchsafe/program-analytics-contracts';

/** What a circle has answered, and how many people of a member count at most; null where nobody has said. */
export interface Benchmarks { readonly bound: number | null; readonly answers: readonly Benchmark[] }

const evolve = (state: Benchmarks, { type, data }: BenchmarkEvent): Benchmarks => {
  switch (type) {
    case 'BenchmarkBoundDeclared': return { ...state, bound: data.bound };
    case 'BenchmarkReleased': return { ...state, answers: [...state.answers, data] };
  }
};
export const benchmarks = stream<Benchmarks, BenchmarkEvent>('benchmark', benchmarkEvents, { bound: null, answers: [] }, evolve);

export type DeclareBenchmarkBoundRejection = { reason: 'BoundIsDeclared' } | { reason: 'OnlyACircleCompares' };
/** Said once, before any data are seen: a bound chosen afterwards would be chosen by what they show. */
export const declareBenchmarkBound = ({ bound, isACircle }: { bound: number; isACircle: boolean }, state: Benchmarks): Decision<BenchmarkEvent, DeclareBenchmarkBoundRejection> => {
  if (!isACircle) return reject({ reason: 'OnlyACircleCompares' });
  return state.bound === null ? accept(BenchmarkBoundDeclared.of({ bound })) : reject({ reason: 'BoundIsDeclared' });
};

/** A question is answered once: drawn again, its noise would average away.
 * @param draw the answer, noise and all; called only where there is none yet */
export const releaseBenchmark = (draw: () => Benchmark, question: string, state: Benchmarks): Decision<BenchmarkEvent, never> =>
  (state.answers.some((answer) => answer.question === question) ? accept() : accept(BenchmarkReleased.of(draw())));
