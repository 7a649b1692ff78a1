import { audit, type AuditVerdict } from '../audit/audit.js';
import type { RangeSolver } from '../audit/feasible-ranges.js';
import { hideComplements, type Suppression } from '../suppression/complementary.js';
import { thinCells } from '../suppression/thin.js';
import type { Table } from '../table/table.js';
import { mayRenew } from './renewal.js';
import { tableOf, type PastRelease, type Snapshot } from './snapshot.js';
import { together } from './together.js';

/** How many releases, the newest included, a reader is thought to hold side by side. */
export const RELEASES_HELD = 4;

export interface ReleasePlan {
  /** Cells to show afresh. */
  readonly fresh: ReadonlySet<string>;
  /** Cells not shown afresh, by the release in `past` that showed them last: that value stands, with its date. */
  readonly standing: ReadonlyMap<string, number>;
  /** Cells that no release has shown. */
  readonly hidden: ReadonlySet<string>;
  readonly found: Suppression['found'];
  /** What the audit is to look at: the last releases together, and all that is not shown of them. */
  readonly held: { readonly table: Table; readonly withheld: ReadonlySet<string> };
}

/** Decides what a release shows, with what a reader holds of earlier ones. Withheld is what is thin, what changed by too few people since it was last shown, and
 * what hides these; of that, what was shown before stands as it was.
 * @param past all releases of the same programme, the oldest first; the last three of them are hidden from together with this one
 * @param hiddenToo cells of `now` that are hidden for a reason of their own */
export const planRelease = (past: readonly PastRelease[], now: Snapshot, k: number, hiddenToo: readonly string[] = []): ReleasePlan => {
  const thin = thinCells(tableOf(now), k, hiddenToo);
  const lastShown = (id: string): number => past.findLastIndex(({ fresh }) => fresh.has(id));
  const moved = [...now.cells].filter(([id, { people }]) => {
    const last = lastShown(id);
    return last >= 0 && !mayRenew(past[last]!.snapshot.cells.get(id)!.people, people, k);
  }).map(([id]) => id);
  const { table, nowAs, known, hidden } = together(past.slice(1 - RELEASES_HELD), now);
  const first = new Set([...thin, ...moved]);
  const { hidden: withheld, found } = hideComplements(table, new Set([...hidden, ...[...first].map((id) => nowAs.get(id)!)]), k, known);
  const fresh = new Set([...now.cells.keys()].filter((id) => !first.has(id) && !withheld.has(nowAs.get(id)!)));
  const rest = [...now.cells.keys()].filter((id) => !fresh.has(id));
  return {
    fresh, found, held: { table, withheld },
    standing: new Map(rest.filter((id) => lastShown(id) >= 0).map((id) => [id, lastShown(id)])),
    hidden: new Set(rest.filter((id) => lastShown(id) < 0)),
  };
};

/** Whether a plan may be published. @see audit */
export const auditPlan = ({ held }: ReleasePlan, k: number, ranges?: RangeSolver): Promise<AuditVerdict> => audit(held.table, held.withheld, k, ranges);
