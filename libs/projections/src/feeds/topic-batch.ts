import { chainStart, provenBy, type EventStore, type ProvenEvent } from '@vouchsafe/event-store';
import type { Position, TenantId } from '@vouchsafe/event-schema';
import type { LogRecord } from '@vouchsafe/messaging';
import { neighbours } from '../runner/log-pages.js';
import type { Place } from '../runner/cursor.js';
import type { FedEvent, Page, Source } from './feed.js';

export type TenantRecord = Exclude<LogRecord, { kind: 'unreadable' }>;

/** What became of the records of a batch. */
export interface Tally {
  /** Folded before, or twice in the batch: dropped. */
  readonly duplicates: number;
  /** Where a record did not follow from the log, and was ignored. */
  readonly refused: readonly Position[];
  /** Ranges that the batch did not have, read from the log. */
  readonly healed: number;
}

const PAGE = 1_000;
const NOTHING: Page = { events: [], isLast: true };

/** Records of one tenant, in whatever order and number they came, as a source of events: an event is given if its digest and its chain follow, by our own
 * reckoning, from the chain at the place before it. What is missing, too large to travel or does not follow is read from the log.
 * The reckoning costs about two thirds of what reading the record's JSON does, which is why only the head of the log comes this way: whoever catches up reads the log, and pays nothing for it. */
export class TopicBatch implements Source {
  private readonly claimed = new Map<Position, ProvenEvent[]>();
  private readonly verified = new Map<Position, { readonly event: FedEvent; readonly before: string }>();
  private readonly first: Position;
  private last: Position;
  private lowestAsked = Infinity;
  private healed = 0;
  private readonly refused = new Map<Position, number>();
  private hole: { after: Position; upTo: Position; page: Page } | undefined;

  /** @param records at least one
   * @param farBehind a build that many events behind them is to read the log until it has caught up */
  constructor(private readonly store: EventStore, private readonly tenant: TenantId, private readonly records: readonly TenantRecord[], private readonly farBehind: number) {
    for (const record of records) {
      const same = this.claimed.get(record.position) ?? [];
      if (record.kind === 'event') same.push(record.event);
      this.claimed.set(record.position, same);
    }
    const positions = records.map(({ position }) => position);
    this.first = Math.min(...positions);
    this.last = Math.max(...positions);
  }

  isTooFarFor({ position }: Place): boolean {
    return this.first - position > this.farBehind;
  }

  async after(place: Place): Promise<Page> {
    this.lowestAsked = Math.min(this.lowestAsked, place.position);
    const events = this.following(place);
    if (events.length > 0) return { events, isLast: events.at(-1)!.position >= this.last };
    return place.position >= this.last ? NOTHING : this.fromTheLog(place.position);
  }

  /** The log holds another history: whatever else these records say, it is not about this one. */
  disown(): void {
    for (const [position, claims] of this.claimed) this.refuse(position, claims.length);
    this.claimed.clear();
    this.verified.clear();
  }

  get tally(): Tally {
    const counts = new Map<Position, number>();
    for (const { position } of this.records) counts.set(position, (counts.get(position) ?? 0) + 1);
    let duplicates = 0;
    for (const [position, count] of counts) {
      const good = count - (this.refused.get(position) ?? 0);
      duplicates += position <= this.lowestAsked ? good : Math.max(0, good - 1);
    }
    return { duplicates: this.lowestAsked === Infinity ? 0 : duplicates, refused: [...this.refused.keys()], healed: this.healed };
  }

  /** The unbroken run of verified events after a place. */
  private following({ position, chain }: Place): FedEvent[] {
    const events: FedEvent[] = [];
    let before = position === 0 ? chainStart(this.tenant).toString('hex') : chain;
    for (let next = position + 1; before !== null; next += 1) {
      const event = this.verify(next, before);
      if (!event) break;
      events.push(event);
      before = event.chain!;
    }
    return events;
  }

  private verify(position: Position, before: string): FedEvent | undefined {
    const known = this.verified.get(position);
    if (known?.before === before) return known.event;
    const claims = this.claimed.get(position) ?? [];
    const event = claims.find((claim) => follows(claim, before));
    if (event) this.verified.set(position, { event, before });
    if (event && claims.length === 1) return event;
    const wrong = claims.filter((claim) => claim !== event && !(event && claim.chain === event.chain));
    this.refuse(position, wrong.length);
    if (!event) this.claimed.delete(position);
    else this.claimed.set(position, [event]);
    return event;
  }

  private refuse(position: Position, records: number): void {
    if (records > 0) this.refused.set(position, (this.refused.get(position) ?? 0) + records);
  }

  /** What lies between a place and the next record that may follow. */
  private async fromTheLog(after: Position): Promise<Page> {
    let upTo = this.last;
    for (const [position, claims] of this.claimed) if (position > after + 1 && position <= upTo && claims.length > 0) upTo = position - 1;
    if (this.hole?.after === after && this.hole.upTo === upTo) return this.hole.page;
    const events = neighbours(after, await this.store.read(this.tenant, { after, upTo, max: PAGE }));
    this.healed += 1;
    if (events.length === 0) { // the records speak of what the log does not hold
      for (const [position, claims] of this.claimed) if (position > after) this.refuse(position, claims.length);
      this.last = after;
    }
    const page = { events, isLast: events.length === 0 };
    this.hole = { after, upTo, page };
    return page;
  }
}

/** Whether what a record claims is what follows from the chain before it. */
const follows = (claim: ProvenEvent, before: string): boolean => {
  const { digest, chain } = provenBy(before, claim, claim.dataText);
  return digest === claim.digest && chain === claim.chain;
};
