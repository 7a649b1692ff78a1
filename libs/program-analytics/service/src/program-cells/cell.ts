/** What one programme counts in one month, of one part of one measure. */
export interface Cell {
  readonly programId: string;
  readonly measure: string;
  readonly part: string;
  /** Its first day. */
  readonly month: string;
  /** Of a flow what the month adds; of a stock by how much it rose or fell. */
  readonly n: number;
  readonly people: number;
}

const keyOf = ({ programId, measure, part, month }: Cell): string => JSON.stringify([programId, measure, part, month]);

/** By how much each cell changed; those that did not are left out. */
export const difference = (before: readonly Cell[], after: readonly Cell[]): Cell[] => {
  const changes = new Map(after.map((cell) => [keyOf(cell), cell]));
  for (const cell of before) {
    const now = changes.get(keyOf(cell));
    changes.set(keyOf(cell), { ...cell, n: (now?.n ?? 0) - cell.n, people: (now?.people ?? 0) - cell.people });
  }
  return [...changes.values()].filter(({ n, people }) => n !== 0 || people !== 0);
};
