import type { AnyEvent, IsoDate, Position, Recorded } from '@vouchsafe/event-schema';
import type { Fold, Row, Tables } from '@vouchsafe/projections';

/** What an event says of one subject: what held on and after a day, as a change of whatever was believed to hold there. */
export interface Saying {
  readonly table: string;
  /** Whose timeline it is: the first columns of the table's key. */
  readonly subject: Row;
  readonly from: IsoDate;
  /** @param held the subject's rows that were believed to hold at some point from `from` on
   * @param ever all of the subject's rows, whenever they held
   * @returns the rows that hold there; days are added */
  readonly next: (held: readonly Row[], ever: readonly Row[]) => readonly Row[];
}

interface Stretch extends Row { effectiveFrom: IsoDate; effectiveTo: IsoDate | null }

const TIMES = new Set(['effectiveFrom', 'effectiveTo', 'knownFrom', 'knownTo']);
const ends = (one: Stretch, day: IsoDate): boolean => one.effectiveTo !== null && one.effectiveTo <= day;
const covers = (one: Stretch, day: IsoDate): boolean => one.effectiveFrom <= day && !ends(one, day);

/** The subject's stretches after the saying: what lies before its day stays, and each interval after it is decided anew. */
const retold = (before: readonly Stretch[], { from, next }: Saying, textOf: (row: Row) => string): Stretch[] => {
  const days = before.flatMap(({ effectiveFrom, effectiveTo }) => (effectiveTo === null ? [effectiveFrom] : [effectiveFrom, effectiveTo]));
  const cuts = [...new Set([from, ...days.filter((day) => day > from)])].sort();
  const after = before.filter((one) => one.effectiveFrom < from).map((one): Stretch => (ends(one, from) ? one : { ...one, effectiveTo: from }));
  // A stretch that goes on unchanged is one stretch, not two that touch.
  const open = new Map(after.filter(({ effectiveTo }) => effectiveTo === from).map((one) => [textOf(one), one]));
  for (const [index, cut] of cuts.entries()) {
    const until = cuts[index + 1] ?? null;
    const held = next(before.filter((one) => covers(one, cut)), before);
    const going = new Map<string, Stretch>();
    for (const row of held) {
      const text = textOf(row);
      const earlier = open.get(text);
      if (earlier) earlier.effectiveTo = until;
      const stretch = earlier ?? { ...row, effectiveFrom: cut, effectiveTo: until };
      if (!earlier) after.push(stretch);
      going.set(text, stretch);
    }
    open.clear();
    for (const [text, stretch] of going) open.set(text, stretch);
  }
  return after;
};

/** The believed stretches of a table's subjects during one batch, and what is to be written of them. */
class Timelines {
  private readonly believed = new Map<string, Stretch[]>();
  private readonly writes = new Map<string, Row>();
  private readonly values: readonly string[];

  constructor(private readonly tables: Tables, private readonly table: string, private readonly subject: readonly string[]) {
    this.values = tables.shape(table).columns.map(({ property }) => property).filter((property) => !TIMES.has(property));
  }

  async load(subjects: readonly Row[]): Promise<void> {
    for (const row of await this.tables.load(this.table, subjects, this.subject, 'AND t.known_to IS NULL')) {
      const key = this.subjectOf(row);
      this.believed.set(key, [...(this.believed.get(key) ?? []), row as Stretch]);
    }
  }

  tell(saying: Saying, position: Position): void {
    const key = this.subjectOf(saying.subject);
    const before = this.believed.get(key) ?? [];
    const spanOf = (one: Stretch): string => `${one.effectiveFrom} ${one.effectiveTo} ${this.valueOf(one)}`;
    const stays = new Map(before.map((one) => [spanOf(one), one]));
    const after = retold(before.map((one) => ({ ...one })), { ...saying, next: (held, ever) => saying.next(held, ever).map((row) => ({ ...row, ...saying.subject })) }, (row) => this.valueOf(row));
    const kept = new Set<Stretch>();
    const now = after.map((one) => {
      const same = stays.get(spanOf(one));
      if (same) kept.add(same);
      return same ?? { ...one, knownFrom: position, knownTo: null };
    });
    for (const one of before) if (!kept.has(one)) this.write({ ...one, knownTo: position });
    for (const one of now) if (!kept.has(one)) this.write(one);
    this.believed.set(key, now);
  }

  async save(): Promise<void> {
    await this.tables.put(this.table, [...this.writes.values()]);
  }

  private write(row: Row): void {
    this.writes.set(JSON.stringify(this.tables.shape(this.table).key.map((property) => row[property])), row);
  }

  private subjectOf(row: Row): string {
    return JSON.stringify(this.subject.map((property) => row[property]));
  }

  private valueOf(row: Row): string {
    return JSON.stringify(this.values.map((property) => row[property] ?? null));
  }
}

/** Folds sayings into tables of bitemporal facts. Columns `effective_from` and `effective_to` say when a row held in the world (to is not
 * included, null is "still"), `known_from` and `known_to` between which positions of the log we believed it.
 * Nothing is overwritten: a change ends one belief and begins others.
 * @param subjects for each table the first columns of its key, by which a timeline is found
 * @param sayingsOf at most one saying an event for each subject of a table */
export const foldTimelines = <Event extends AnyEvent>(
  subjects: Readonly<Record<string, readonly string[]>>, sayingsOf: (event: Recorded<Event>) => readonly Saying[],
): { fold: Fold<Event> } => ({
  async fold(events, tables) {
    const told = events.flatMap((event) => sayingsOf(event).map((saying) => ({ saying, position: event.position })));
    for (const [table, subject] of Object.entries(subjects)) {
      const here = told.filter(({ saying }) => saying.table === table);
      if (here.length === 0) continue;
      const timelines = new Timelines(tables, table, subject);
      await timelines.load(here.map(({ saying }) => saying.subject));
      for (const { saying, position } of here) timelines.tell(saying, position);
      await timelines.save();
    }
  },
});
