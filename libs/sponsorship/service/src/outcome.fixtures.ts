import type { Type } from '@nestjs/common';
import type { Role } from '@vouchsafe/access';
import { anActor } from '@vouchsafe/graphql/testing';
import { OutcomeRecorded } from '@vouchsafe/sponsorship-contracts';
import { commitments, outcomes } from '@vouchsafe/sponsorship-domain';
import { aCommitmentMade, AMARA, anActionRecorded, BEN } from '@vouchsafe/sponsorship-domain/testing';
import { ACME, atAcme } from './commands.fixtures.js';

/** Leads `prog1`, the programme of Amara and Ben; takes part in no commitment. */
export const LIN = { ...anActor(ACME, 'lin'), roles: new Set<Role>(['PROGRAM_LEAD']), leads: new Set(['prog1']) };
export const HANA = { ...LIN, personId: 'hana', actorId: 'person:hana' as const, leads: new Set(['prog2']) };

/** Ben was promoted on 2025-06-10, by his own account. */
export const anOutcomeRecorded = (facts: Partial<Parameters<typeof OutcomeRecorded.of>[0]> = {}) => OutcomeRecorded.of({
  outcomeId: 'o1', outcomeOccurredOn: '2025-06-10', kind: 'PROMOTION', measure: null, programId: 'prog1', commitmentId: 'c1',
  personId: BEN, evidenceState: 'SELF_REPORTED', source: 'PERSON', recordedBy: BEN, ...facts,
});

/** The bus of one use case about outcomes, beside the commitment of Amara and Ben with an action on 2025-06-02. */
export const withOutcome = async (handler: Type, ...history: readonly ReturnType<typeof anOutcomeRecorded>[]) => {
  const commands = await atAcme(handler, commitments, 'c1', [aCommitmentMade(), anActionRecorded(), anActionRecorded({ actionId: 'a2', forum: 'SUCCESSION' })]);
  if (history.length > 0) await commands.history(ACME, outcomes, 'o1', ...history);
  return commands;
};

export { AMARA, BEN };
