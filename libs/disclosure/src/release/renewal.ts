/** How many people are in one set and not in the other. */
export const changed = (before: ReadonlySet<string>, now: ReadonlySet<string>): number => {
  let common = 0;
  for (const person of before) if (now.has(person)) common += 1;
  return before.size + now.size - 2 * common;
};

/** Whether a cell that was shown may be shown anew: if nobody, or at least k people, came or went. Between, two releases subtracted would tell of them.
 * Who came for who went counts twice: the number may be the same, and they are not. */
export const mayRenew = (before: ReadonlySet<string>, now: ReadonlySet<string>, k: number): boolean => {
  const people = changed(before, now);
  return people === 0 || people >= k;
};
