import { fold, type Decision } from '@vouchsafe/decider';
import { enrolmentId, enrolmentRole, programKind, rolesOfKind, type EnrolmentEvent } from '@vouchsafe/programs-contracts';
import fc from 'fast-check';
import { cohorts } from '../cohort/cohort.js';
import { programs } from '../program/program.js';
import { aCohortClosed, aCohortOpened, aProgramClosed, aProgramDefined, aProgramOpened, aProgramRulesSet, aStanding } from '../programs.fixtures.js';
import { approveEnrolment, declineEnrolment } from './answer-enrolment.js';
import { enrolments } from './enrolment.js';
import { requestEnrolment } from './request-enrolment.js';
import { withdrawParticipant } from './withdraw-participant.js';

const people = ['p-amara', 'p-bilal', 'p-chloe'];
const today = '2025-04-01';
const step = fc.record({
  does: fc.constantFrom('request' as const, 'request' as const, 'approve' as const, 'approve' as const, 'decline' as const, 'withdraw' as const),
  personId: fc.constantFrom(...people),
  /** Null: the person; otherwise somebody who says yes in their place. */
  by: fc.option(fc.constantFrom(...people), { freq: 2 }),
  agreed: fc.constantFrom(true, true, true, false),
  role: fc.constantFrom(...enrolmentRole.options),
});
const script = fc.record({
  kind: fc.constantFrom(...programKind.options),
  steps: fc.array(step, { minLength: 20, maxLength: 60 }),
  cohortClosesAfter: fc.integer({ min: 5, max: 80 }),
  programClosesAfter: fc.integer({ min: 5, max: 80 }),
});

it('enrols nobody without their yes, nobody twice, nobody after closing, and nobody in a role foreign to the kind', () => {
  let enrolled = 0;
  fc.assert(fc.property(script, ({ kind, steps, cohortClosesAfter, programClosesAfter }) => {
    const streams = new Map<string, EnrolmentEvent[]>();
    const yes = new Set<string>();
    const inside = new Set<string>();
    steps.forEach(({ does, personId, by: sayer, agreed, role }, at) => {
      const by = sayer ?? personId;
      const isShut = at >= cohortClosesAfter || at >= programClosesAfter;
      const cohort = fold(cohorts, at >= cohortClosesAfter ? [aCohortOpened(), aCohortClosed()] : [aCohortOpened()]);
      const opened = [aProgramDefined({ kind }), aProgramRulesSet(), aProgramOpened()];
      const program = fold(programs, at >= programClosesAfter ? [...opened, aProgramClosed()] : opened);
      const about = { cohortId: 'spring-2025', personId, occurredOn: today, today, cohort, program };
      const id = enrolmentId(about);
      const history = streams.get(id) ?? [];
      const state = fold(enrolments, history);
      const decide = (): Decision<EnrolmentEvent, unknown> => {
        switch (does) {
          case 'request': return requestEnrolment({ ...about, by, agreed, role, standing: aStanding() }, state);
          case 'approve': return approveEnrolment(about, state);
          case 'decline': return declineEnrolment(about, state);
          case 'withdraw': return withdrawParticipant(about, state);
        }
      };
      const decision = decide();
      if (!decision.accepted) return;
      if (does === 'request') {
        expect([agreed, by, inside.has(personId), isShut]).toEqual([true, personId, false, false]);
        yes.add(personId);
      } else if (does === 'approve') {
        expect([yes.has(personId), inside.has(personId), isShut]).toEqual([true, false, false]);
        inside.add(personId);
        enrolled += 1;
      } else {
        yes.delete(personId);
        inside.delete(personId);
      }
      expect(decision.events).toHaveLength(1);
      for (const event of decision.events) expect(rolesOfKind[kind]).toContain(event.data.role);
      streams.set(id, [...history, ...decision.events]);
    });
  }), { numRuns: 200 });
  expect(enrolled).toBeGreaterThan(100); // or the scripts have tested nothing
});
