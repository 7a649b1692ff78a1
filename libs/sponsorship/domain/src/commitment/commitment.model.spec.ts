import { accept, fold, type Decision } from '@vouchsafe/decider';
import { addDays } from '@vouchsafe/event-schema';
import type { CommitmentEvent } from '@vouchsafe/sponsorship-contracts';
import fc from 'fast-check';
import { AMARA, aProtegesPledge, aSponsorsPledge, BEN, CHIOMA, TERM, toAmend, toCorrect, toPropose, toRecord, toSign, ZOLTAN } from './commitment.fixtures.js';
import { commitments, evolve, wasMade, type Commitment, type PledgeState } from './commitment.js';
import { confirmAdvocacyAction, disputeAdvocacyAction } from './confirm-advocacy-action.js';
import { correctAdvocacyAction, discloseAdvocacyAction, nameWitness, retractAdvocacyAction } from './correct-advocacy-action.js';
import { declineCommitment } from './decline-commitment.js';
import { endCommitment } from './end-commitment.js';
import { pauseCommitment, resumeCommitment, withdrawFromCommitment } from './pause-commitment.js';
import { proposeAmendment, proposeCommitment } from './propose-commitment.js';
import { recordAdvocacyAction } from './record-advocacy-action.js';
import { markPledgeMissed, renegotiatePledge, withdrawPledge } from './renegotiate-pledge.js';
import { reportPledge } from './report-pledge.js';
import { signCommitment } from './sign-commitment.js';

// Random people send random commands on random days, forwards in time. Whatever they do, the log that results must be lawful.

type Step = (state: Commitment, today: string) => Decision<CommitmentEvent, { reason: string }>;

const commitmentId = 'c1';
const person = fc.constantFrom(AMARA, AMARA, AMARA, BEN, BEN, BEN, CHIOMA, ZOLTAN);
const pledgeId = fc.constantFrom('s1', 's2', 'b1', 'b2');
const actionId = fc.constantFrom('a1', 'a2', 'a3', 'a4');
const version = fc.integer({ min: 1, max: 6 });
const daysAgo = fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: -1, max: 60 }) });
const dueOn = fc.integer({ min: 20, max: 345 }).map((days) => addDays(TERM.start, days));
const times = fc.integer({ min: 1, max: 2 });
const reason = 'because';

const texts = fc.tuple(dueOn, dueOn, times, fc.constantFrom(['s1', 'b1'], ['s1', 's2', 'b1'], ['s2', 'b2'], ['s1', 'b2'])).map(([due, otherDue, each, ids]) =>
  ids.map((id) => (id.startsWith('s') ? aSponsorsPledge({ pledgeId: id, dueOn: due, times: each }) : aProtegesPledge({ pledgeId: id, dueOn: otherDue }))));

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(person, version, texts).map(([by, of, pledges]): Step => (state, today) => proposeAmendment(toAmend({ by, version: of, pledges, today }), state)),
  fc.tuple(person, texts).map(([by, others]): Step => (state, today) => { // an amendment that may well be lawful: open pledges stay, others join
    const before = wasMade(state) ? state.pledges : new Map<string, PledgeState>();
    const open = [...before.values()].filter(({ status }) => status === 'open').map(({ terms }) => terms);
    const pledges = [...open, ...others.filter((pledge) => !before.has(pledge.pledgeId))];
    return proposeAmendment(toAmend({ by, version: newest(state) + 1, pledges, today }), state);
  }),
  fc.tuple(person, version).map(([by, of]): Step => (state, today) => signCommitment(toSign({ by, version: of, today, occurredOn: today }), state)),
  { weight: 3, arbitrary: person.map((by): Step => (state, today) => signCommitment(toSign({ by, version: newest(state), today, occurredOn: today }), state)) },
  fc.tuple(person, version).map(([by, of]): Step => (state) => declineCommitment({ commitmentId, by, version: of > 3 ? newest(state) : of }, state)),
  fc.tuple(person, daysAgo).map(([by, ago]): Step => (state, today) => pauseCommitment({ commitmentId, by, today, occurredOn: addDays(today, -ago) }, state)),
  { weight: 3, arbitrary: person.map((by): Step => (state, today) => resumeCommitment({ commitmentId, by, today, occurredOn: today }, state)) },
  fc.tuple(person, fc.integer({ min: 0, max: 15 })).map(([by, rarely]): Step => (state, today) => (
    rarely > 0 ? accept() : withdrawFromCommitment({ commitmentId, by, today, occurredOn: today }, state))),
  { weight: 2, arbitrary: fc.constant<Step>((state, today) => endCommitment({ commitmentId, by: null, today }, state)) },
  { weight: 2, arbitrary: fc.tuple(person, pledgeId, daysAgo).map(([by, id, ago]): Step => (state, today) =>
    reportPledge({ commitmentId, by, pledgeId: id, today, occurredOn: addDays(today, -ago) }, state)) },
  fc.tuple(person, pledgeId, times, dueOn).map(([by, id, each, due]): Step => (state, today) =>
    renegotiatePledge({ commitmentId, by, pledgeId: id, today, times: each, dueOn: due }, state)),
  fc.tuple(person, pledgeId).map(([by, id]): Step => (state, today) => withdrawPledge({ commitmentId, by, pledgeId: id, today }, state)),
  pledgeId.map((id): Step => (state, today) => markPledgeMissed({ commitmentId, pledgeId: id, by: null, today }, state)),
  { weight: 4, arbitrary: fc.tuple(person, actionId, fc.option(pledgeId), daysAgo, fc.constantFrom('STAFFING', 'SUCCESSION')).map(([by, id, of, ago, forum]): Step =>
    (state, today) => recordAdvocacyAction(toRecord({ by, actionId: id, pledgeId: of, forum, today, occurredOn: addDays(today, -ago) }), state)) },
  { weight: 2, arbitrary: fc.tuple(actionId, fc.option(pledgeId), daysAgo).map(([id, of, ago]): Step => (state, today) =>
    correctAdvocacyAction(toCorrect({ actionId: id, pledgeId: of, today, actionOccurredOn: addDays(today, -ago) }), state)) },
  actionId.map((id): Step => (state) => retractAdvocacyAction({ commitmentId, actionId: id, by: AMARA, byDelegation: false, reason }, state)),
  actionId.map((id): Step => (state) => discloseAdvocacyAction({ commitmentId, actionId: id, by: AMARA }, state)),
  fc.tuple(person, actionId).map(([by, id]): Step => (state) =>
    confirmAdvocacyAction({ commitmentId, actionId: id, by, as: by === BEN ? 'PROTEGE' : 'WITNESS', document: null }, state)),
  fc.tuple(fc.constantFrom(AMARA, BEN, CHIOMA), actionId).map(([witnessId, id]): Step => (state) => nameWitness({ commitmentId, actionId: id, by: AMARA, witnessId }, state)),
  actionId.map((id): Step => (state) => disputeAdvocacyAction({ commitmentId, actionId: id, by: BEN, reason }, state)),
);

const by = ZOLTAN;
const strangersStep: fc.Arbitrary<Step> = fc.oneof(
  fc.constantFrom(pauseCommitment, resumeCommitment, withdrawFromCommitment).map((change): Step => (state, today) => change({ commitmentId, by, today, occurredOn: today }, state)),
  fc.constant<Step>((state, today) => endCommitment({ commitmentId, by, today }, state)),
  version.map((of): Step => (state, today) => signCommitment(toSign({ by, version: of, today, occurredOn: today }), state)),
  version.map((of): Step => (state) => declineCommitment({ commitmentId, by, version: of }, state)),
  fc.tuple(version, texts).map(([of, pledges]): Step => (state, today) => proposeAmendment(toAmend({ by, version: of, pledges, today }), state)),
  pledgeId.map((id): Step => (state, today) => reportPledge({ commitmentId, by, pledgeId: id, today, occurredOn: today }, state)),
  fc.tuple(pledgeId, dueOn).map(([id, due]): Step => (state, today) => renegotiatePledge({ commitmentId, by, pledgeId: id, today, times: 1, dueOn: due }, state)),
  fc.constantFrom(withdrawPledge, markPledgeMissed).chain((change) => pledgeId.map((id): Step => (state, today) => change({ commitmentId, by, pledgeId: id, today }, state))),
  fc.tuple(actionId, fc.option(pledgeId)).map(([id, of]): Step => (state, today) => recordAdvocacyAction(toRecord({ by, actionId: id, pledgeId: of, today }), state)),
  actionId.map((id): Step => (state, today) => correctAdvocacyAction(toCorrect({ by, actionId: id, today }), state)),
  fc.constantFrom(retractAdvocacyAction, disputeAdvocacyAction).chain((change) => actionId.map((id): Step => (state) => change({ commitmentId, actionId: id, by, byDelegation: false, reason }, state))),
  actionId.map((id): Step => (state) => discloseAdvocacyAction({ commitmentId, actionId: id, by }, state)),
  actionId.map((id): Step => (state) => nameWitness({ commitmentId, actionId: id, by, witnessId: CHIOMA }, state)),
  fc.tuple(actionId, fc.constantFrom('PROTEGE', 'WITNESS', 'DOCUMENT')).map(([id, as]): Step => (state) => confirmAdvocacyAction({ commitmentId, actionId: id, by, as, document: 'Minutes' }, state)),
);

const newest = (state: Commitment): number =>
  (wasMade(state) ? state.lastVersion : state.status === 'proposed' ? state.proposal.version : 1);

const daysLater = fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 0, max: 14 }) }, { weight: 1, arbitrary: fc.integer({ min: 30, max: 150 }) });
const steps = fc.array(fc.tuple(step, daysLater), { minLength: 5, maxLength: 60, size: 'max' });

/** Begins with a proposal that is signed by both in three of four runs, for most of what can happen happens after that. */
const histories = fc.tuple(steps, fc.integer({ min: 0, max: 3 })).map(([chosen, begin]) => {
  let today = '2025-01-16';
  let state: Commitment = commitments.initial;
  const log: CommitmentEvent[] = [];
  const take = (decide: Step) => {
    const decision = decide(state, today);
    if (!decision.accepted) return;
    log.push(...decision.events);
    state = decision.events.reduce(evolve, state);
  };
  take((none) => proposeCommitment(toPropose({ today }), none));
  if (begin > 0) for (const by of [AMARA, BEN]) take((proposed) => signCommitment(toSign({ by, today, occurredOn: today }), proposed));
  for (const [decide, later] of chosen) {
    today = addDays(today, later);
    take(decide);
  }
  return { log, state };
});

const always = (law: (run: { log: readonly CommitmentEvent[]; state: Commitment }) => void) =>
  fc.assert(fc.property(histories, law), { numRuns: 300 });

const pledgeOf = ({ data }: CommitmentEvent): string => ('pledgeId' in data && data.pledgeId !== null ? data.pledgeId : '');

it('folds to the state on which the last decision was made', () =>
  always(({ log, state }) => expect(fold(commitments, log)).toEqual(state)));

it('closes a pledge only while it is open', () =>
  always(({ log }) => {
    const closed = new Set<string>();
    for (const event of log) {
      switch (event.type) {
        case 'PledgeKept': case 'PledgeMissed': case 'PledgeWithdrawn':
          expect(closed).not.toContain(pledgeOf(event));
          closed.add(pledgeOf(event));
          break;
        case 'PledgeSetBack': closed.delete(pledgeOf(event)); break;
        case 'PledgeAdvanced': case 'PledgeRenegotiated': expect(closed).not.toContain(pledgeOf(event)); break;
        case 'CommitmentAmended': for (const each of event.data.pledges) expect(closed).not.toContain(each.pledgeId); break;
      }
    }
  }));

it('is a closed book to a stranger: every decision answers as if there had never been a commitment', () =>
  fc.assert(fc.property(histories, fc.array(strangersStep, { minLength: 1, maxLength: 12 }), ({ state }, chosen) => {
    for (const decide of chosen) expect(decide(state, '2025-06-16')).toEqual(decide(commitments.initial, '2025-06-16'));
  }), { numRuns: 300 }));

it('counts how often a pledge was done without a gap, and keeps it exactly at the last', () =>
  always(({ log }) => {
    const done = new Map<string, number>();
    log.forEach((event, at) => {
      if (event.type === 'PledgeSetBack') {
        expect(event.data.done).toBe((done.get(event.data.pledgeId) ?? 0) - 1);
        done.set(event.data.pledgeId, event.data.done);
      }
      if (event.type !== 'PledgeAdvanced') return;
      expect(event.data.done).toBe((done.get(event.data.pledgeId) ?? 0) + 1);
      done.set(event.data.pledgeId, event.data.done);
      const next = log[at + 1];
      expect(next?.type === 'PledgeKept' && next.data.pledgeId === event.data.pledgeId).toBe(event.data.done === event.data.times);
    });
  }));

it('lets versions rise only, and takes into force only what both have signed', () =>
  always(({ log }) => {
    let proposed = 0;
    let signed: string[] = [];
    for (const { type, data } of log) {
      if (type === 'CommitmentProposed' || type === 'AmendmentProposed') {
        expect(data.version).toBe(proposed + 1);
        proposed = data.version;
        signed = [];
      }
      if (type === 'CommitmentSigned') {
        expect(data.version).toBe(proposed);
        signed.push(data.side);
      }
      if (type === 'CommitmentMade' || type === 'CommitmentAmended') {
        expect(data.version).toBe(proposed);
        expect(signed.sort()).toEqual(['PROTEGE', 'SPONSOR']);
      }
    }
  }));

it('records each action once, on a day when the commitment was active, and none after it was retracted', () =>
  always(({ log, state }) => {
    const recorded = log.flatMap(({ type, data }) => (type === 'AdvocacyActionRecorded' ? [data.actionId] : []));
    expect(new Set(recorded).size).toBe(recorded.length);
    expect([...(wasMade(state) ? state.actions.keys() : [])]).toEqual(recorded);
    const retracted = new Set<string>();
    for (const { type, data } of log) {
      if (type.startsWith('AdvocacyAction') && 'actionId' in data) expect(retracted).not.toContain(data.actionId);
      if (type === 'AdvocacyActionRetracted') retracted.add(data.actionId);
    }
    if (!wasMade(state)) return;
    for (const { facts: { actionOccurredOn: day }, status } of state.actions.values()) {
      // The day on which it was paused or left may hold an action that was recorded before.
      const isActive = state.spans.some(({ from, until }) => from <= day && (until === null || day <= until)) && day <= state.term.end;
      expect(status === 'retracted' || isActive).toBe(true);
    }
  }));

it('calls a commitment fulfilled exactly while every pledge is kept or released', () =>
  always(({ state }) => {
    if (!wasMade(state) || state.status === 'withdrawn') return;
    const all = [...state.pledges.values()].map(({ status }) => status);
    expect(state.fulfilment === 'fulfilled').toBe(all.includes('kept') && all.every((status) => status === 'kept' || status === 'released'));
  }));

it('has no open pledge once it has ended', () =>
  always(({ state }) => {
    if (state.status === 'ended') expect([...state.pledges.values()].filter(({ status }) => status === 'open')).toEqual([]);
  }));

const lawfulAfterTheEnd = new Set<CommitmentEvent['type']>([
  'AdvocacyActionRecorded', 'AdvocacyActionConfirmed', 'AdvocacyActionDisputed', 'AdvocacyActionCorrected', 'AdvocacyActionRetracted', 'AdvocacyActionDisclosed', 'WitnessNamed',
  'PledgeAdvanced', 'PledgeKept', 'PledgeSetBack', 'PledgeMissed', 'CommitmentFulfilled', 'CommitmentFulfilmentRevoked',
]);

it('only completes and mends the record after the end', () =>
  always(({ log }) => {
    const end = log.findIndex(({ type }) => type === 'CommitmentEnded' || type === 'CommitmentWithdrawn' || type === 'CommitmentDeclined');
    if (end < 0) return;
    const last = log[end]!.type;
    const since = log.slice(end + 1).map(({ type }) => type);
    if (last === 'CommitmentDeclined') expect(since).toEqual([]);
    expect(since.filter((type) => !lawfulAfterTheEnd.has(type))).toEqual([]);
    if (last === 'CommitmentWithdrawn') expect(since.filter((type) => /^CommitmentFulfil|^PledgeMissed/.test(type))).toEqual([]);
  }));

it('comes by everything that can happen, or the laws above would be about nothing', () => {
  const seen = new Set<string>();
  fc.assert(fc.property(histories, ({ log }) => log.forEach(({ type }) => seen.add(type))), { numRuns: 600, seed: 7 });
  expect(commitments.catalogue.types.map(({ name }) => name).filter((name) => !seen.has(name))).toEqual([]);
});
