import { addDays, addMonths } from '@vouchsafe/event-schema';
import type { ProgramEvent } from '@vouchsafe/programs-contracts';
import { closeProgram, defineProgram, openProgram, programs, setProgramRules, type Program, type WrittenCondition } from '@vouchsafe/programs-domain';
import { openStream, type OpenStream } from '../ledger/ledger.js';
import { dayOf, type Moment } from '../ledger/moments.js';
import { castMember, chanceIn, personActor, type Scene } from '../scene.js';
import type { Employee } from '../workforce/employee.js';
import type { Roles } from './roles.js';

export interface RunningProgram {
  readonly programId: string;
  readonly stream: OpenStream<Program, ProgramEvent>;
  readonly lead: Employee;
  /** How many levels a sponsor is above the protégé, at least. */
  readonly levelGap: number;
}

export interface ProgramPlan {
  readonly programId: string;
  readonly name: string;
  readonly kind: 'SPONSORSHIP' | 'MENTORING';
  readonly goals: readonly string[];
  readonly population: readonly WrittenCondition[];
  readonly sponsors: readonly WrittenCondition[];
  readonly levelGap: number;
  readonly places: number;
}

/** What each organization of the sample runs: two programmes of sponsorship, and one of mentoring that closes after its year. */
export const programPlans = ({ character, workforce }: Scene): { main: ProgramPlan; second: ProgramPlan; mentoring: ProgramPlan } => {
  const level = (atLeast: number | null, atMost: number | null): WrittenCondition => ({ field: 'LEVEL', atLeast, atMost });
  const tenure: WrittenCondition = { field: 'TENURE', atLeast: 6, atMost: null };
  const people = workforce.present.length;
  const { main, second, mentoring } = character.programs;
  return {
    main: {
      programId: 'main', name: main, kind: 'SPONSORSHIP', goals: ['People ready for the next level when a place opens', 'Advocacy where careers are decided, not only where they are discussed'],
      population: [level(10, 20), tenure], sponsors: [level(30, null)], levelGap: 1, places: Math.max(10, Math.round(people * 0.4)),
    },
    second: {
      programId: 'second', name: second, kind: 'SPONSORSHIP', goals: ['A way into another profession inside the house'],
      population: [level(10, 20)], sponsors: [level(40, null)], levelGap: 2, places: Math.max(5, Math.round(people * 0.1)),
    },
    mentoring: {
      programId: 'mentoring', name: mentoring, kind: 'MENTORING', goals: ['Nobody’s first year is spent alone'],
      population: [level(10, 20)], sponsors: [level(20, null)], levelGap: 0, places: Math.max(5, Math.round(people * 0.05)),
    },
  };
};

/** Drafts a programme, says it better within the hour, names its lead, sets its rules and opens it. */
export const startProgram = (scene: Scene, roles: Roles, plan: ProgramPlan, at: Moment, opened: (program: RunningProgram, at: Moment) => void): void => {
  const { ledger, agenda, character } = scene;
  const lead = castMember(scene, 'PROGRAM_LEAD');
  const programId = `${plan.programId}-${chanceIn(scene, 'program', plan.programId).id().slice(0, 12)}`;
  const stream = openStream(programs, programId);
  const start = dayOf(at);
  const { name, kind } = plan;
  const DAY = 86_400_000;
  const by = (moment: Moment) => ({ at: moment, actor: personActor(lead) });
  const draft = { programId, name, kind, goals: [], term: null, population: null, places: null, standIns: [] };
  const ready = {
    ...draft, goals: [...plan.goals], term: { start, end: addDays(addMonths(start, 36), -1) }, population: plan.population,
    places: { proteges: plan.places, sponsors: plan.places + 5 },
  };
  agenda.plan(at, () => void ledger.decide(stream, by(at), (state) => defineProgram(draft, state)));
  agenda.plan(at + DAY / 24, (now) => void ledger.decide(stream, by(now), (state) => defineProgram(ready, state)));
  agenda.plan(at + DAY / 12, (now) => void ledger.decide(stream, by(now), (state) => setProgramRules({
    programId, basedOn: 1, settings: { levelGap: plan.levelGap, sponsorCapacity: character.habits.capacity },
    eligibility: { proteges: [], sponsors: plan.sponsors }, standIns: [],
  }, state)));
  agenda.plan(at + DAY / 8, (now) => roles.grant(lead.personId, 'PROGRAM_LEAD', now, programId));
  agenda.plan(at + DAY / 6, (now) => {
    ledger.decide(stream, by(now), (state) => openProgram({ programId, leads: 1 }, state));
    opened({ programId, stream, lead, levelGap: plan.levelGap }, now);
  });
};

export const endProgram = ({ ledger, agenda }: Scene, { programId, stream, lead }: RunningProgram, at: Moment): void =>
  agenda.plan(at, () => void ledger.decide(stream, { at, actor: personActor(lead) }, (state) => closeProgram({ programId }, state)));
