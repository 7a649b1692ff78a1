import { apiError } from '../errors/api-error.js';

/** Counts what runs at the same time under a name. In this process only: n processes allow n times as much. */
export class Slots {
  private readonly taken = new Map<string, number>();

  constructor(private readonly most: number, private readonly sentence: string) {}

  /** @returns gives the slot back; more than once does no harm. @throws GraphQLError RATE_LIMITED when all are taken */
  take(name: string): () => void {
    const now = this.taken.get(name) ?? 0;
    if (now >= this.most) throw apiError('RATE_LIMITED', this.sentence, { retryAfterSeconds: 1 });
    this.taken.set(name, now + 1);
    let given = false;
    return () => {
      if (given) return;
      given = true;
      const left = (this.taken.get(name) ?? 1) - 1;
      if (left === 0) this.taken.delete(name);
      else this.taken.set(name, left);
    };
  }
}
