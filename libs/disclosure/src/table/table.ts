/** A number of distinct people that is published, or could be. */
export interface Cell {
  readonly id: string;
  readonly count: number;
  /** Whether somebody is to be hidden in it: false for a count whose parts are open facts, such as promotions, which is hidden only with what it belongs to. */
  readonly guarded: boolean;
  /** The cell without which this one means nothing: where that is hidden, this is too. A rate goes with its denominator. */
  readonly follows?: string;
}

/** A total and the cells that add up to it: true of the counts, and known to whoever reads the table. */
export interface Sum { readonly total: string; readonly parts: readonly string[] }

/** Cells, each once, and all the sums that hold between them. */
export interface Table { readonly cells: readonly Cell[]; readonly sums: readonly Sum[] }

/** Every cell that a cell is part of, near or far. */
export const totalsOf = ({ cells, sums }: Table): ReadonlyMap<string, ReadonlySet<string>> => {
  const above = new Map<string, string[]>(cells.map(({ id }) => [id, []]));
  for (const { total, parts } of sums) for (const part of parts) above.get(part)?.push(total);
  const found = new Map<string, ReadonlySet<string>>();
  const reach = (id: string): ReadonlySet<string> => {
    const known = found.get(id);
    if (known) return known;
    const reached = new Set<string>();
    for (const total of above.get(id) ?? []) {
      reached.add(total);
      for (const further of reach(total)) reached.add(further);
    }
    found.set(id, reached);
    return reached;
  };
  for (const { id } of cells) reach(id);
  return found;
};
