import type { IsoDate } from '@vouchsafe/event-schema';
import { addressOf, castOf, groupExecutive, type DemoPart } from '../cast/demo-people.js';
import { rankOf, type Character, type Site } from '../cast/character.js';
import { fullName, type FullName } from '../cast/names.js';
import type { Random } from '../random/random.js';

/** Somebody on the payroll, as the HR department knows them. */
export interface Employee {
  number: string;
  readonly name: FullName;
  readonly email: string;
  readonly joinedOn: IsoDate;
  /** Null where HR gives the post no number of its own. */
  postKey: string | null;
  /** 0 is the top. */
  grade: number;
  function: string;
  site: Site;
  manager: Employee | null;
  dotted: Employee | null;
  share: number;
  /** A manager who is not in the file: somebody mistyped the number. */
  managerIsMistyped: boolean;
  status: 'present' | 'left';
  /** Ended for somebody who is on the payroll still and does not come in any more. */
  access: 'open' | 'ended';
  readonly part: DemoPart | null;
  /** The random id that the directory gave; empty until the first import. */
  personId: string;
}

export interface Workforce {
  readonly character: Character;
  present: Employee[];
  readonly former: Employee[];
  numbers: number;
  posts: number;
  readonly addresses: Set<string>;
}

export const rankOfEmployee = ({ character }: Workforce, { grade }: Employee): number => rankOf(character, grade);

export const unitOf = ({ function: name, site }: Employee): string => `${name}, ${site.site}`;

const employeeNumber = (workforce: Workforce): string => String(10_000 + (workforce.numbers += 1));
export const newPostKey = (workforce: Workforce): string => `P${String((workforce.posts += 1)).padStart(6, '0')}`;

type Place = Pick<Employee, 'grade' | 'function' | 'site' | 'manager' | 'joinedOn'> & { part?: DemoPart | null; name?: FullName; postKey?: string | null };

/** Takes somebody on. Two people of one name get two addresses. */
export const hire = (workforce: Workforce, random: Random, { part = null, name = fullName(random), postKey, ...place }: Place): Employee => {
  const { handle } = workforce.character;
  let email = addressOf(name, handle);
  for (let next = 2; workforce.addresses.has(email); next += 1) email = addressOf(name, handle).replace('@', `${next}@`);
  workforce.addresses.add(email);
  const employee: Employee = {
    ...place, number: employeeNumber(workforce), name, email, part,
    postKey: postKey === undefined ? (part === null && random.chance(0.06) ? null : newPostKey(workforce)) : postKey,
    dotted: null, share: part === null && random.chance(0.12) ? random.pick([0.5, 0.6, 0.8]) : 1,
    managerIsMistyped: false, status: 'present', access: 'open', personId: '',
  };
  workforce.present.push(employee);
  return employee;
};

// How many of a hundred stand in each grade below the top.
const PYRAMID = [0.03, 0.08, 0.18, 0.33, 0.38];
const YEARS = 12;

/** Everybody on the first day: a pyramid of reporting lines, and the demo cast in places from which their parts can be played.
 * @param size about how many people; at least 40
 * @param before the day so many days before the first */
export const foundWorkforce = (character: Character, index: number, random: Random, size: number, before: (days: number) => IsoDate): Workforce => {
  const workforce: Workforce = { character, present: [], former: [], numbers: 0, posts: 0, addresses: new Set() };
  const names = castOf(index);
  const taking = (part: DemoPart): { part: DemoPart; name: FullName } => ({ part, name: names.get(part)! });
  for (const name of names.values()) workforce.addresses.add(addressOf(name, character.handle));
  const joinedOn = (): IsoDate => before(random.whole(30, 365 * YEARS));
  const take = (place: Omit<Place, 'joinedOn'>): Employee => {
    if (place.name) workforce.addresses.delete(addressOf(place.name, character.handle)); // kept for exactly this person
    return hire(workforce, random, { ...place, joinedOn: place.part ? before(random.whole(800, 3_000)) : joinedOn() });
  };

  const people = character.functions.at(-1)!;
  const [home] = character.sites;
  let above = [take({ grade: 0, function: people, site: home!, manager: null })];
  PYRAMID.forEach((part, level) => {
    const grade = level + 1;
    const count = Math.max([5, 8, 8, 8, 8][level]!, Math.round(size * part));
    above = Array.from({ length: count }, (_, at) => {
      const manager = above[at % above.length]!;
      const name = grade === 1 ? character.functions[(at + 1) % character.functions.length]! : manager.function;
      const site = grade <= 2 ? random.pick(character.sites) : random.chance(0.85) ? manager.site : random.pick(character.sites);
      const cast = partAt(grade, at);
      return take({ grade, function: cast.part === 'PROGRAM_LEAD' ? people : name, site, manager, ...cast });
    });
  });
  for (const employee of workforce.present) if (employee.grade > 2 && employee.part === null && random.chance(0.04)) employee.dotted = dottedLine(workforce, random, employee);
  return workforce;

  // Branch 0 of the tree is the sponsor's; the protégés stand in others.
  function partAt(grade: number, at: number): { part?: DemoPart; name?: FullName } {
    if (grade === 1 && at === 1) return taking('EXECUTIVE');
    if (grade === 2 && at === 0) return taking('SPONSOR');
    if (grade === 3 && at === 3) return taking('PROGRAM_LEAD');
    if (grade === 4 && at === 1) return taking('PROTEGE');
    if (grade === 4 && at === 2) return taking('UNMATCHED_PROTEGE');
    if (grade === 4 && at === 4) return taking('OPERATOR');
    return {};
  }
};

/** Somebody higher up, outside the own line, to whom a post reports as well; null if nobody suits. */
const dottedLine = ({ present }: Workforce, random: Random, { grade, manager }: Employee): Employee | null => {
  const other = present[random.whole(0, present.length - 1)]!;
  return other.grade < grade && other !== manager && other.part === null ? other : null;
};

/** Whether one stands at or below the other, by any of their lines. */
export const isBelow = (one: Employee, other: Employee): boolean =>
  one === other || [one.manager, one.dotted].some((above) => above !== null && isBelow(above, other));

/** The few people of the group's head office. */
export const foundHeadOffice = (character: Character, random: Random, before: (days: number) => IsoDate): Workforce => {
  const workforce: Workforce = { character, present: [], former: [], numbers: 0, posts: 0, addresses: new Set() };
  const site = character.sites[0]!;
  const first = hire(workforce, random, { grade: 0, function: character.functions[0]!, site, manager: null, joinedOn: before(2_000), part: 'GROUP_EXECUTIVE', name: groupExecutive });
  for (const name of character.functions) hire(workforce, random, { grade: 1, function: name, site, manager: first, joinedOn: before(random.whole(100, 1_500)) });
  return workforce;
};
