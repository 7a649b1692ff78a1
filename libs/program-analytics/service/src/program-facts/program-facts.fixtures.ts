import type { AnyEvent, EventCatalogue } from '@vouchsafe/event-schema';
import {
  defaultProgramSettings, ParticipantEnrolled, ParticipantWithdrawn, ProgramDefined, ProgramRulesSet, programsEvents, type EligibilityRule, type ProgramSettings,
} from '@vouchsafe/programs-contracts';
import {
  AdvocacyActionConfirmed, AdvocacyActionCorrected, AdvocacyActionRecorded, AdvocacyActionRetracted, commitmentEvents, CommitmentMade, CommitmentPaused,
  OutcomeCorrected, outcomeEvents, OutcomeLinked, OutcomeRecorded, PledgeKept, PledgeMissed, type AdvocacyAct, type OutcomeKind,
} from '@vouchsafe/sponsorship-contracts';

/** An event of a history, with the stream it belongs to and the day it happened. */
export interface Happened { readonly stream: string; readonly on: string; readonly event: AnyEvent; readonly catalogue: EventCatalogue }

const inCommitment = (id: string, on: string, event: AnyEvent): Happened => ({ stream: `commitment-${id}`, on, event, catalogue: commitmentEvents });
const behaviours = { AMPLIFY: 'PUBLIC_BACKING', BOOST: 'NOMINATE', CONNECT: 'INTRODUCE', DEFEND: 'ANSWER_CRITICISM' } as const;

interface Place { readonly programId: string; readonly cohortId: string }
const HERE: Place = { programId: 'p1', cohortId: 'co1' };

export const enrolled = (personId: string, on: string, role: 'SPONSOR' | 'PROTEGE' = 'PROTEGE', { programId, cohortId }: Place = HERE): Happened =>
  ({ stream: `enrolment-${cohortId}.${personId}`, on, catalogue: programsEvents, event: ParticipantEnrolled.of({ cohortId, programId, personId, role }) });

export const left = (personId: string, on: string): Happened =>
  ({ stream: `enrolment-co1.${personId}`, on, catalogue: programsEvents, event: ParticipantWithdrawn.of({ cohortId: 'co1', programId: 'p1', personId, role: 'PROTEGE' }) });

/** A programme for everybody, unless its population says otherwise. */
export const defined = (population: EligibilityRule = [], settings: Partial<ProgramSettings> = {}, programId = 'p1', on = '2024-06-01'): Happened[] => [
  { stream: `program-${programId}`, on, catalogue: programsEvents, event: ProgramDefined.of({ programId, name: 'Sponsors', kind: 'SPONSORSHIP', goals: [], term: null, population, places: null }) },
  { stream: `program-${programId}`, on, catalogue: programsEvents, event: ProgramRulesSet.of({ programId, version: 1, settings: { ...defaultProgramSettings, ...settings }, eligibility: { proteges: [], sponsors: [] } }) },
];

/** A year's commitment with one pledge of each side, due in June. */
export const made = (id: string, protegeId: string, on: string, { sponsorId = 'amara', programId = 'p1', cohortId = 'co1', end = '2025-12-31' } = {}): Happened => inCommitment(id, on, CommitmentMade.of({
  commitmentId: id, version: 1, programId, cohortId, sponsorId, protegeId, madeOn: on, chain: 'CLEAR', objective: 'Lead the migration',
  cadence: { kind: 'MONTHLY' }, term: { start: '2025-01-01', end },
  pledges: [
    { pledgeId: 's1', side: 'SPONSOR', promise: { kind: 'BEHAVIOUR', behaviour: 'NOMINATE' }, times: 1, dueOn: '2025-06-30' },
    { pledgeId: 'b1', side: 'PROTEGE', promise: { kind: 'DELIVERABLE', deliverable: 'One page' }, times: 1, dueOn: '2025-06-30' },
  ],
}));
export const paused = (id: string, on: string): Happened => inCommitment(id, on, CommitmentPaused.of({ commitmentId: id, pausedOn: on }));
export const kept = (id: string, pledgeId: string, on: string): Happened =>
  inCommitment(id, on, PledgeKept.of({ commitmentId: id, pledgeId, keptOn: on, dueOn: '2025-06-30', onTime: on <= '2025-06-30' }));
export const missed = (id: string, pledgeId: string, on: string): Happened => inCommitment(id, on, PledgeMissed.of({ commitmentId: id, pledgeId, dueOn: '2025-06-30' }));

const facts = (act: AdvocacyAct, on: string) => ({
  actionOccurredOn: on, act, behaviour: behaviours[act], forum: 'STAFFING' as const, audience: 'LEADERSHIP' as const, protegePresent: null, directObservation: null,
  capital: null, pledgeId: null, milestoneId: null, evidence: null,
});
export const acted = (id: string, actionId: string, act: AdvocacyAct, on: string): Happened =>
  inCommitment(id, on, AdvocacyActionRecorded.of({ commitmentId: id, actionId, ...facts(act, on), delegateId: null, late: false }));
export const confirmed = (id: string, actionId: string, on: string): Happened =>
  inCommitment(id, on, AdvocacyActionConfirmed.of({ commitmentId: id, actionId, by: 'PROTEGE', attestedBy: 'ben', document: null }));
export const corrected = (id: string, actionId: string, act: AdvocacyAct, to: string, on: string): Happened =>
  inCommitment(id, on, AdvocacyActionCorrected.of({ commitmentId: id, actionId, ...facts(act, to), changed: ['act'], reason: 'It was another act', late: false }));
export const retracted = (id: string, actionId: string, on: string): Happened =>
  inCommitment(id, on, AdvocacyActionRetracted.of({ commitmentId: id, actionId, reason: 'It did not happen' }));

export const promoted = (outcomeId: string, personId: string, on: string): Happened => ({
  stream: `outcome-${outcomeId}`, on, catalogue: outcomeEvents,
  event: OutcomeRecorded.of({ outcomeId, outcomeOccurredOn: on, kind: 'PROMOTION', measure: null, programId: 'p1', commitmentId: null, personId, evidenceState: 'SYSTEM_VERIFIED', source: 'DIRECTORY', recordedBy: null }),
});
/** What is believed of the day, or of the kind, is another. */
export const recorrected = (outcomeId: string, on: string, kind: OutcomeKind = 'PROMOTION', learnedOn = on): Happened => ({
  stream: `outcome-${outcomeId}`, on: learnedOn, catalogue: outcomeEvents,
  event: OutcomeCorrected.of({ outcomeId, outcomeOccurredOn: on, kind, measure: null, programId: 'p1', commitmentId: null, changed: ['outcomeOccurredOn'], reason: 'It was another day' }),
});
export const linked = (outcomeId: string, commitmentId: string, actionId: string, on: string): Happened =>
  ({ stream: `outcome-${outcomeId}`, on, catalogue: outcomeEvents, event: OutcomeLinked.of({ outcomeId, to: { kind: 'ACTION', commitmentId, actionId } }) });
