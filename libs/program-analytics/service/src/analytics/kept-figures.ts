import { advocacyFigures, keepingFigures, outcomeFigures, type Due, type Tally } from '@vouchsafe/program-analytics-domain';
import type { Cell } from '../program-cells/cell.js';

/** Cells of one measure, summed by part. `people` over several months, or programmes, is the most that any of them has: at least so many are behind it. */
const sums = (cells: readonly Cell[], measure: string): Map<string, Tally> => {
  const found = new Map<string, Tally>();
  for (const { part, n, people } of cells.filter((cell) => cell.measure === measure)) {
    const sum = found.get(part) ?? { n: 0, people: 0 };
    found.set(part, { n: sum.n + n, people: Math.max(sum.people, people) });
  }
  return found;
};

const ACTS = ['AMPLIFY', 'BOOST', 'CONNECT', 'DEFEND'] as const;
const NONE: Tally = { n: 0, people: 0 };

/** The measures that cells answer: the same figures as from the facts, at a price that does not grow with the log. */
export const keptFigures = (cells: readonly Cell[]): Readonly<Record<string, unknown>> => {
  const tallies = (measure: string) => {
    const found = sums(cells, measure);
    return Object.fromEntries(ACTS.map((act) => [act, found.get(act) ?? NONE])) as Record<(typeof ACTS)[number], Tally>;
  };
  const recorded = tallies('RECORDED');
  const [due, kept] = [sums(cells, 'PLEDGES_DUE'), sums(cells, 'PLEDGES_KEPT')];
  const side = (name: string): Due => ({ due: due.get(name)?.n ?? 0, onTime: kept.get(name)?.n ?? 0, people: due.get(name)?.people ?? 0 });
  return {
    advocacy: advocacyFigures({ recorded, confirmed: tallies('CONFIRMED'), people: Math.max(...ACTS.map((act) => recorded[act].people)) }),
    keeping: keepingFigures({ SPONSOR: side('SPONSOR'), PROTEGE: side('PROTEGE') }),
    outcomes: outcomeFigures(sums(cells, 'OUTCOMES')),
  };
};

