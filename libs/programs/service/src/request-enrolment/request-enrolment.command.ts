import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import { reject, type Decision } from '@vouchsafe/decider';
import { PersonStandings } from '@vouchsafe/directory-contracts';
import type { TenantId } from '@vouchsafe/event-schema';
import { about, Clock, decideAndAppend, EventStore, type Outcome } from '@vouchsafe/event-store';
import { enrolmentId, type EnrolmentEvent } from '@vouchsafe/programs-contracts';
import { enrolments, requestEnrolment, type RequestEnrolmentRejection } from '@vouchsafe/programs-domain';
import { frameOf } from '../frame/frame.js';
import type { RequestEnrolmentInput } from '../graphql.generated.js';
import { wholeMonths } from './whole-months.js';

export type RequestEnrolmentRefusal = RequestEnrolmentRejection | { reason: 'PersonIsNotHere' };

export class RequestEnrolmentCommand extends Command<Outcome<RequestEnrolmentRefusal, { personId: string }>> {
  constructor(readonly tenant: TenantId, readonly actor: Actor, readonly input: RequestEnrolmentInput) {
    super();
  }
}

@CommandHandler(RequestEnrolmentCommand)
export class RequestEnrolmentHandler implements ICommandHandler<RequestEnrolmentCommand> {
  constructor(private readonly log: EventStore, private readonly clock: Clock, private readonly persons: PersonStandings) {}

  async execute({ tenant, actor, input }: RequestEnrolmentCommand) {
    const { personId } = actor;
    const { cohortId, role, agreed, needs } = input;
    const today = this.clock.today();
    const occurredOn = input.occurredOn ?? this.clock.utcToday();
    const frame = await frameOf(this.log, tenant, cohortId);
    const known = await this.persons.standing(tenant, personId, occurredOn);
    const standing = {
      level: known?.level ?? null, function: known?.function ?? null, unit: known?.unit ?? null,
      tenureMonths: known?.joinedOn ? wholeMonths(known.joinedOn, occurredOn) : null,
      ratingBand: known?.ratingBand ?? null,
      needs: needs ?? [],
    };
    const command = { ...frame, cohortId, personId, role, agreed, by: personId, standing, occurredOn, today };
    const outcome = await decideAndAppend(
      this.log, tenant, enrolments, enrolmentId({ cohortId, personId }), about(actor.actorId, input, occurredOn),
      (state): Decision<EnrolmentEvent, RequestEnrolmentRefusal> => (known?.active ? requestEnrolment(command, state) : reject({ reason: 'PersonIsNotHere' })));
    return outcome.accepted ? { ...outcome, personId } : outcome;
  }
}
