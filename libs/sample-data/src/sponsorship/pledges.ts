import { addDays, type IsoDate } from '@vouchsafe/event-schema';
import { markPledgeMissed, renegotiatePledge, reportPledge, withdrawPledge, type PledgeState } from '@vouchsafe/sponsorship-domain';
import { dayOf, midnight, officeHours, type Moment } from '../ledger/moments.js';
import { isThere, type Scene } from '../scene.js';
import { by, bySystem, madeOf, runs, standsOn, type Life } from './life.js';

const openPledge = (life: Life, pledgeId: string): PledgeState | null => {
  const pledge = madeOf(life)?.pledges.get(pledgeId);
  return pledge?.status === 'open' ? pledge : null;
};

/** What becomes of each pledge: done, renegotiated, let go or missed. What a sponsor does by acting is not reported here. */
export const followPledges = (scene: Scene, life: Life, at: Moment, pledgeIds: Iterable<string>): void => {
  for (const pledgeId of pledgeIds) followPledge(scene, life, pledgeId, at);
};

const followPledge = (scene: Scene, life: Life, pledgeId: string, at: Moment): void => {
  const pledge = openPledge(life, pledgeId);
  if (!pledge) return;
  const { random } = life;
  const { keeps, renegotiates } = scene.character.habits;
  const { terms: { promise, times, dueOn } } = pledge;
  const due = midnight(dueOn);
  const days = Math.max(1, (due - at) / 86_400_000);
  if (promise.kind === 'DELIVERABLE') {
    const isKept = random.chance(keeps);
    const done = isKept ? times : random.whole(0, times - 1);
    // Most deliver before the day, some on the last one, a few after it.
    for (let time = 1; time <= done; time += 1) {
      const late = time === times && random.chance(0.1) ? random.whole(1, 9) : 0;
      scene.agenda.plan(officeHours(random, at, late > 0 ? days + late : Math.max(0, (days * time) / times - random.whole(0, 12) - 1)), (now) => deliver(scene, life, pledgeId, now));
    }
  }
  if (random.chance(renegotiates)) scene.agenda.plan(Math.max(at, officeHours(random, due - random.whole(5, 25) * 86_400_000, 0)), (now) => renegotiate(scene, life, pledgeId, now));
  if (random.chance(0.03)) scene.agenda.plan(officeHours(random, at, random.unit() * days * 0.9), (now) => letGo(scene, life, pledgeId, now));
  watch(scene, life, pledgeId, due, random.chance(0.7) ? random.whole(1, 2) : random.whole(8, 14));
};

const deliver = (scene: Scene, life: Life, pledgeId: string, at: Moment): void => {
  const { commitmentId, random, sponsor, protege } = life;
  const pledge = openPledge(life, pledgeId);
  if (!pledge) return;
  const owner = pledge.terms.side === 'SPONSOR' ? sponsor : protege;
  const today = dayOf(at);
  const day = [addDays(today, -random.weighted([[0, 6], [1, 2], [3, 1]])), today].find((each) => standsOn(life, each) === 'active');
  if (day === undefined || !isThere(owner)) return;
  const reporter = random.chance(0.85) || !isThere(sponsor) || !isThere(protege) ? owner : owner === sponsor ? protege : sponsor;
  scene.ledger.decide(life.stream, { ...by(reporter, at), occurredOn: day }, (state) => reportPledge({ commitmentId, pledgeId, by: reporter.personId, occurredOn: day, today }, state));
};

const renegotiate = (scene: Scene, life: Life, pledgeId: string, at: Moment): void => {
  const { commitmentId, random, sponsor, protege } = life;
  const pledge = openPledge(life, pledgeId);
  const made = madeOf(life);
  const today = dayOf(at);
  if (!pledge || !made || !runs(life, at) || pledge.terms.dueOn < today) return;
  const later: IsoDate = addDays(pledge.terms.dueOn, random.whole(14, 60));
  const dueOn = later < made.term.end ? later : made.term.end;
  const who = random.chance(0.5) ? sponsor : protege;
  if (!isThere(who)) return;
  const times = Math.max(pledge.advances.length + 1, pledge.terms.times - (random.chance(0.3) ? 1 : 0));
  scene.ledger.decide(life.stream, by(who, at), (state) => renegotiatePledge({ commitmentId, pledgeId, by: who.personId, today, times, dueOn }, state));
  watch(scene, life, pledgeId, midnight(dueOn), 1);
};

/** Its own side takes it back, or, more often, the other side lets it go. */
const letGo = (scene: Scene, life: Life, pledgeId: string, at: Moment): void => {
  const { commitmentId, random, sponsor, protege } = life;
  const pledge = openPledge(life, pledgeId);
  if (!pledge || !runs(life, at) || pledge.terms.dueOn < dayOf(at)) return;
  const owner = pledge.terms.side === 'SPONSOR' ? sponsor : protege;
  const other = owner === sponsor ? protege : sponsor;
  const who = random.chance(0.65) ? other : owner;
  if (!isThere(who)) return;
  scene.ledger.decide(life.stream, by(who, at), (state) => withdrawPledge({ commitmentId, pledgeId, by: who.personId, today: dayOf(at) }, state));
};

/** Some days after its day an open pledge is marked as missed, unless the commitment is paused: then a month later. */
const watch = (scene: Scene, life: Life, pledgeId: string, due: Moment, days: number): void =>
  scene.agenda.plan(due + days * 86_400_000 + 6 * 3_600_000, (now) => {
    const { commitmentId } = life;
    const pledge = openPledge(life, pledgeId);
    if (!pledge || pledge.terms.dueOn >= dayOf(now)) return;
    const status = madeOf(life)?.status;
    if (status === 'paused') return watch(scene, life, pledgeId, now, 30);
    if (status === 'active') scene.ledger.decide(life.stream, bySystem(now), (state) => markPledgeMissed({ commitmentId, pledgeId, by: null, today: dayOf(now) }, state));
  });
