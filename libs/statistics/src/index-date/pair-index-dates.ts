import { below, type RandomBits } from '../benchmark/random-bits.js';
import { isAtRisk, type Watched } from './watched.js';

export interface Pair { readonly day: number; readonly treated: Watched; readonly comparison: Watched }
export interface Pairs {
  readonly pairs: readonly Pair[];
  /** Treated people for whom nobody was at risk on the day. */
  readonly unpaired: readonly Watched[];
}

const byId = (one: Watched, other: Watched): number => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);

/** Gives a comparison person the index date of the treated person they are paired with, drawn from those at risk on that day: so that nobody's waiting for
 * a sponsor is counted as time under one. A person is a comparison once at most, and may be treated later.
 * @param people in any order, each id once
 * @returns pairs in the order of their days
 * @see Suissa, "Immortal Time Bias in Pharmacoepidemiology", American Journal of Epidemiology 167 (2008); Zhou et al., "Survival Bias Associated with
 * Time-to-Treatment Initiation", the same 162 (2005), on prescription time-distribution matching */
export const pairIndexDates = (people: readonly Watched[], bit: RandomBits): Pairs => {
  const isTreated = (person: Watched): person is Watched & { sponsoredOn: number } => person.sponsoredOn !== null
    && person.from <= person.sponsoredOn && person.sponsoredOn < person.watchedTo && (person.exitOn === null || person.exitOn > person.sponsoredOn);
  const treated = people.filter(isTreated).sort((one, other) => one.sponsoredOn - other.sponsoredOn || byId(one, other));
  const arriving = [...people].sort((one, other) => one.from - other.from || byId(one, other));
  const pool: Watched[] = [];
  const [pairs, unpaired]: [Pair[], Watched[]] = [[], []];
  let arrived = 0;
  const takeFromPool = (index: number): Watched => {
    const taken = pool[index]!;
    pool[index] = pool.at(-1)!;
    pool.pop();
    return taken;
  };
  for (const person of treated) {
    const day = person.sponsoredOn;
    for (; arrived < arriving.length && arriving[arrived]!.from <= day; arrived += 1) pool.push(arriving[arrived]!);
    let comparison: Watched | undefined;
    while (pool.length > 0 && !comparison) { // whoever is no longer at risk will never be again
      const drawn = takeFromPool(below(pool.length, bit));
      if (isAtRisk(drawn, day)) comparison = drawn;
    }
    if (comparison) pairs.push({ day, treated: person, comparison });
    else unpaired.push(person);
  }
  return { pairs, unpaired };
};
