import type { Decision } from '@vouchsafe/decider';
import type { DirectoryEvent } from '@vouchsafe/directory-contracts';
import { directories, type Directory } from '@vouchsafe/directory-domain';
import type { TenantId } from '@vouchsafe/event-schema';
import { newEvent, RequestKeyReused, TooMuchContention, type About, type Outcome } from '@vouchsafe/event-store';
import { DIRECTORY_STREAM, loadDirectory, type BelievedDirectory } from '../import-people/directory-state.js';
import type { ImportDeps } from '../import-people/import-deps.js';

const TRIES = 8;

/** One change of the directory by hand, decided on the whole of it. As `decideAndAppend`, but that the directory is read from its snapshot.
 * @throws as `decideAndAppend` */
export const changeDirectory = async <Rejection>(
  deps: ImportDeps, tenant: TenantId, about: About, decide: (state: Directory) => Decision<DirectoryEvent, Rejection>,
): Promise<Outcome<Rejection>> => {
  const { log } = deps;
  const { requestKey, request, occurredOn, ...circumstances } = about;
  const content = { stream: directories.category, request, actor: about.actor };
  const known = await log.recorded(tenant, requestKey, content);
  if (known?.outcome === 'appended') return { accepted: true, position: known.position };
  if (known?.outcome === 'key-reused') throw new RequestKeyReused(requestKey);
  let believed: BelievedDirectory | undefined;
  for (let tries = TRIES; tries > 0; tries -= 1) {
    believed = await loadDirectory(deps, tenant, believed);
    const decision = decide(believed.state);
    if (!decision.accepted) return decision;
    const writes = [{ stream: DIRECTORY_STREAM, expected: believed.version, events: decision.events.map((event) => newEvent(directories, event, occurredOn)) }];
    const result = await log.append(tenant, { ...circumstances, requestKey, content, conflictIsFinal: false, writes });
    if (result.outcome === 'appended') return { accepted: true, position: result.position };
    if (result.outcome === 'key-reused') throw new RequestKeyReused(requestKey);
  }
  throw new TooMuchContention(DIRECTORY_STREAM);
};
