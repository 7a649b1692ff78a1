import { officeHours, type Moment } from './ledger/moments.js';
import { endCohort, enrol, isEligible, leavePlace, startCohort, type Place, type RunningCohort } from './programs/cohort.js';
import type { RunningProgram } from './programs/program.js';
import type { Roles } from './programs/roles.js';
import { castMember, chanceIn, isThere, type Scene } from './scene.js';
import { beginCommitment, type Pair } from './sponsorship/begin.js';
import { planCourse } from './sponsorship/change-course.js';
import { demoAgreement, tellDemoPair } from './sponsorship/demo-pair.js';
import { bothAreThere, freePlaces, madeOf, type Desk, type Life } from './sponsorship/life.js';
import { findSponsor, hasSponsor } from './sponsorship/match.js';
import { expectOutcomes } from './sponsorship/outcomes.js';
import { followPledges } from './sponsorship/pledges.js';
import { spendMonth } from './sponsorship/record-actions.js';
import type { Employee } from './workforce/employee.js';

/** Everything that goes on around the cohorts of one organization. */
export interface Stage {
  readonly scene: Scene;
  readonly desk: Desk;
  readonly roles: Roles;
  /** Who sponsors in each programme. */
  readonly sponsors: Map<RunningProgram, Employee[]>;
}

const CLOSES_AFTER = 30;
const DAY = 86_400_000;

/** A cohort opens, takes people in for a month, and its pairs begin.
 * @param newcomers how many protégés are looked for
 * @param withCast whether the demo cast is among them */
export const tellCohort = (stage: Stage, program: RunningProgram, { name, newcomers, withCast }: { name: string; newcomers: number; withCast: boolean }, at: Moment): void => {
  const { scene, desk, roles } = stage;
  const random = chanceIn(scene, 'cohort', program.programId, name);
  const cohort = startCohort(scene, program, random.id(), name, at);
  scene.agenda.plan(at + CLOSES_AFTER * DAY, (now) => endCohort(scene, cohort, now));
  const present = scene.workforce.present.filter(({ part }) => part === null);
  const eligible = (role: 'SPONSOR' | 'PROTEGE'): Employee[] => present.filter((employee) => isEligible(scene, program, employee, role, at));
  const known = new Set(stage.sponsors.get(program) ?? []);
  const proteges = random.shuffled(eligible('PROTEGE').filter((employee) => !hasSponsor(desk, employee))).slice(0, newcomers);
  const sponsors = random.shuffled(eligible('SPONSOR')).sort((one, other) => Number(known.has(other)) - Number(known.has(one))).slice(0, Math.ceil(newcomers * 0.65));

  const asks = (employee: Employee, role: 'SPONSOR' | 'PROTEGE', sure: boolean, then: (place: Place, now: Moment) => void): void =>
    scene.agenda.plan(officeHours(random, at, random.whole(0, 18)), (now) => {
      if (!isEligible(scene, program, employee, role, now)) return;
      enrol(scene, cohort, employee, role, random, now, sure, (place, enrolledAt) => {
        desk.places.set(employee, [...desk.places.get(employee) ?? [], place]);
        roles.grant(employee.personId, role, enrolledAt);
        then(place, enrolledAt);
      });
    });
  for (const sponsor of sponsors) {
    asks(sponsor, 'SPONSOR', false, () => {
      if (!known.has(sponsor)) stage.sponsors.set(program, [...stage.sponsors.get(program) ?? [], sponsor]);
      known.add(sponsor);
    });
  }
  for (const protege of proteges) {
    asks(protege, 'PROTEGE', false, () => {
      scene.agenda.plan(officeHours(random, at, random.whole(CLOSES_AFTER - 5, CLOSES_AFTER + 25)), (now) => pairUp(stage, cohort, protege, now));
      if (random.chance(0.12)) scene.agenda.plan(officeHours(random, at, random.whole(70, 140)), (now) => pairUp(stage, cohort, protege, now));
      if (random.chance(0.02)) scene.agenda.plan(officeHours(random, at, random.whole(40, 200)), (now) => leaveAll(stage, protege, now));
    });
  }
  if (withCast) tellCast(stage, cohort, asks, at);
};

const tellCast = (
  stage: Stage, cohort: RunningCohort, asks: (employee: Employee, role: 'SPONSOR' | 'PROTEGE', sure: boolean, then: (place: Place, now: Moment) => void) => void, at: Moment,
): void => {
  const { scene } = stage;
  const [sponsor, protege] = [castMember(scene, 'SPONSOR'), castMember(scene, 'PROTEGE')];
  asks(sponsor, 'SPONSOR', true, () => {});
  asks(protege, 'PROTEGE', true, () => {});
  asks(castMember(scene, 'UNMATCHED_PROTEGE'), 'PROTEGE', true, () => {});
  scene.agenda.plan(officeHours(chanceIn(scene, 'demo'), at, CLOSES_AFTER), (now) => (
    beginCommitment(scene, stage.desk, { program: cohort.program, cohortId: cohort.cohortId, sponsor, protege }, now, (life) => tellDemoPair(scene, life), demoAgreement(scene, now))));
};

/** Looks for a sponsor; whoever finds none waits for the next cohort. */
const pairUp = (stage: Stage, cohort: RunningCohort, protege: Employee, at: Moment): void => {
  const { scene, desk, sponsors } = stage;
  const { program, cohortId } = cohort;
  if (!isThere(protege)) return;
  const sponsor = findSponsor(scene, desk, program, sponsors.get(program) ?? [], protege, chanceIn(scene, 'match', cohortId, protege.personId, at));
  if (sponsor) begin(stage, { program, cohortId, sponsor, protege }, at);
};

const begin = (stage: Stage, pair: Pair, at: Moment): void => {
  const { scene, desk } = stage;
  beginCommitment(scene, desk, pair, at, (life, now) => {
    followPledges(scene, life, now, madeOf(life)!.pledges.keys());
    expectOutcomes(scene, life, now);
    planCourse(scene, desk, life, now, (ended, endedAt) => renew(stage, pair, ended, endedAt));
    spendMonth(scene, life, now);
  });
};

/** Some pairs go on: a renewal is a new commitment. */
const renew = ({ scene, desk, ...stage }: Stage, pair: Pair, life: Life, at: Moment): void => {
  if (!life.random.chance(0.35)) return;
  scene.agenda.plan(officeHours(life.random, at, life.random.whole(3, 20)), (now) => {
    if (bothAreThere(life) && freePlaces(desk, scene, life.sponsor) > 0 && !hasSponsor(desk, life.protege)) begin({ scene, desk, ...stage }, pair, now);
  });
};

/** Gives up all places of a person. */
export const leaveAll = ({ scene, desk: { places } }: Stage, employee: Employee, at: Moment): void => {
  for (const place of places.get(employee) ?? []) leavePlace(scene, place, at);
  places.delete(employee);
};
