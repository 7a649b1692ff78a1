import highsLoader, { type Highs } from 'highs';
import type { RangeSolver } from './audit/feasible-ranges.js';

// The package types its face as a module with a default, and is itself that default.
const load = highsLoader as unknown as typeof highsLoader.default;
let loaded: Promise<Highs> | undefined;

/** The same bounds without a thread: for properties that ask a thousand times. */
export const rangesHere: RangeSolver = async ({ cells, constraints }) => {
  loaded ??= load();
  const highs = await loaded;
  if (constraints.length === 0) return cells.map(() => ({ least: 0, greatest: Infinity }));
  const infinity = highs.infinity;
  const starts = [0];
  for (const { terms } of constraints) starts.push(starts.at(-1)! + terms.length);
  const terms = constraints.flatMap((constraint) => constraint.terms);
  const equals = constraints.map((constraint) => constraint.equals);
  const zeros = cells.map(() => 0);
  return highs.withModel({
    numCols: cells.length, numRows: constraints.length, colCost: zeros, colLower: zeros, colUpper: cells.map(() => infinity), rowLower: equals, rowUpper: equals,
    matrix: { format: 'csr', numRows: constraints.length, numCols: cells.length, starts, indices: terms.map(([cell]) => cell), values: terms.map(([, sign]) => sign) },
  }, (model) => {
    model.options.set('output_flag', false);
    const { minimize, maximize } = highs.constants.objectiveSense;
    return cells.map((_, cell) => {
      model.changeColCost(cell, 1);
      model.changeObjectiveSense(minimize);
      model.run();
      const least = model.getObjectiveValue();
      model.changeObjectiveSense(maximize);
      const { modelStatus } = model.run();
      const greatest = modelStatus === 7 ? model.getObjectiveValue() : Infinity;
      model.changeColCost(cell, 0);
      return { least, greatest };
    });
  });
};
