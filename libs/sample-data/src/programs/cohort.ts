import type { CohortEvent, EnrolmentEvent, EnrolmentRole } from '@vouchsafe/programs-contracts';
import { enrolmentId } from '@vouchsafe/programs-contracts';
import {
  approveEnrolment, closeCohort, cohorts, declineEnrolment, enrolments, openCohort, requestEnrolment, unmetFields, withdrawParticipant,
  type Cohort, type Enrolment, type PersonStanding,
} from '@vouchsafe/programs-domain';
import { openStream, type OpenStream } from '../ledger/ledger.js';
import { dayOf, officeHours, type Moment } from '../ledger/moments.js';
import type { Random } from '../random/random.js';
import { isThere, monthsBetween, personActor, rankIn, type Scene } from '../scene.js';
import { unitOf, type Employee } from '../workforce/employee.js';
import type { RunningProgram } from './program.js';

export interface RunningCohort {
  readonly cohortId: string;
  readonly program: RunningProgram;
  readonly stream: OpenStream<Cohort, CohortEvent>;
}

export const startCohort = ({ ledger }: Scene, program: RunningProgram, cohortId: string, name: string, at: Moment): RunningCohort => {
  const stream = openStream(cohorts, cohortId);
  ledger.decide(stream, { at, actor: personActor(program.lead) }, (state) => openCohort({
    cohortId, programId: program.programId, name, opensOn: dayOf(at), closesOn: null, program: program.stream.state,
  }, state));
  return { cohortId, program, stream };
};

export const endCohort = ({ ledger }: Scene, { cohortId, program, stream }: RunningCohort, at: Moment): void =>
  void ledger.decide(stream, { at, actor: personActor(program.lead) }, (state) => closeCohort({ cohortId }, state));

const NEEDS = ['VISIBILITY', 'STRETCH_ASSIGNMENT', 'PROMOTION', 'TRANSITION', 'NETWORK', 'SKILLS'] as const;

const standingOf = (scene: Scene, employee: Employee, at: Moment): PersonStanding => ({
  level: rankIn(scene, employee), tenureMonths: monthsBetween(employee.joinedOn, dayOf(at)), function: employee.function, unit: unitOf(employee),
  ratingBand: null, needs: [NEEDS[Number(employee.number.slice(-1)) % NEEDS.length]!],
});

/** Whether a programme would take somebody in: people whom the rules shut out do not ask. */
export const isEligible = (scene: Scene, { stream }: RunningProgram, employee: Employee, role: EnrolmentRole, at: Moment): boolean => {
  if (!isThere(employee) || stream.state.status === 'none') return false;
  const { definition: { population }, rules: { eligibility } } = stream.state;
  const rule = role === 'PROTEGE' || role === 'MENTEE' ? [...(population ?? []), ...eligibility.proteges] : eligibility.sponsors;
  return unmetFields(rule, standingOf(scene, employee, at)).length === 0;
};

/** A place in a cohort, as long as it lasts. */
export interface Place {
  readonly employee: Employee;
  readonly cohort: RunningCohort;
  readonly stream: OpenStream<Enrolment, EnrolmentEvent>;
}

/** Somebody asks to take part; the lead says yes, now and then no, and now and then they think better of it.
 * @param sure of those who must be in: the demo cast */
export const enrol = (
  scene: Scene, cohort: RunningCohort, employee: Employee, role: EnrolmentRole, random: Random, at: Moment, sure: boolean, enrolled: (place: Place, at: Moment) => void,
): void => {
  const { ledger, agenda } = scene;
  const { cohortId, program } = cohort;
  const { personId } = employee;
  const stream = openStream(enrolments, enrolmentId({ cohortId, personId }));
  const frame = { cohort: cohort.stream.state, program: program.stream.state };
  const asked = { cohortId, personId, occurredOn: dayOf(at), today: dayOf(at) };
  ledger.decide(stream, { at, actor: personActor(employee) }, (state) => requestEnrolment({
    ...frame, ...asked, role, agreed: true, by: personId, standing: standingOf(scene, employee, at),
  }, state));
  const answer = sure ? 'yes' : random.weighted([['yes', 0.92], ['no', 0.05], ['withdrawn', 0.03]] as const);
  agenda.plan(officeHours(random, at, random.whole(0, 5)), (now) => {
    const answered = { cohortId, personId, occurredOn: dayOf(now), today: dayOf(now) };
    const byLead = { at: now, actor: personActor(program.lead) };
    if (!isThere(employee) || answer === 'withdrawn') {
      ledger.decide(stream, { at: now, actor: personActor(employee) }, (state) => withdrawParticipant(answered, state));
    } else if (answer === 'no') {
      ledger.decide(stream, byLead, (state) => declineEnrolment(answered, state));
    } else {
      ledger.decide(stream, byLead, (state) => approveEnrolment({ ...answered, cohort: cohort.stream.state, program: program.stream.state }, state));
      enrolled({ employee, cohort, stream }, now);
    }
  });
};

/** Gives a place up. Does nothing for one that is given up already. */
export const leavePlace = ({ ledger }: Scene, { employee, cohort: { cohortId }, stream }: Place, at: Moment): void => {
  if (stream.state.status !== 'enrolled') return;
  const { personId } = employee;
  ledger.decide(stream, { at, actor: 'system:access-desk' }, (state) => withdrawParticipant({ cohortId, personId, occurredOn: dayOf(at), today: dayOf(at) }, state));
};
