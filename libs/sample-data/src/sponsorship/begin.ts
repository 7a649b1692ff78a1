import type { Agreement } from '@vouchsafe/sponsorship-contracts';
import { commitments, declineCommitment, freePlaces, proposeAmendment, proposeCommitment, signCommitment } from '@vouchsafe/sponsorship-domain';
import { openStream } from '../ledger/ledger.js';
import { dayOf, officeHours, type Moment } from '../ledger/moments.js';
import type { RunningProgram } from '../programs/program.js';
import { chainBetween, chanceIn, isThere, type Scene } from '../scene.js';
import type { Employee } from '../workforce/employee.js';
import { agreementText } from './agreement-text.js';
import { by, decideWithPlaces, delegationOf, giveBack, loadOf, pairIn, takePlace, type Desk, type Life } from './life.js';

export interface Pair {
  readonly program: RunningProgram;
  readonly cohortId: string;
  readonly sponsor: Employee;
  readonly protege: Employee;
}

/** A sponsorship begins: a text is put forward, perhaps mended, and signed by both, or one of them thinks better of it. Nothing begins between
 * people of whom one has given up their place.
 * @param script a text of its own, which both sign, and nothing befalls it by chance
 * @param made told once both have signed */
export const beginCommitment = (
  scene: Scene, desk: Desk, pair: Pair, at: Moment, made: (life: Life, at: Moment) => void, script: Agreement | null = null,
): void => {
  const { sponsor, protege, program, cohortId } = pair;
  const standing = pairIn(desk, program, sponsor, protege);
  if (!standing.programIsOpen || standing.sponsor.cohorts.length === 0 || !standing.protege.cohorts.includes(cohortId)) return;
  const random = chanceIn(scene, 'commitment', program.programId, sponsor.personId, protege.personId, at);
  const commitmentId = random.id();
  const life: Life = { commitmentId, stream: openStream(commitments, commitmentId), delegation: delegationOf(desk, sponsor), program, cohortId, sponsor, protege, random, scripted: script !== null };
  takePlace(desk, life);
  const proposer = random.chance(0.7) ? protege : sponsor;
  const other = proposer === sponsor ? protege : sponsor;
  const text = script ?? agreementText(scene.character, random, dayOf(at));
  scene.ledger.decide(life.stream, by(proposer, at), (state) => proposeCommitment({
    ...text, commitmentId, programId: program.programId, cohortId, sponsorId: sponsor.personId, protegeId: protege.personId, by: proposer.personId, today: dayOf(at),
    pair: standing,
  }, state));
  if (script === null && random.chance(0.08)) scene.agenda.plan(officeHours(random, at, 1), (now) => mend(scene, life, text, other, now));
  const answer = script ? 'yes' : random.weighted([['yes', 0.92], ['no', 0.05], ['silence', 0.03]] as const);
  scene.agenda.plan(officeHours(random, at, random.whole(2, 4)), (now) => sign(scene, desk, life, proposer, now, made));
  if (answer === 'silence') scene.agenda.plan(at + 60 * 86_400_000, () => giveBack(desk, life)); // the place is not kept for ever
  else scene.agenda.plan(officeHours(random, at, random.whole(5, 13)), (now) => (answer === 'no' ? decline(scene, desk, life, other, now) : sign(scene, desk, life, other, now, made)));
};

/** The other side would rather promise less. */
const mend = (scene: Scene, life: Life, text: Agreement, who: Employee, at: Moment): void => {
  const { commitmentId } = life;
  if (!isThere(who)) return;
  const pledges = text.pledges.map((pledge) => ({ ...pledge, times: Math.max(1, pledge.times - 1) }));
  scene.ledger.decide(life.stream, by(who, at), (state) => proposeAmendment({ ...text, pledges, commitmentId, version: 2, by: who.personId, today: dayOf(at) }, state));
};

const decline = (scene: Scene, desk: Desk, life: Life, who: Employee, at: Moment): void => {
  const { state } = life.stream;
  if (state.status !== 'proposed') return;
  const { version } = state.proposal;
  scene.ledger.decide(life.stream, by(who, at), (now) => declineCommitment({ commitmentId: life.commitmentId, version, by: who.personId }, now));
  giveBack(desk, life);
};

const sign = (scene: Scene, desk: Desk, life: Life, who: Employee, at: Moment, made: (life: Life, at: Moment) => void): void => {
  const { commitmentId, sponsor, protege, stream } = life;
  if (stream.state.status !== 'proposed') return;
  const chain = chainBetween(scene, sponsor, protege);
  const remaining = isThere(sponsor) ? sponsor : protege;
  const pair = pairIn(desk, life.program, sponsor, protege);
  const isFit = pair.programIsOpen && pair.sponsor.cohorts.length > 0 && pair.protege.cohorts.includes(life.cohortId);
  if (!isThere(sponsor) || !isThere(protege) || chain === true || !isFit) return decline(scene, desk, life, remaining, at);
  const { version } = stream.state.proposal;
  const sponsorFreePlaces = freePlaces(scene.character.habits.capacity, loadOf(desk, sponsor).state, []); // promised when the two began to talk, so there is one
  decideWithPlaces(scene, desk, life, by(who, at), (state) => signCommitment({
    commitmentId, version, by: who.personId, occurredOn: dayOf(at), today: dayOf(at), pair, sponsorFreePlaces, sponsorIsInTheChain: chain,
  }, state));
  if (life.stream.state.status === 'active') made(life, at);
};
