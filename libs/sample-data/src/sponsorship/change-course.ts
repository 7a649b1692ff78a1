import { addDays, addMonths } from '@vouchsafe/event-schema';
import type { Agreement, Pledge } from '@vouchsafe/sponsorship-contracts';
import {
  declineCommitment, endCommitment, pauseCommitment, proposeAmendment, resumeCommitment, signCommitment, withdrawFromCommitment, type MadeCommitment,
} from '@vouchsafe/sponsorship-domain';
import { dayOf, midnight, officeHours, type Moment } from '../ledger/moments.js';
import { isThere, type Scene } from '../scene.js';
import type { Employee } from '../workforce/employee.js';
import { behaviourPledge, protegesPledge } from './agreement-text.js';
import { bothAreThere, by, bySystem, decideWithPlaces, giveBack, madeOf, runs, type Desk, type Life } from './life.js';
import { followPledges } from './pledges.js';

const NOBODY = { isHere: false, cohorts: [] };
/** An amendment asks for none of these. */
const NO_FACTS = { pair: { programIsOpen: false, sponsor: NOBODY, protege: NOBODY }, sponsorFreePlaces: 0, sponsorIsInTheChain: 'unknown' } as const;

/** What befalls a commitment on its way, and its end. */
export const planCourse = (scene: Scene, desk: Desk, life: Life, at: Moment, ended: (life: Life, at: Moment) => void): void => {
  const { random, scripted } = life;
  const made = madeOf(life)!;
  planEnd(scene, desk, life, made.term.end, ended);
  if (scripted) return;
  const { pauses, withdraws } = scene.character.habits;
  const length = midnight(made.term.end) - at;
  const within = (from: number, to: number): Moment => officeHours(random, at + length * (from + (to - from) * random.unit()), 0);
  if (random.chance(pauses)) scene.agenda.plan(within(0.1, 0.7), (now) => pause(scene, life, now));
  if (random.chance(withdraws)) scene.agenda.plan(within(0.15, 0.95), (now) => withdraw(scene, desk, life, random.chance(0.5) ? life.sponsor : life.protege, now));
  if (random.chance(0.14)) scene.agenda.plan(within(0.2, 0.75), (now) => amend(scene, life, now));
};

const planEnd = (scene: Scene, desk: Desk, life: Life, lastDay: string, ended: (life: Life, at: Moment) => void): void =>
  scene.agenda.plan(midnight(addDays(lastDay, 1)) + 5 * 3_600_000, (now) => {
    const made = madeOf(life)!;
    if (made.status === 'withdrawn' || made.status === 'ended') return;
    if (made.term.end >= dayOf(now)) return planEnd(scene, desk, life, made.term.end, ended); // an amendment made it longer
    decideWithPlaces(scene, desk, life, bySystem(now), (state) => endCommitment({ commitmentId: life.commitmentId, by: null, today: dayOf(now) }, state));
    giveBack(desk, life);
    ended(life, now);
  });

const pause = (scene: Scene, life: Life, at: Moment): void => {
  const { commitmentId, random, sponsor, protege } = life;
  const who = random.chance(0.5) ? sponsor : protege;
  if (!isThere(who) || !runs(life, at) || madeOf(life)!.status !== 'active') return;
  scene.ledger.decide(life.stream, by(who, at), (state) => pauseCommitment({ commitmentId, by: who.personId, occurredOn: dayOf(at), today: dayOf(at) }, state));
  scene.agenda.plan(officeHours(random, at, random.whole(28, 95)), (now) => {
    if (!isThere(who) || !runs(life, now) || madeOf(life)!.status !== 'paused') return;
    scene.ledger.decide(life.stream, by(who, now), (state) => resumeCommitment({ commitmentId, by: who.personId, occurredOn: dayOf(now), today: dayOf(now) }, state));
  });
};

/** Somebody leaves it, for no reason that anybody asks for. */
export const withdraw = (scene: Scene, desk: Desk, life: Life, who: Employee, at: Moment): void => {
  const { commitmentId } = life;
  if (!runs(life, at)) return;
  decideWithPlaces(scene, desk, life, by(who, at), (state) => withdrawFromCommitment({ commitmentId, by: who.personId, occurredOn: dayOf(at), today: dayOf(at) }, state));
  giveBack(desk, life);
};

/** The text of an amendment: what is open stays, perhaps with more time; something is added; the term may grow. */
const amendedText = (scene: Scene, life: Life, made: MadeCommitment, today: string): Agreement => {
  const { random } = life;
  const longest = addDays(addMonths(made.term.start, 24), -1);
  const longer = addDays(made.term.end, random.chance(0.4) ? random.whole(30, 90) : 0);
  const term = { start: made.term.start, end: longer < longest ? longer : longest };
  const open: Pledge[] = [];
  for (const { status, terms } of made.pledges.values()) {
    if (status !== 'open') continue;
    if (terms.dueOn < today) open.push(terms);
    else if (!random.chance(0.2)) open.push({ ...terms, dueOn: random.chance(0.3) ? term.end : terms.dueOn });
  }
  const next = made.pledges.size + 1;
  return {
    objective: random.pick(scene.character.objectives), cadence: { kind: 'MONTHLY' }, term,
    pledges: [...open, behaviourPledge(random, `s${next}a`, term, 0.95), protegesPledge(scene.character, random, `p${next}a`, term, 0.95)],
  };
};

const amend = (scene: Scene, life: Life, at: Moment): void => {
  const { commitmentId, random, sponsor, protege } = life;
  const made = madeOf(life);
  if (!made || !runs(life, at) || !bothAreThere(life) || made.amendment) return;
  const today = dayOf(at);
  const text = amendedText(scene, life, made, today);
  const version = made.lastVersion + 1;
  const [first, second] = random.chance(0.6) ? [sponsor, protege] : [protege, sponsor];
  scene.ledger.decide(life.stream, by(first, at), (state) => proposeAmendment({ ...text, commitmentId, version, by: first.personId, today }, state));
  const isDeclined = random.chance(0.15);
  scene.agenda.plan(officeHours(random, at, random.whole(0, 3)), (now) => answer(first, now, false));
  scene.agenda.plan(officeHours(random, at, random.whole(4, 12)), (now) => answer(second, now, isDeclined));

  // Meanwhile a pledge may have been kept or fallen due, and then the text no longer fits: whoever sees that says no to it.
  function answer(who: Employee, now: Moment, no: boolean): void {
    if (madeOf(life)?.amendment?.version !== version || !runs(life, now) || !isThere(who)) return;
    const signing = { commitmentId, version, by: who.personId, occurredOn: dayOf(now), today: dayOf(now), ...NO_FACTS };
    if (no || !signCommitment(signing, life.stream.state).accepted) {
      scene.ledger.decide(life.stream, by(who, now), (state) => declineCommitment({ commitmentId, version, by: who.personId }, state));
      return;
    }
    scene.ledger.decide(life.stream, by(who, now), (state) => signCommitment(signing, state));
    if (madeOf(life)!.version === version) followPledges(scene, life, now, text.pledges.map(({ pledgeId }) => pledgeId));
  }
};
