import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ReportingLines, type LineRelation } from '@vouchsafe/directory-contracts';
import type { IsoDate, TenantId } from '@vouchsafe/event-schema';
import { about, Clock, EventStore } from '@vouchsafe/event-store';
import { ActorsCommand } from '@vouchsafe/graphql';
import {
  freePlaces, signCommitment, type Commitment, type PairFacts, type SignCommitmentRejection, type SponsorFacts, type SponsorLoad,
} from '@vouchsafe/sponsorship-domain';
import type { SignCommitmentInput } from '../graphql.generated.js';
import { Participants } from '../participants/participants.js';
import { programNow, rulesFrom, type KnownProgram } from '../program-now.js';
import { decideWithPlaces } from '../sponsor-places/decide-with-places.js';
import { RunningCommitments } from '../sponsor-places/running-commitments.js';

export class SignCommitmentCommand extends ActorsCommand<SignCommitmentInput, SignCommitmentRejection> {}

const standsInTheChain = (relation: LineRelation): SponsorFacts['sponsorIsInTheChain'] => {
  switch (relation) {
    case 'IN_CHAIN': return true;
    case 'CLEAR': return false;
    case 'UNKNOWN': return 'unknown';
  }
};

type Proposed = Extract<Commitment, { status: 'proposed' }>;

const nobody: PairFacts = { programIsOpen: false, sponsor: { isHere: false, cohorts: [] }, protege: { isHere: false, cohorts: [] } };
/** For whoever is no party to a first text: no decision about them turns on these. */
const nothingLookedUp = { pair: nobody, sponsorFreePlaces: 0, sponsorIsInTheChain: 'unknown' as const };

@CommandHandler(SignCommitmentCommand)
export class SignCommitmentHandler implements ICommandHandler<SignCommitmentCommand> {
  constructor(
    private readonly log: EventStore, private readonly clock: Clock, private readonly lines: ReportingLines,
    private readonly participants: Participants, private readonly commitments: RunningCommitments, // a fourth and fifth: each answers for another context
  ) {}

  async execute({ tenant, actor, input }: SignCommitmentCommand) {
    const { commitmentId, version } = input;
    const today = this.clock.today();
    const occurredOn = input.occurredOn ?? this.clock.utcToday();
    const command = { commitmentId, version, by: actor.personId, occurredOn, today };
    return decideWithPlaces(this.log, tenant, commitmentId, about(actor.actorId, input, occurredOn), async (state, load) => {
      if (state.status === 'none') return { decision: signCommitment({ ...command, ...nothingLookedUp }, state) };
      const program = await programNow(this.log, tenant, state.programId);
      const isOfAParty = actor.personId === state.sponsorId || actor.personId === state.protegeId;
      const looked = state.status === 'proposed' && isOfAParty ? await this.lookUp(tenant, state, program, load, today) : { facts: nothingLookedUp, running: [] };
      return { decision: signCommitment({ ...command, ...looked.facts, rules: rulesFrom(program) }, state), running: looked.running };
    });
  }

  /** For a party who signs the first text. */
  private async lookUp(
    tenant: TenantId, { programId, sponsorId, protegeId }: Proposed, program: KnownProgram, load: SponsorLoad, today: IsoDate,
  ): Promise<{ facts: SponsorFacts; running: readonly string[] }> {
    const [relation, parties, running] = await Promise.all([
      this.lines.relation(tenant, sponsorId, protegeId, today), this.participants.pair(tenant, programId, sponsorId, protegeId),
      load.status === 'uncounted' ? this.commitments.ofSponsor(tenant, sponsorId) : [],
    ]);
    const sponsorFreePlaces = freePlaces(program.settings.sponsorCapacity, load, running);
    return { facts: { pair: { programIsOpen: program.isOpen, ...parties }, sponsorFreePlaces, sponsorIsInTheChain: standsInTheChain(relation) }, running };
  }
}
