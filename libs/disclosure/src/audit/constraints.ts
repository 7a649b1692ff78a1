import type { Table } from '../table/table.js';

/** What a reader knows of the hidden cells: of each sum that touches one, the hidden members with their signs, and what the shown ones leave for them. */
export interface Constraint { readonly terms: readonly (readonly [cell: number, sign: 1 | -1])[]; readonly equals: number }

export interface Knowledge {
  /** The hidden cells: a constraint names them by their place here. */
  readonly cells: readonly string[];
  readonly constraints: readonly Constraint[];
}

/** @throws Error for a sum that the counts contradict: then the table is wrong, and nothing may be concluded from it */
export const knowledgeOf = ({ cells, sums }: Table, hidden: ReadonlySet<string>): Knowledge => {
  const listed = cells.filter(({ id }) => hidden.has(id)).map(({ id }) => id);
  const numbers = new Map(listed.map((id, number) => [id, number]));
  const counts = new Map(cells.map(({ id, count }) => [id, count]));
  const constraints: Constraint[] = [];
  for (const { total, parts } of sums) {
    const terms: (readonly [number, 1 | -1])[] = [];
    let shown = 0;
    let truth = 0;
    for (const [id, sign] of [[total, 1], ...parts.map((part) => [part, -1])] as [string, 1 | -1][]) {
      const count = counts.get(id);
      if (count === undefined) throw new Error(`A sum speaks of ${id}, which is no cell.`);
      truth += sign * count;
      const number = numbers.get(id);
      if (number === undefined) shown += sign * count;
      else terms.push([number, sign]);
    }
    if (truth !== 0) throw new Error(`The parts of ${total} do not add up to it.`);
    if (terms.length > 0) constraints.push({ terms, equals: -shown });
  }
  return { cells: listed, constraints };
};
