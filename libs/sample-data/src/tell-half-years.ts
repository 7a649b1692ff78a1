import { addDays, type IsoDate } from '@vouchsafe/event-schema';
import { correctDirectoryFact, deactivatePerson, valueAt } from '@vouchsafe/directory-domain';
import { everybodysSignIn, signIns, signOutEverybody, signOutPerson } from '@vouchsafe/tenancy-domain';
import { rankOf } from './cast/character.js';
import { openStream } from './ledger/ledger.js';
import { dayOf, midnight, officeHours, type Moment } from './ledger/moments.js';
import { castMember, chanceIn, isThere, personActor } from './scene.js';
import { withdraw } from './sponsorship/change-course.js';
import { hasSponsor } from './sponsorship/match.js';
import { recordFromDirectory } from './sponsorship/outcomes.js';
import { leaveAll, type Stage } from './tell-cohorts.js';
import type { Employee } from './workforce/employee.js';
import { passHalfYear, type HalfYear } from './workforce/half-year.js';
import { importSnapshot, type SampleCards } from './workforce/import-snapshot.js';

const FOLLOWS_AFTER = 2 * 3_600_000;

/** The days on which HR sends a file: each first of April and of October inside the history. */
export const snapshotDays = (start: Moment, end: Moment): readonly IsoDate[] => {
  const days: IsoDate[] = [];
  for (let year = Number(dayOf(start).slice(0, 4)); year <= Number(dayOf(end).slice(0, 4)); year += 1) {
    for (const day of [`${year}-04-01`, `${year}-10-01`]) if (midnight(day) > start + 30 * 86_400_000 && midnight(day) + 86_400_000 < end) days.push(day);
  }
  return days;
};

/** Half a year of joiners, leavers and moves becomes known, and with it what it means for careers and sponsorships. */
export const tellHalfYear = (stage: Stage, asOf: IsoDate, round: number, cards: (cards: SampleCards) => void): void => {
  const { scene, desk } = stage;
  const { agenda, character, directory, ledger, workforce } = scene;
  agenda.plan(midnight(asOf) + 6 * 3_600_000, (at) => {
    const random = chanceIn(scene, 'half-year', round);
    const happened = passHalfYear(workforce, random, round, (employee) => hasSponsor(desk, employee), () => addDays(asOf, -random.whole(0, 170)));
    cards(importSnapshot({ ledger, directory, workforce, random }, { at, asOf, renumbered: happened.renumbered, discardFirst: round === 2 }));
    agenda.plan(at + FOLLOWS_AFTER, (now) => followUp(stage, happened, now));
    agenda.plan(officeHours(random, at, 3), (now) => mendDirectory(happened.promoted[0]?.employee, now));
    agenda.plan(officeHours(random, at, 20), closeAnAccount);
    if (round === 2) agenda.plan(at + 9 * 86_400_000, loseATelephone);
  });

  /** The operator's telephone is lost, and with it whoever is signed in on it; a month later, to be sure, everybody signs in anew. */
  function loseATelephone(at: Moment): void {
    const operator = castMember(scene, 'OPERATOR');
    ledger.decide(openStream(signIns, operator.personId), { at, actor: personActor(operator) }, () => signOutPerson({ personId: operator.personId }));
    agenda.plan(at + 30 * 86_400_000, (later) => ledger.decide(openStream(everybodysSignIn, scene.tenant), { at: later, actor: personActor(operator) }, signOutEverybody));
  }

  /** HR calls: a promotion had taken effect before the day of the file. */
  function mendDirectory(employee: Employee | undefined, at: Moment): void {
    const { stream, postOf } = directory;
    const postId = employee && postOf.get(employee.personId);
    const post = postId === undefined ? undefined : valueAt(stream.state.posts, postId);
    const occurredOn = addDays(asOf, -21);
    if (!postId || !post || employee.joinedOn > occurredOn || post.holders.length !== 1) return;
    const fact = { field: 'LEVEL' as const, grade: post.grade, rank: post.rank };
    ledger.decide(stream, { at, actor: personActor(castMember(scene, 'OPERATOR')), occurredOn }, (state) => correctDirectoryFact({
      postId, fact, reason: 'The promotion took effect three weeks before the file.', occurredOn, today: dayOf(at),
    }, state));
  }

  /** Somebody without any part in a programme is away for long, and on the payroll still. */
  function closeAnAccount(at: Moment): void {
    const idle = workforce.present.find((employee) => employee.part === null && isThere(employee) && employee.joinedOn < asOf && !desk.places.has(employee) && !desk.lives.has(employee)
      && workforce.present.every(({ manager, dotted }) => manager !== employee && dotted !== employee));
    if (!idle || round % 2 === 0) return;
    ledger.decide(directory.stream, { at, actor: personActor(castMember(scene, 'OPERATOR')) }, (state) => deactivatePerson({ personId: idle.personId, occurredOn: dayOf(at), today: dayOf(at) }, state));
    idle.access = 'ended';
  }

  function followUp(_: Stage, { left, promoted, moved }: HalfYear, at: Moment): void {
    for (const { employee, gradeBefore } of promoted) {
      const measure = { value: rankOf(character, employee.grade), unit: 'RANK_TENTHS', baseline: rankOf(character, gradeBefore) };
      recordFromDirectory(scene, desk, employee, 'PROMOTION', measure, at);
    }
    for (const employee of moved) if (isThere(employee)) recordFromDirectory(scene, desk, employee, 'LATERAL_MOVE', null, at);
    for (const employee of left) {
      if (employee.personId === '') continue; // came and went between two files
      recordFromDirectory(scene, desk, employee, 'EXIT', null, at);
      afterLeaving(employee, at);
    }
  }

  /** Access ends at once; who is left behind closes the sponsorship in the days after. */
  function afterLeaving(employee: Employee, at: Moment): void {
    stage.roles.revokeAll(employee.personId, at);
    leaveAll(stage, employee, at);
    const random = chanceIn(scene, 'left', employee.personId, round);
    for (const life of desk.lives.get(employee) ?? []) {
      agenda.plan(officeHours(random, at, random.whole(1, 14)), (now) => {
        const remaining = life.sponsor === employee ? life.protege : life.sponsor;
        if (!isThere(employee)) withdraw(scene, desk, life, isThere(remaining) ? remaining : life.protege, now);
      });
    }
  }
};
