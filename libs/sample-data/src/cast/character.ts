/** How people in one organization tend to behave; probabilities in [0, 1] unless it says otherwise. */
export interface Habits {
  /** Sponsors who hardly do anything, and those who do much. */
  readonly quietSponsors: number;
  readonly championSponsors: number;
  /** That an action which its protégé may know of gets confirmed. */
  readonly confirms: number;
  /** That an action is written down weeks or months afterwards. */
  readonly late: number;
  readonly disputes: number;
  readonly corrects: number;
  /** That a commitment is ever paused, or left before its end. */
  readonly pauses: number;
  readonly withdraws: number;
  readonly renegotiates: number;
  /** That a side does what it pledged. */
  readonly keeps: number;
  /** Places of a sponsor. */
  readonly capacity: number;
}

export interface Site { readonly site: string; readonly timeZone: string; readonly languages: readonly string[] }

/** What tells one organization of the sample from another. */
export interface Character {
  readonly name: string;
  readonly handle: string;
  /** Its part of all events. */
  readonly share: number;
  /** The last is where the programmes are run from. */
  readonly functions: readonly string[];
  readonly sites: readonly Site[];
  /** From the top down; ranks are 60, 50 … 10 tenths of a level. */
  readonly grades: readonly string[];
  readonly programs: { readonly main: string; readonly second: string; readonly mentoring: string };
  readonly habits: Habits;
  /** How much is done for protégés in each month, January first: careers are decided in review rounds, in spring and in autumn. */
  readonly seasons: readonly number[];
  readonly deliverables: readonly string[];
  readonly objectives: readonly string[];
}

const STEP = 10;

/** @param grade 0 is the top */
export const rankOf = ({ grades }: Pick<Character, 'grades'>, grade: number): number => (grades.length - grade) * STEP;

export const gradeRanksOf = (character: Pick<Character, 'grades'>): Readonly<Record<string, number>> =>
  Object.fromEntries(character.grades.map((name, grade) => [name, rankOf(character, grade)]));

/** A branch: the same trade, with habits that lean towards those of another house. */
export const betweenCharacters = (one: Character, other: Character, branch: number): Character => {
  const lean = 0.1 * (branch % 5);
  const habits = Object.fromEntries((Object.keys(one.habits) as (keyof Habits)[]).map((habit) => [
    habit, habit === 'capacity' ? one.habits.capacity : one.habits[habit] * (1 - lean) + other.habits[habit] * lean,
  ])) as unknown as Habits;
  return { ...one, habits, share: one.share * (0.7 + 0.15 * (branch % 5)) };
};
