import { addDays } from '@vouchsafe/event-schema';
import type { OutcomeEvent, OutcomeFacts, OutcomeKind, OutcomeMeasure } from '@vouchsafe/sponsorship-contracts';
import { correctOutcome, linkOutcome, outcomes, recordOutcome, retractOutcome, verifyOutcome, type Outcome } from '@vouchsafe/sponsorship-domain';
import { openStream, type OpenStream } from '../ledger/ledger.js';
import { dayOf, midnight, officeHours, type Moment } from '../ledger/moments.js';
import type { Random } from '../random/random.js';
import { chanceIn, isThere, type Scene } from '../scene.js';
import type { Employee } from '../workforce/employee.js';
import { by, bySystem, madeOf, type Desk, type Life } from './life.js';
import { OUTCOME_CORRECTIONS, OUTCOME_RETRACTIONS } from './words.js';

type OutcomeStream = OpenStream<Outcome, OutcomeEvent>;

/** A rise, a move or an exit, as the directory knows it: of everybody, sponsored or not. */
export const recordFromDirectory = (
  scene: Scene, desk: Desk, employee: Employee, kind: Extract<OutcomeKind, 'PROMOTION' | 'LATERAL_MOVE' | 'EXIT'>, measure: OutcomeMeasure | null, at: Moment,
): void => {
  const { personId } = employee;
  const random = chanceIn(scene, 'outcome', kind, personId, dayOf(at));
  const life = [...desk.lives.get(employee) ?? []].find((each) => each.protege === employee && madeOf(each) !== null);
  const outcomeId = random.id();
  const stream = openStream(outcomes, outcomeId);
  scene.ledger.decide(stream, bySystem(at), (state) => recordOutcome({
    outcomeId, personId, kind, measure, programId: life?.program.programId ?? null, commitmentId: life?.commitmentId ?? null,
    by: null, evidenceState: 'SYSTEM_VERIFIED', source: 'DIRECTORY', occurredOn: dayOf(at), today: dayOf(at),
  }, state));
  if (life && kind !== 'EXIT') linkLater(scene, life, outcomeId, stream, random, at);
};

const KINDS: readonly (readonly [OutcomeKind, number])[] = [['STRETCH_ASSIGNMENT', 5], ['VISIBILITY', 3], ['RECOGNITION', 3], ['PAY_BAND', 2], ['TRANSITION', 1]];

const measureOf = (kind: OutcomeKind, random: Random): OutcomeMeasure | null => {
  if (kind === 'PAY_BAND') return { value: 5_200_000 + 10_000 * random.whole(0, 90), unit: 'EUR_MINOR', baseline: 4_800_000 + 10_000 * random.whole(0, 40) };
  if (kind === 'VISIBILITY') return { value: random.whole(2, 9), unit: 'PRESENTATIONS', baseline: random.chance(0.5) ? random.whole(0, 1) : null };
  return null;
};

/** What HR data cannot show comes by hand: from the protégé, the sponsor, or a connected system, and some of it is verified later. */
export const expectOutcomes = (scene: Scene, life: Life, at: Moment): void => {
  const { random } = life;
  const made = madeOf(life)!;
  const days = Math.max(60, (midnight(made.term.end) - at) / 86_400_000);
  for (let next = random.count(days / 300); next > 0; next -= 1) {
    scene.agenda.plan(officeHours(random, at, days * (0.25 + 0.75 * random.unit())), (now) => recordByHand(scene, life, now));
  }
};

/** @returns the day's outcome, as its stream */
const recordByHand = (scene: Scene, life: Life, at: Moment): void => {
  const { random, protege, sponsor, commitmentId, program } = life;
  if (!isThere(protege)) return;
  const kind = random.weighted(KINDS);
  const today = dayOf(at);
  const source = random.weighted([['protege', 6], ['sponsor', 3], ['system', 1]] as const);
  if (source === 'sponsor' && !isThere(sponsor)) return;
  const outcomeId = random.id();
  const stream = openStream(outcomes, outcomeId);
  const recorder = source === 'system' ? null : source === 'sponsor' ? sponsor : protege;
  const occurredOn = addDays(today, -random.whole(0, 20));
  scene.ledger.decide(stream, { ...(recorder ? by(recorder, at) : bySystem(at)), occurredOn }, (state) => recordOutcome({
    outcomeId, personId: protege.personId, kind, measure: measureOf(kind, random), programId: program.programId, commitmentId,
    by: recorder?.personId ?? null, evidenceState: recorder === null ? 'SYSTEM_VERIFIED' : recorder === sponsor && random.chance(0.5) ? 'MANAGER_VERIFIED' : 'SELF_REPORTED',
    source: recorder === null ? 'OTHER_SYSTEM' : 'PERSON', occurredOn, today,
  }, state));
  changeMind(scene, life, outcomeId, stream, recorder, random, at);
  verifyLater(scene, protege, sponsor, outcomeId, stream, random, at);
  linkLater(scene, life, outcomeId, stream, random, at);
};

const recordedIn = ({ state }: OutcomeStream): Exclude<Outcome, { status: 'none' }> | null => (state.status === 'recorded' ? state : null);

/** The manager says that it is so; some weeks later a system may know it too. */
const verifyLater = (scene: Scene, protege: Employee, sponsor: Employee, outcomeId: string, stream: OutcomeStream, random: Random, at: Moment): void => {
  if (random.chance(0.5)) {
    scene.agenda.plan(officeHours(random, at, random.whole(3, 30)), (now) => {
      const { manager } = protege;
      if (!manager || manager === sponsor || !isThere(manager) || recordedIn(stream)?.evidenceState !== 'SELF_REPORTED') return;
      scene.ledger.decide(stream, by(manager, now), (state) => verifyOutcome({ outcomeId, by: manager.personId, evidenceState: 'MANAGER_VERIFIED' }, state));
    });
  }
  if (random.chance(0.12)) {
    scene.agenda.plan(officeHours(random, at, random.whole(31, 60)), (now) => {
      if (!recordedIn(stream)) return;
      scene.ledger.decide(stream, bySystem(now), (state) => verifyOutcome({ outcomeId, by: null, evidenceState: 'SYSTEM_VERIFIED' }, state));
    });
  }
};

const changeMind = (scene: Scene, life: Life, outcomeId: string, stream: OutcomeStream, recorder: Employee | null, random: Random, at: Moment): void => {
  if (!recorder || !random.chance(0.1)) return;
  const isRetracted = random.chance(0.3);
  scene.agenda.plan(officeHours(random, at, random.whole(1, 20)), (now) => {
    const outcome = recordedIn(stream);
    if (!outcome || !isThere(recorder) || outcome.evidenceState !== 'SELF_REPORTED') return;
    const { facts } = outcome;
    const corrected: OutcomeFacts = { ...facts, outcomeOccurredOn: addDays(facts.outcomeOccurredOn, -random.whole(1, 10)) };
    if (isRetracted) scene.ledger.decide(stream, by(recorder, now), (state) => retractOutcome({ outcomeId, by: recorder.personId, reason: random.pick(OUTCOME_RETRACTIONS) }, state));
    else scene.ledger.decide(stream, by(recorder, now), (state) => correctOutcome({ ...corrected, outcomeId, by: recorder.personId, today: dayOf(now), reason: random.pick(OUTCOME_CORRECTIONS) }, state));
  });
};

/** Asked what it rests on, the pair names one to three of the actions before it. */
const linkLater = (scene: Scene, life: Life, outcomeId: string, stream: OutcomeStream, random: Random, at: Moment): void => {
  if (!random.chance(0.6)) return;
  scene.agenda.plan(officeHours(random, at, random.whole(1, 25)), (now) => {
    const made = madeOf(life);
    const outcome = recordedIn(stream);
    const { commitmentId, sponsor, protege } = life;
    if (!made || !outcome) return;
    const who = random.chance(0.5) ? sponsor : protege;
    if (!isThere(who)) return;
    const known = [...made.actions].filter(([, { status, facts, attestedBy }]) => (
      status === 'recorded' && facts.actionOccurredOn <= outcome.facts.outcomeOccurredOn && (who === sponsor || attestedBy.includes(protege.personId))));
    for (const [actionId, { facts }] of random.shuffled(known).slice(0, random.whole(1, 3))) {
      const action = { protegeId: protege.personId, occurredOn: facts.actionOccurredOn };
      scene.ledger.decide(stream, by(who, now), (state) => linkOutcome({ outcomeId, commitmentId, actionId, action }, state));
    }
  });
};
