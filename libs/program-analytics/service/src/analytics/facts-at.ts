import type { Position, TenantId } from '@vouchsafe/event-schema';
import type { ReadModels } from '@vouchsafe/projections';
import type { History, HistoryPart } from '@vouchsafe/program-analytics-domain';
import { peopleFacts } from '../people-facts/people-facts.projection.js';
import { programFacts } from '../program-facts/program-facts.projection.js';
import { readPart, type FactScope } from './read-history.js';

/** Facts of one organization as believed at one position, each kind read when a figure first needs it and once only. What is believed at a position never
 * changes, so that kinds read one after the other agree with each other. */
export class FactsAt {
  private readonly parts = new Map<HistoryPart, Promise<History[HistoryPart]>>();

  constructor(
    private readonly readModels: ReadModels, readonly tenant: TenantId, readonly position: Position, private readonly scope: FactScope, private readonly signal: AbortSignal | undefined,
    /** What is the same for all programmes of the organization: read once for all of them. */
    private readonly ofAll: Map<HistoryPart, Promise<History[HistoryPart]>> = new Map(),
  ) {}

  async history<Needs extends HistoryPart>(needs: readonly Needs[]): Promise<Pick<History, Needs>> {
    const found: Partial<Record<HistoryPart, History[HistoryPart]>> = {};
    for (const part of needs) found[part] = await this.part(part);
    return found as Pick<History, Needs>;
  }

  private part(part: HistoryPart): Promise<History[HistoryPart]> {
    const read = part === 'people' || part === 'sponsorships' ? this.ofAll : this.parts;
    const known = read.get(part);
    if (known) return known;
    const projections = part === 'people' ? [peopleFacts] : [programFacts];
    const reading = this.readModels.within(this.tenant, projections, this.position, (tx) => readPart(part, tx, this.position, this.scope), this.signal ? { signal: this.signal } : undefined);
    read.set(part, reading);
    return reading;
  }
}
