import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { permits, policy } from '@vouchsafe/access';
import { reject, type Decision } from '@vouchsafe/decider';
import { about, Clock, decideAndAppend, EventStore, idFromRequest } from '@vouchsafe/event-store';
import { ActorsCommand } from '@vouchsafe/graphql';
import type { CommitmentEvent } from '@vouchsafe/sponsorship-contracts';
import { commitments, proposeCommitment, type Commitment, type ProposeCommitmentRejection } from '@vouchsafe/sponsorship-domain';
import { agreementFromInput } from '../agreement/agreement-from-input.js';
import type { ProposeCommitmentInput } from '../graphql.generated.js';
import { Participants } from '../participants/participants.js';
import { programNow, rulesFrom } from '../program-now.js';

/** Who arranged a pair is not in the commitment's own history, so it is not its decider that refuses. */
export type OnlyThePartiesMayPropose = { reason: 'OnlyThePartiesMayPropose' };

type Rejection = ProposeCommitmentRejection | OnlyThePartiesMayPropose;

export class ProposeCommitmentCommand extends ActorsCommand<ProposeCommitmentInput, Rejection, { commitmentId: string }> {}

@CommandHandler(ProposeCommitmentCommand)
export class ProposeCommitmentHandler implements ICommandHandler<ProposeCommitmentCommand> {
  constructor(private readonly log: EventStore, private readonly clock: Clock, private readonly participants: Participants) {}

  async execute({ tenant, actor, input }: ProposeCommitmentCommand) {
    const today = this.clock.today();
    const commitmentId = idFromRequest(tenant, 'commitment', input.requestKey);
    const { programId, cohortId = null, sponsorId, protegeId } = input;
    const command = { ...agreementFromInput(tenant, input), commitmentId, programId, cohortId, sponsorId, protegeId, by: actor.personId, today };
    const may = permits<'commitment'>(policy(actor, 'commitment:propose', 'commitment'), { commitmentId, programId, sponsorId, protegeId, status: 'proposed' });
    const decide = async (state: Commitment): Promise<Decision<CommitmentEvent, Rejection>> => {
      if (!may) return reject({ reason: 'OnlyThePartiesMayPropose' }); // before anything is looked up about anybody
      const [program, parties] = await Promise.all([programNow(this.log, tenant, programId), this.participants.pair(tenant, programId, sponsorId, protegeId)]);
      return proposeCommitment({ ...command, pair: { programIsOpen: program.isOpen, ...parties }, rules: rulesFrom(program) }, state);
    };
    const outcome = await decideAndAppend(this.log, tenant, commitments, commitmentId, about(actor.actorId, input, this.clock.utcToday()), decide);
    return outcome.accepted ? { ...outcome, commitmentId } : outcome;
  }
}
