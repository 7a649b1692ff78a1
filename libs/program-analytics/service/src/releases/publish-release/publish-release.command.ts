import { createHash } from 'node:crypto';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { smallestGroup } from '@vouchsafe/disclosure';
import { reject, streamName, type Decision } from '@vouchsafe/decider';
import { dayNumber, type Position, type TenantId } from '@vouchsafe/event-schema';
import { about, canonicalJson, Clock, decideAndAppend, EventStore, idFromRequest } from '@vouchsafe/event-store';
import { ActorsCommand } from '@vouchsafe/graphql';
import type { Release, ReleaseDimension, ReleaseEvent, ReleasePeriod } from '@vouchsafe/program-analytics-contracts';
import { ReadModels } from '@vouchsafe/projections';
import { FactsAt } from '../../analytics/facts-at.js';
import type { PublishReleaseInput } from '../../graphql.generated.js';
import { countedPeople, RELEASE_NEEDS } from '../counted-people.js';
import { placesOf, planFigures, SUPPRESSION_RULES } from '../plan-figures.js';
import type { NotTheLeads } from '../refusals.js';
import { publishRelease, releaseRefusal, releases, type PublishReleaseRejection, type Releases } from '../release.js';
import { dimensionsThatFit, MOST_PLACES, USUAL_DIMENSIONS } from '../release-lattice.js';
import { ReleaseShelf } from '../release-shelf.js';

export class PublishReleaseCommand extends ActorsCommand<PublishReleaseInput, PublishReleaseRejection | NotTheLeads, { releaseId: string }> {}

@CommandHandler(PublishReleaseCommand)
export class PublishReleaseHandler implements ICommandHandler<PublishReleaseCommand> {
  constructor(private readonly log: EventStore, private readonly readModels: ReadModels, private readonly shelf: ReleaseShelf, private readonly clock: Clock) {}

  async execute({ tenant, actor, input }: PublishReleaseCommand) {
    const { programId, period, requestKey } = input;
    if (!actor.leads.has(programId)) return { accepted: false as const, rejection: { reason: 'ProgramIsNotDefined' as const } };
    const releaseId = idFromRequest(tenant, 'release', requestKey);
    const outcome = await decideAndAppend<Releases, ReleaseEvent, PublishReleaseRejection>(
      this.log, tenant, releases, programId, about(actor.actorId, input, this.clock.utcToday()), (state) => this.decide(tenant, { releaseId, programId, period }, state));
    if (!outcome.accepted) return outcome;
    await this.shelf.shelve(tenant, programId);
    return { ...outcome, releaseId };
  }

  private async decide(
    tenant: TenantId, { releaseId, programId, period }: { releaseId: string; programId: string; period: ReleasePeriod }, state: Releases,
  ): Promise<Decision<ReleaseEvent, PublishReleaseRejection>> {
    const refusal = releaseRefusal(period, this.clock.earliestToday(), state);
    if (refusal) return reject(refusal);
    const { position, chain } = await this.log.head(tenant);
    const wanted = state.published[0]?.lattice ?? state.dimensions ?? USUAL_DIMENSIONS;
    const { people: divided, k, program } = await this.countedAt(tenant, programId, period, position, wanted);
    // The first release decides how finely, and those after it stay with that: two lattices side by side would be subtracted from each other.
    const dimensions = state.published.length > 0 ? wanted : wanted.slice(0, dimensionsThatFit(wanted, divided));
    const people = divided.map((person) => ({ ...person, at: person.at.slice(0, dimensions.length) }));
    const earlier = [];
    for (const release of state.published) {
      earlier.push({ release, people: (await this.countedAt(tenant, programId, release.period, release.knownAt.position, dimensions)).people });
    }
    const making = { dimensions, period, k, people, earlier };
    const places = placesOf(making);
    if (places > MOST_PLACES) return reject({ reason: 'TooManyPlaces', places, most: MOST_PLACES });
    const { figures, fresh, audit: { passed, search, ...audit } } = await planFigures(making);
    const release: Release = {
      releaseId, programId, period, freezeDay: period.to, knownAt: { position, chain }, rules: { suppression: SUPPRESSION_RULES, program }, k, lattice: [...dimensions],
      inputsDigest: createHash('sha256').update(canonicalJson({ programId, period, dimensions, k, people })).digest('hex'),
      audit: { search: search === 'EXACT' ? 'EXACT' : 'GREEDY', ...audit }, figures: [...figures], fresh: [...fresh],
    };
    return publishRelease({ release, passed });
  }

  /** Whom a release counted, or will, by what was known at its position. */
  private async countedAt(tenant: TenantId, programId: string, { from, to }: ReleasePeriod, position: Position, dimensions: readonly ReleaseDimension[]) {
    const history = await new FactsAt(this.readModels, tenant, position, { programIds: [programId], cohortIds: null }, undefined).history(RELEASE_NEEDS);
    const rules = history.rules[0];
    return {
      people: countedPeople(history, { from: dayNumber(from), to: dayNumber(to) }, dimensions),
      k: smallestGroup(rules ? { set: rules.settings.smallestGroup } : {}), program: rules?.version ?? 0,
    };
  }
}

/** The stream that holds a programme's releases. */
export const releaseStream = (programId: string): string => streamName(releases, programId);
