import { addDays, type IsoDate } from '@vouchsafe/event-schema';

export type CommitmentStatus = 'proposed' | 'declined' | 'active' | 'paused' | 'fulfilled' | 'withdrawn' | 'ended';
/** What a commitment was from a day on, until the next entry begins. */
export interface Turn { readonly status: CommitmentStatus; readonly from: IsoDate }

/** What a commitment was from a day until before another; `until` is null while nothing ends it. */
export interface Span {
  readonly status: CommitmentStatus;
  readonly from: IsoDate;
  readonly until: IsoDate | null;
  /** Whether the protégé has an active sponsor by it. */
  readonly covers: boolean;
}

const closes = (status: CommitmentStatus): boolean => status === 'active' || status === 'paused' || status === 'fulfilled';

/** Cuts a course into spans that touch and do not overlap. Of the turns of one day the last counts; the term closes what is still open
 * on its last day, whether or not that was noted.
 * @param course turns in the order in which they were learned
 * @param termEnd the last day of the term */
export const spansOf = (course: readonly Turn[], termEnd: IsoDate): Span[] => {
  const turns: Turn[] = [];
  for (const turn of [...course].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    if (turns.at(-1)?.from === turn.from) turns.pop();
    turns.push(turn);
  }
  const after = addDays(termEnd, 1);
  const spans: Span[] = [];
  const add = (span: Span): void => {
    const last = spans.at(-1);
    if (span.until !== null && span.until <= span.from) return;
    if (last && last.status === span.status && last.covers === span.covers) spans[spans.length - 1] = { ...last, until: span.until };
    else spans.push(span);
  };
  let isPaused = false;
  for (const [index, { status, from }] of turns.entries()) {
    const until = turns[index + 1]?.from ?? null;
    if (status === 'active' || status === 'paused') isPaused = status === 'paused';
    const covers = status === 'active' || (status === 'fulfilled' && !isPaused);
    if (!closes(status)) {
      add({ status, from, until, covers });
      continue;
    }
    const closed = from > after ? from : after;
    add({ status, from, until: until !== null && until < closed ? until : closed, covers });
    if (until === null || until > closed) add({ status: 'ended', from: closed, until, covers: false });
  }
  return spans;
};
