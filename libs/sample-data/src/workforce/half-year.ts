import type { IsoDate } from '@vouchsafe/event-schema';
import type { Random } from '../random/random.js';
import { hire, isBelow, newPostKey, type Employee, type Workforce } from './employee.js';

/** What happened to people between two snapshots, for those who make careers of it. */
export interface HalfYear {
  readonly left: readonly Employee[];
  readonly promoted: readonly { readonly employee: Employee; readonly gradeBefore: number }[];
  readonly moved: readonly Employee[];
  /** From old employee number to new. */
  readonly renumbered: Readonly<Record<string, string>>;
}

/** @param sponsored whether somebody speaks for a person: such people are promoted a little more often here, as the sample's story has it */
export const passHalfYear = (
  workforce: Workforce, random: Random, round: number, sponsored: (employee: Employee) => boolean, joinedOn: () => IsoDate,
): HalfYear => {
  const before = [...workforce.present];
  const stays = (employee: Employee): boolean => employee.part !== null || employee.grade === 0;
  const anchored = new Set<Employee>();
  for (const { part, manager } of before) if (part !== null) for (let at = manager; at; at = at.manager) anchored.add(at);
  const reports = new Map<Employee, Employee[]>();
  for (const employee of before) if (employee.manager) reports.set(employee.manager, [...reports.get(employee.manager) ?? [], employee]);

  const left: Employee[] = [];
  const promoted: { employee: Employee; gradeBefore: number }[] = [];
  const moved: Employee[] = [];
  const promote = (employee: Employee): void => {
    promoted.push({ employee, gradeBefore: employee.grade });
    employee.grade -= 1;
  };
  /** The people below get the manager above, or whoever steps in. */
  const handOver = (leaver: Employee, successor: Employee): void => {
    for (const report of reports.get(leaver) ?? []) if (report !== successor) report.manager = successor;
    reports.set(successor, [...reports.get(successor) ?? [], ...(reports.get(leaver) ?? []).filter((report) => report !== successor)]);
  };

  for (const employee of before) {
    employee.managerIsMistyped = false;
    if (stays(employee) || employee.status === 'left' || !random.chance(employee.grade < 3 ? 0.04 : 0.055)) continue;
    employee.status = 'left';
    left.push(employee);
    const below = (reports.get(employee) ?? []).filter(({ status, part }) => status === 'present' && part === null);
    const heir = below.find(({ grade }) => grade === employee.grade + 1);
    if (heir && employee.grade > 0 && random.chance(0.6)) {
      // The next in line takes the post, and with it another level.
      promote(heir);
      heir.postKey = employee.postKey ?? heir.postKey;
      heir.manager = employee.manager;
      handOver(employee, heir);
    } else if (random.chance(0.7)) {
      const { grade, function: name, site, manager, postKey } = employee;
      handOver(employee, hire(workforce, random, { grade, function: name, site, manager, joinedOn: joinedOn(), ...(postKey === null ? {} : { postKey }) }));
    } else if (employee.manager) {
      handOver(employee, employee.manager);
    }
  }
  const someoneAbove = (employee: Employee): Employee | null => {
    let above = employee.manager;
    while (above?.status === 'left') above = above.manager;
    return above;
  };
  workforce.present = workforce.present.filter(({ status }) => status === 'present');
  for (const employee of workforce.present) {
    employee.manager = someoneAbove(employee);
    if (employee.dotted?.status === 'left') employee.dotted = null;
  }

  const rising = new Set(promoted.map(({ employee }) => employee));
  for (const employee of workforce.present) {
    if (stays(employee) || rising.has(employee) || employee.personId === '') continue;
    const above = employee.manager;
    if (employee.grade > 2 && above && above.grade < employee.grade - 1 && random.chance(0.2)) promote(employee);
    else if (employee.grade > 1 && random.chance(sponsored(employee) ? 0.085 : 0.04)) {
      promote(employee);
      if (above && above.grade >= employee.grade && above.manager) employee.manager = above.manager; // nobody reports to an equal
    } else if (employee.grade > 2 && !anchored.has(employee) && random.chance(0.035)) {
      const towards = random.pick(workforce.present);
      if (towards.grade >= employee.grade || towards.part !== null || isBelow(towards, employee)) continue;
      moved.push(employee);
      employee.manager = towards;
      employee.site = towards.site;
      if (employee.function !== towards.function) employee.function = towards.function;
    } else if (random.chance(0.02)) employee.share = employee.share === 1 ? 0.8 : 1;
  }

  comeBack();
  const joiners = Math.round(before.length * 0.03);
  for (let joiner = 0; joiner < joiners; joiner += 1) {
    const manager = random.pick(workforce.present);
    if (manager.grade >= 5) continue;
    hire(workforce, random, { grade: manager.grade + 1, function: manager.function, site: manager.site, manager, joinedOn: joinedOn() });
  }
  // A dotted line that would lead back to its own post has been overtaken by events.
  for (const employee of workforce.present) if (employee.dotted && isBelow(employee.dotted, employee)) employee.dotted = null;
  const mistyped = random.pick(workforce.present.filter(({ grade, part }) => grade === 5 && part === null));
  if (round === 1) mistyped.managerIsMistyped = true;
  workforce.former.push(...left);
  return { left, promoted: promoted.filter(({ employee }) => employee.status === 'present'), moved, renumbered: round === 3 ? renumber() : {} };

  function comeBack(): void {
    for (const employee of workforce.former.filter(({ manager }) => manager?.status === 'present')) {
      if (employee.status === 'present' || !random.chance(0.06)) continue;
      employee.status = 'present';
      employee.postKey = newPostKey(workforce);
      employee.dotted = null;
      if (employee.manager!.grade >= employee.grade) employee.grade = Math.min(5, employee.manager!.grade + 1);
      workforce.present.push(employee);
    }
  }

  /** HR takes a payroll over: people without numbered posts get new numbers, and so do their posts. */
  function renumber(): Record<string, string> {
    const renamed: Record<string, string> = {};
    for (const employee of workforce.present) {
      if (employee.postKey !== null || employee.personId === '') continue;
      const number = `X${employee.number}`;
      renamed[employee.number] = number;
      employee.number = number;
    }
    return renamed;
  }
};
