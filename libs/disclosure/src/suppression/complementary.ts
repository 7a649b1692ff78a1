import type { Table } from '../table/table.js';
import { withFollowers } from './thin.js';
import { WeakSpots } from './weak-spot.js';

export interface Suppression {
  /** Everything hidden: what had to be, and what hides it. */
  readonly hidden: ReadonlySet<string>;
  /** EXACT: no smaller choice hides as well. GREEDY: the table was too large to know. FAILED: nothing that may be hidden is left, and something still shows. */
  readonly found: 'EXACT' | 'GREEDY' | 'FAILED';
}

interface Choice { readonly cells: readonly number[]; readonly hidden: ReadonlySet<string>; readonly total: number }

/** Fewest cells, then the smallest hidden total, then the stable order of the table. */
const before = (one: Choice, other: Choice): number => {
  if (one.hidden.size !== other.hidden.size) return one.hidden.size - other.hidden.size;
  if (one.total !== other.total) return one.total - other.total;
  for (const [at, cell] of one.cells.entries()) if (cell !== other.cells[at]) return cell - (other.cells[at] ?? -1);
  return 0;
};

/** How long the exact search goes on: choices looked at, and the work of looking, in cells of dictionaries. Not time, which would give one table two answers. */
const CHOICES = 500;
const WORK = 20_000_000;
const SHOWN_AGAIN_UNTIL = 3 * WORK;

/** Hides further cells until no hidden one can be worked out, or placed within less than k, from all that is shown together.
 * First exactly: choices are looked at from the smallest on, and each that fails is followed by those with one more cell of a place where it fails; the first
 * that holds is the best. Where that takes too long (five hundred choices), greedily: at each weak spot the smallest cell of k people or more, or else the
 * largest; then cells that turn out not to be needed are shown again, the largest first, for as long again. Greedy may hide more than needed, never less.
 * @param hidden what has to be hidden, such as thin cells
 * @param fixed what is known already and cannot be hidden any more
 * @see Fischetti & Salazar-González, "Models and Algorithms for the 2-Dimensional Cell Suppression Problem" (1999), for the problem */
export const hideComplements = (table: Table, hidden: ReadonlySet<string>, k: number, fixed: ReadonlySet<string> = new Set()): Suppression => {
  const counts = new Map(table.cells.map(({ id, count }) => [id, count]));
  const order = new Map(table.cells.map(({ id }, index) => [id, index]));
  const spots = new WeakSpots(table, k);
  const mayHide = (id: string): boolean => !fixed.has(id);
  const choice = (ids: ReadonlySet<string>): Choice => {
    const all = withFollowers(table, ids, fixed);
    return { hidden: all, cells: [...all].map((id) => order.get(id)!).sort((a, b) => a - b), total: [...all].reduce((sum, id) => sum + counts.get(id)!, 0) };
  };
  const start = choice(new Set([...hidden].filter(mayHide)));
  return exactly(start) ?? greedily(start);

  function exactly(first: Choice): Suppression | undefined {
    const waiting = new Heap();
    waiting.put(first);
    const seen = new Set<string>([first.cells.join()]);
    for (let looked = 0; looked < CHOICES && spots.work < WORK; looked += 1) {
      const next = waiting.take();
      if (!next) return { hidden: first.hidden, found: 'FAILED' };
      const spot = spots.first(next.hidden);
      if (!spot) return { hidden: next.hidden, found: 'EXACT' };
      for (const id of spot.hideOneOf.filter(mayHide)) {
        const further = choice(new Set([...next.hidden, id]));
        if (seen.has(further.cells.join())) continue;
        seen.add(further.cells.join());
        waiting.put(further);
      }
    }
    return undefined;
  }

  function greedily(first: Choice): Suppression {
    let chosen: ReadonlySet<string> = first.hidden;
    const added: string[] = [];
    for (let spot = spots.first(chosen); spot; spot = spots.first(chosen)) {
      const candidates = spot.hideOneOf.filter((id) => mayHide(id) && !chosen.has(id)).sort((a, b) => counts.get(a)! - counts.get(b)! || order.get(a)! - order.get(b)!);
      const next = candidates.find((id) => counts.get(id)! >= k) ?? candidates.at(-1);
      if (next === undefined) return { hidden: chosen, found: 'FAILED' };
      added.push(next);
      chosen = choice(new Set([...chosen, next])).hidden;
    }
    for (const id of [...added].sort((a, b) => counts.get(b)! - counts.get(a)! || order.get(a)! - order.get(b)!)) {
      if (spots.work > SHOWN_AGAIN_UNTIL) break;
      const rest = added.filter((other) => other !== id);
      const without = choice(new Set([...first.hidden, ...rest])).hidden;
      if (spots.first(without)) continue;
      added.splice(0, added.length, ...rest);
      chosen = without;
    }
    return { hidden: chosen, found: 'GREEDY' };
  }
};

/** Choices by their order, the best on top. */
class Heap {
  private readonly items: Choice[] = [];

  put(item: Choice): void {
    let at = this.items.push(item) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (before(this.items[parent]!, this.items[at]!) <= 0) return;
      [this.items[parent], this.items[at]] = [this.items[at]!, this.items[parent]!];
      at = parent;
    }
  }

  take(): Choice | undefined {
    const top = this.items[0];
    const last = this.items.pop();
    if (!last || this.items.length === 0) return top;
    this.items[0] = last;
    for (let at = 0; ;) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      let least = at;
      if (left < this.items.length && before(this.items[left]!, this.items[least]!) < 0) least = left;
      if (right < this.items.length && before(this.items[right]!, this.items[least]!) < 0) least = right;
      if (least === at) return top;
      [this.items[least], this.items[at]] = [this.items[at]!, this.items[least]!];
      at = least;
    }
  }
}
