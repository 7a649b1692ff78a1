import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ReportingLines, type LineRelation } from '@vouchsafe/directory-contracts';
import type { IsoDate, TenantId } from '@vouchsafe/event-schema';
import { about, Clock, decideAndAppend, EventStore } from '@vouchsafe/event-store';
import { ActorsCommand } from '@vouchsafe/graphql';
import { commitments, signCommitment, type SignCommitmentRejection, type SponsorFacts } from '@vouchsafe/sponsorship-domain';
import { commitmentNow } from '../commitment-now.js';
import type { SignCommitmentInput } from '../graphql.generated.js';
import { SponsorLoad } from './sponsor-load.js';

export class SignCommitmentCommand extends ActorsCommand<SignCommitmentInput, SignCommitmentRejection> {}

const standsInTheChain = (relation: LineRelation): SponsorFacts['sponsorIsInTheChain'] => {
  switch (relation) {
    case 'IN_CHAIN': return true;
    case 'CLEAR': return false;
    case 'UNKNOWN': return 'unknown';
  }
};

@CommandHandler(SignCommitmentCommand)
export class SignCommitmentHandler implements ICommandHandler<SignCommitmentCommand> {
  constructor(private readonly log: EventStore, private readonly clock: Clock, private readonly lines: ReportingLines, private readonly load: SponsorLoad) {}

  async execute({ tenant, actor, input }: SignCommitmentCommand) {
    const today = this.clock.today();
    const occurredOn = input.occurredOn ?? this.clock.utcToday();
    const facts = await this.sponsorFacts(tenant, input.commitmentId, actor.personId, today);
    const command = { ...facts, commitmentId: input.commitmentId, version: input.version, by: actor.personId, occurredOn, today };
    return decideAndAppend(this.log, tenant, commitments, input.commitmentId, about(actor.actorId, input, occurredOn), (state) => signCommitment(command, state));
  }

  /** Looked up for a party who signs the first text, and for nobody else: no other decision turns on it. */
  private async sponsorFacts(tenant: TenantId, commitmentId: string, by: string, today: IsoDate): Promise<SponsorFacts> {
    const state = await commitmentNow(this.log, tenant, commitmentId);
    if (state.status !== 'proposed' || (by !== state.sponsorId && by !== state.protegeId)) return { sponsorFreePlaces: 0, sponsorIsInTheChain: 'unknown' };
    const [relation, sponsorFreePlaces] = await Promise.all([
      this.lines.relation(tenant, state.sponsorId, state.protegeId, today), this.load.freePlaces(tenant, state.sponsorId),
    ]);
    return { sponsorFreePlaces, sponsorIsInTheChain: standsInTheChain(relation) };
  }
}
