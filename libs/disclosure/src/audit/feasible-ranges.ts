import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { Knowledge } from './constraints.js';

/** The least and the greatest count that a cell can have, given all that is shown; Infinity where nothing bounds it. */
export interface Range { readonly least: number; readonly greatest: number }

/** @returns one range per cell, in their order */
export type RangeSolver = (knowledge: Knowledge) => Promise<readonly Range[]>;

/** What the thread does: two linear programmes a cell, from one model, each beginning where the last ended. As text, because the tests compile in memory and the
 * product from files: a thread would need the file. */
const THREAD = `
const { parentPort, workerData: { highs } } = require('node:worker_threads');
const loading = require(highs)();
const solve = (solver, { cells, starts, indices, values, equals }) => {
  const model = solver.createModel({
    numCols: cells, numRows: equals.length, colCost: new Array(cells).fill(0), colLower: new Array(cells).fill(0), colUpper: new Array(cells).fill(solver.infinity),
    rowLower: equals, rowUpper: equals, matrix: { format: 'csr', numRows: equals.length, numCols: cells, starts, indices, values },
  });
  try {
    model.options.set('output_flag', false);
    model.options.set('presolve', 'off');
    const { minimize, maximize } = solver.constants.objectiveSense;
    const reach = (sense) => {
      model.changeObjectiveSense(sense);
      const { modelStatus } = model.run();
      if (modelStatus === 7) return model.getObjectiveValue();
      if (modelStatus === 9 || modelStatus === 10) return sense === maximize ? Infinity : -Infinity;
      throw new Error('The solver ended with model status ' + modelStatus + '.');
    };
    const ranges = [];
    for (let cell = 0; cell < cells; cell += 1) {
      model.changeColCost(cell, 1);
      ranges.push({ least: reach(minimize), greatest: reach(maximize) });
      model.changeColCost(cell, 0);
    }
    return ranges;
  } finally {
    model.dispose();
  }
};
parentPort.on('message', ({ id, problem }) => {
  loading.then((solver) => parentPort.postMessage({ id, ranges: solve(solver, problem) })).catch((error) => parentPort.postMessage({ id, error: String(error) }));
});
`;

interface Answer { readonly id: number; readonly ranges?: readonly Range[]; readonly error?: string }

/** One thread for all audits of the process, which keeps no process alive and goes when it has had nothing to do for a while: starting it takes longer than most audits. */
class SolverThread {
  private worker: Worker | undefined;
  private idle: NodeJS.Timeout | undefined;
  private asked = 0;
  private readonly waiting = new Map<number, { resolve: (ranges: readonly Range[]) => void; reject: (error: Error) => void }>();

  solve(problem: object): Promise<readonly Range[]> {
    clearTimeout(this.idle);
    const worker = (this.worker ??= this.started());
    return new Promise((resolve, reject) => {
      const id = (this.asked += 1);
      this.waiting.set(id, { resolve, reject });
      worker.ref(); // somebody waits for it
      worker.postMessage({ id, problem });
    });
  }

  private started(): Worker {
    const worker = new Worker(THREAD, { eval: true, workerData: { highs: createRequire(import.meta.url).resolve('highs') } });
    worker.on('message', ({ id, ranges, error }: Answer) => {
      const { resolve, reject } = this.waiting.get(id)!;
      this.waiting.delete(id);
      if (this.waiting.size === 0) this.rest(worker);
      if (ranges) resolve(ranges);
      else reject(new Error(error));
    });
    const gone = (why: Error): void => {
      if (this.worker === worker) this.worker = undefined;
      for (const { reject } of this.waiting.values()) reject(why);
      this.waiting.clear();
    };
    worker.on('error', gone);
    worker.on('exit', (code) => { if (this.worker === worker) gone(new Error(`The solver's thread ended with ${code} and said nothing.`)); });
    return worker;
  }

  private rest(worker: Worker): void {
    worker.unref();
    this.idle = setTimeout(() => {
      this.worker = undefined;
      void worker.terminate();
    }, IDLE_MILLISECONDS).unref();
  }
}

const IDLE_MILLISECONDS = 30_000;
const thread = new SolverThread();

/** Solves in a thread of its own: a release of hundreds of hidden cells would hold up every other request.
 * @throws Error if the solver cannot say, as for constraints that contradict each other
 * @see Huangfu & Hall, "Parallelizing the dual revised simplex method" (2018), for HiGHS */
export const rangesInThread: RangeSolver = async ({ cells, constraints }) => {
  if (cells.length === 0) return [];
  if (constraints.length === 0) return cells.map(() => ({ least: 0, greatest: Infinity }));
  const starts = [0];
  for (const { terms } of constraints) starts.push(starts.at(-1)! + terms.length);
  const terms = constraints.flatMap((constraint) => constraint.terms);
  return thread.solve({ cells: cells.length, starts, indices: terms.map(([cell]) => cell), values: terms.map(([, sign]) => sign), equals: constraints.map(({ equals }) => equals) });
};
