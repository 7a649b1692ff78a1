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
const { parentPort, workerData: { highs, cells, starts, indices, values, equals } } = require('node:worker_threads');
require(highs)().then((solver) => {
  const model = solver.createModel({
    numCols: cells, numRows: equals.length, colCost: new Array(cells).fill(0), colLower: new Array(cells).fill(0), colUpper: new Array(cells).fill(solver.infinity),
    rowLower: equals, rowUpper: equals, matrix: { format: 'csr', numRows: equals.length, numCols: cells, starts, indices, values },
  });
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
  model.dispose();
  parentPort.postMessage(ranges);
});
`;

/** Solves in a thread of its own: a release of hundreds of hidden cells would hold up every other request.
 * @throws Error if the solver cannot say, as for constraints that contradict each other
 * @see Huangfu & Hall, "Parallelizing the dual revised simplex method" (2018), for HiGHS */
export const rangesInThread: RangeSolver = async ({ cells, constraints }) => {
  if (cells.length === 0) return [];
  if (constraints.length === 0) return cells.map(() => ({ least: 0, greatest: Infinity }));
  const starts = [0];
  for (const { terms } of constraints) starts.push(starts.at(-1)! + terms.length);
  const terms = constraints.flatMap((constraint) => constraint.terms);
  const highs = createRequire(import.meta.url).resolve('highs');
  const workerData = { highs, cells: cells.length, starts, indices: terms.map(([cell]) => cell), values: terms.map(([, sign]) => sign), equals: constraints.map(({ equals }) => equals) };
  const worker = new Worker(THREAD, { eval: true, workerData });
  try {
    return await new Promise<readonly Range[]>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`The solver's thread ended with ${code} and said nothing.`)));
    });
  } finally {
    await worker.terminate();
  }
};
