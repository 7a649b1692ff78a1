import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { reject, type Decision } from '@vouchsafe/decider';
import { about, Clock, decideAndAppend, EventStore, idFromRequest } from '@vouchsafe/event-store';
import { ActorsCommand } from '@vouchsafe/graphql';
import type { OutcomeEvent } from '@vouchsafe/sponsorship-contracts';
import { outcomes, recordOutcome, type Outcome, type RecordOutcomeRejection } from '@vouchsafe/sponsorship-domain';
import { commitmentNow } from '../commitment-now.js';
import type { RecordOutcomeInput } from '../graphql.generated.js';
import { asCommitment, mayOnOutcome, partiesSeenBy } from '../outcome-policy.js';

/** Whose outcome it may be to record follows from roles and from another stream, so it is not the outcome's decider that refuses. */
export type NotYoursToRecord = { reason: 'NotYoursToRecord' };

type Rejection = RecordOutcomeRejection | NotYoursToRecord;

export class RecordOutcomeCommand extends ActorsCommand<RecordOutcomeInput, Rejection, { outcomeId: string }> {}

@CommandHandler(RecordOutcomeCommand)
export class RecordOutcomeHandler implements ICommandHandler<RecordOutcomeCommand> {
  constructor(private readonly log: EventStore, private readonly clock: Clock) {}

  async execute({ tenant, actor, input }: RecordOutcomeCommand) {
    const today = this.clock.today();
    const occurredOn = input.occurredOn ?? this.clock.utcToday();
    const outcomeId = idFromRequest(tenant, 'outcome', input.requestKey);
    const { personId, kind, commitmentId = null } = input;
    const commitment = commitmentId === null ? null : asCommitment(commitmentId, await commitmentNow(this.log, tenant, commitmentId));
    const named = commitment && partiesSeenBy(actor, commitment);
    const programId = named?.programId ?? input.programId ?? null;
    const measure = input.measure ? { ...input.measure, baseline: input.measure.baseline ?? null } : null;
    const command = {
      outcomeId, personId, kind, measure, programId, commitmentId, by: actor.personId, evidenceState: 'SELF_REPORTED' as const, source: 'PERSON' as const, occurredOn, today,
    };
    const row = { outcomeId, personId, programId, commitmentId, recordedBy: actor.personId, outcomeOccurredOn: occurredOn, kind };
    const isOfThePair = commitmentId === null || (named?.protegeId === personId && (input.programId ?? programId) === programId);
    const may = isOfThePair && mayOnOutcome(actor, 'outcome:record', row, named);
    const decide = (state: Outcome): Decision<OutcomeEvent, Rejection> => (may ? recordOutcome(command, state) : reject({ reason: 'NotYoursToRecord' }));
    const outcome = await decideAndAppend(this.log, tenant, outcomes, outcomeId, about(actor.actorId, input, occurredOn), decide);
    return outcome.accepted ? { ...outcome, outcomeId } : outcome;
  }
}
