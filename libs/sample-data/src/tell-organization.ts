import { addDays, addMonths, type TenantId } from '@vouchsafe/event-schema';
import type { Character } from './cast/character.js';
import { openAgenda } from './ledger/agenda.js';
import type { Ledger } from './ledger/ledger.js';
import { dayOf, midnight, officeHours, type Moment } from './ledger/moments.js';
import { enrol, endCohort, isEligible, startCohort } from './programs/cohort.js';
import { endProgram, programPlans, startProgram, type RunningProgram } from './programs/program.js';
import { openRoles } from './programs/roles.js';
import { castMember, chanceIn, type Scene } from './scene.js';
import { openDesk } from './sponsorship/life.js';
import { tellCohort, type Stage } from './tell-cohorts.js';
import { snapshotDays, tellHalfYear } from './tell-half-years.js';
import { registerMember, type Membership } from './tenancy/group.js';
import { foundWorkforce } from './workforce/employee.js';
import { importSnapshot, openDirectory, type SampleCards } from './workforce/import-snapshot.js';
import { randomAt } from './random/random.js';

const DAY = 86_400_000;
const HOUR = 3_600_000;

export interface OrganizationPlan {
  readonly seed: string;
  readonly tenant: TenantId;
  readonly index: number;
  readonly character: Character;
  /** People on the first day. */
  readonly people: number;
  readonly membership: Membership;
  readonly start: Moment;
  readonly end: Moment;
}

/** Sets two years of one organization going. @returns the agenda to be run: nothing happens before */
export const tellOrganization = (plan: OrganizationPlan, ledger: Ledger, cards: (cards: SampleCards) => void): Scene => {
  const { seed, tenant, index, character, people, membership, start, end } = plan;
  const firstDay = dayOf(start);
  const scene: Scene = {
    seed, tenant, character, ledger, agenda: openAgenda(end), directory: openDirectory(), start, end,
    workforce: foundWorkforce(character, index, randomAt(seed, tenant, 'workforce'), people, (days) => addDays(firstDay, -days)),
  };
  const stage: Stage = { scene, desk: openDesk(), roles: openRoles(ledger), sponsors: new Map() };
  const { agenda, directory, workforce } = scene;
  const at = (days: number, hours = 9): Moment => start + days * DAY + hours * HOUR;

  agenda.plan(at(0, 8), (now) => {
    const takeStep = registerMember(ledger, membership, character, now);
    for (const step of membership.steps) agenda.plan(step.at, () => takeStep(step));
  });
  agenda.plan(at(1, 6), (now) => cards(importSnapshot({ ledger, directory, workforce, random: chanceIn(scene, 'first import') }, { at: now, asOf: firstDay })));
  agenda.plan(at(2), (now) => {
    stage.roles.grant(castMember(scene, 'OPERATOR').personId, 'OPERATOR', now);
    stage.roles.grant(castMember(scene, 'EXECUTIVE').personId, 'EXECUTIVE', now);
    tellPrograms(stage, now);
  });
  snapshotDays(start, end).forEach((day, round) => tellHalfYear(stage, day, round + 1, cards));
  return scene;
};

const cohortName = (at: Moment): string => {
  const [year, month] = dayOf(at).split('-');
  return `${['Winter', 'Spring', 'Summer', 'Autumn'][Math.floor((Number(month) % 12) / 3)]!} ${year!} (${month!})`;
};

const inMonths = (from: Moment, months: number, days = 0): Moment => midnight(addDays(addMonths(dayOf(from), months), days)) + 9 * HOUR;

const tellPrograms = (stage: Stage, at: Moment): void => {
  const { scene } = stage;
  const { main, second, mentoring } = programPlans(scene);
  const cohortsOf = (program: RunningProgram, months: readonly (readonly [number, number])[], part: number, castIn: number): void => months.forEach(([month, days], each) => {
    scene.agenda.plan(inMonths(at, month, days), (now) => tellCohort(stage, program, {
      name: cohortName(now), newcomers: Math.max(3, Math.round(scene.workforce.present.length * part)), withCast: each === castIn,
    }, now));
  });
  startProgram(scene, stage.roles, main, at + 2 * DAY, (program) => cohortsOf(program, [[0, 15], [5, 20], [11, 20], [17, 5]], 0.15, 3));
  startProgram(scene, stage.roles, second, at + 9 * DAY, (program) => cohortsOf(program, [[1, 20], [9, 5], [15, 20]], 0.03, -1));
  startProgram(scene, stage.roles, mentoring, at + 12 * DAY, (program, now) => {
    tellMentors(stage, program, now + 10 * DAY);
    endProgram(scene, program, inMonths(now, 12));
  });
};

/** A small circle of mentors: no advocacy is expected of them, so none is recorded. */
const tellMentors = ({ scene }: Stage, program: RunningProgram, at: Moment): void => {
  const random = chanceIn(scene, 'mentors');
  scene.agenda.plan(at, (now) => {
    const cohort = startCohort(scene, program, random.id(), cohortName(now), now);
    scene.agenda.plan(now + 40 * DAY, (later) => endCohort(scene, cohort, later));
    const some = Math.max(3, Math.round(scene.workforce.present.length * 0.02));
    for (const role of ['MENTOR', 'MENTEE'] as const) {
      const willing = scene.workforce.present.filter((employee) => employee.part === null && isEligible(scene, program, employee, role, now) && (role === 'MENTEE') === (employee.grade > 3));
      for (const employee of random.shuffled(willing).slice(0, some)) {
        scene.agenda.plan(officeHours(random, now, random.whole(1, 25)), (asked) => {
          if (isEligible(scene, program, employee, role, asked)) enrol(scene, cohort, employee, role, random, asked, false, () => {});
        });
      }
    }
  });
};

