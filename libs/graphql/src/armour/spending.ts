import { levelAt, secondsUntil, type Budget, type Level } from './token-bucket.js';

/** How much of a budget may be saved up. A page that opens asks for much at once, and then for nothing. */
const SECONDS_SAVED = 100;
const FEW = 1_000;

/** What each of many has spent of equal budgets. In this process only: n processes let each spend n times as much. */
export class Spending {
  private readonly levels = new Map<string, Level>();
  private readonly budget: Budget;
  private sweepAt = FEW;

  /** @param perSecond cost units that each may spend for ever; a hundred times as much at once */
  constructor(perSecond: number, private readonly now: () => number = () => performance.now()) {
    this.budget = { perSecond, atOnce: perSecond * SECONDS_SAVED };
  }

  /** @returns seconds until somebody can spend that much; 0: now */
  secondsUntil(name: string, cost: number): number {
    return secondsUntil(this.budget, levelAt(this.budget, this.levels.get(name), this.now()), cost);
  }

  spend(name: string, cost: number): void {
    const level = levelAt(this.budget, this.levels.get(name), this.now());
    this.levels.set(name, { ...level, left: level.left - cost });
    if (this.levels.size >= this.sweepAt) this.sweep();
  }

  /** How many are remembered. Whose bucket is full again is forgotten, so that this does not grow with everybody who ever came. */
  get size(): number {
    return this.levels.size;
  }

  private sweep(): void {
    const now = this.now();
    for (const [name, level] of this.levels) if (levelAt(this.budget, level, now).left >= this.budget.atOnce) this.levels.delete(name);
    this.sweepAt = Math.max(FEW, this.levels.size * 2); // looked at twice at most for each that is added
  }
}
