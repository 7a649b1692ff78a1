import { createHash } from 'node:crypto';
import type { DirectoryEvent } from '@vouchsafe/directory-contracts';
import {
  compare, confirmImport, countVerdicts, directories, DIRECTORY_ID, discardImport, entriesOf, organizationGraph, recordChanges, stage, stageImport,
  type Directory, type DirectoryKeys, type OrganizationGraph, type PersonCard, type PostCard,
} from '@vouchsafe/directory-domain';
import type { IsoDate } from '@vouchsafe/event-schema';
import { canonicalJson } from '@vouchsafe/event-store';
import { gradeRanksOf } from '../cast/character.js';
import { openStream, type Ledger, type OpenStream } from '../ledger/ledger.js';
import { dayOf, type Moment } from '../ledger/moments.js';
import type { Random } from '../random/random.js';
import type { Workforce } from './employee.js';
import { hrFile, sampleProfile } from './hr-file.js';

/** What stands on cards beside the log: nothing of it is in an event. Given again after each import, the newest holds. */
export interface SampleCards {
  readonly persons: readonly PersonCard[];
  readonly posts: readonly PostCard[];
}

/** The directory of one organization: its stream, its keys, and the graph of the newest snapshot. */
export interface KnownDirectory {
  readonly stream: OpenStream<Directory, DirectoryEvent>;
  keys: DirectoryKeys;
  graph: OrganizationGraph;
  readonly postOf: Map<string, string>;
}

export const openDirectory = (): KnownDirectory => ({
  stream: openStream(directories, DIRECTORY_ID), keys: { postIds: new Map(), personIds: new Map() }, graph: organizationGraph([]), postOf: new Map(),
});

const ACTOR = 'system:hr-import';
const CHANGES_AT_ONCE = 500;

const sha256 = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex');

/** Stages, confirms and records what HR sent, as the directory itself would.
 * @returns the cards, to be written beside the log
 * @throws Error where the file itself is refused: the generator is at fault */
export const importSnapshot = (
  { ledger, directory, workforce, random }: { ledger: Ledger; directory: KnownDirectory; workforce: Workforce; random: Random },
  { at, asOf, renumbered = {}, discardFirst = false }: { at: Moment; asOf: IsoDate; renumbered?: Readonly<Record<string, string>>; discardFirst?: boolean },
): SampleCards => {
  const { stream } = directory;
  const { header, rows } = hrFile(workforce);
  const read = stage(header, rows, { profile: sampleProfile, ranks: gradeRanksOf(workforce.character), asOf });
  if (read.refusal) throw new Error(read.refusal.message);
  const { staged } = read;
  const result = compare(staged, stream.state, { keys: directory.keys, keyMap: renumbered, newId: random.id });
  if (!result.accepted) throw new Error(result.rejection.reason);
  const { compared } = result;
  const changes = compared.changes.map(({ event }) => event);
  const { name, version } = sampleProfile;
  const { holdersBefore, leaving } = compared.leave;

  const stageIt = (when: Moment): string => {
    const importId = random.id();
    ledger.decide(stream, { at: when, actor: ACTOR, occurredOn: asOf }, (state) => stageImport({
      importId, fileDigest: sha256({ header, rows }), profile: { name, version }, asOf, comparedWith: compared.comparedWith,
      figures: { ...staged.figures }, verdicts: { ...countVerdicts(staged.verdicts) }, rejectedRows: staged.rejectedRows, changes: compared.counts,
      leave: { holdersBefore, leaving }, changeCount: changes.length, changesDigest: sha256(changes),
    }, state));
    return importId;
  };
  if (discardFirst) {
    const importId = stageIt(at - 3_600_000); // somebody wanted to look first
    ledger.decide(stream, { at: at - 1_800_000, actor: ACTOR, occurredOn: asOf }, (state) => discardImport({ importId }, state));
  }
  const importId = stageIt(at);
  ledger.decide(stream, { at, actor: ACTOR, occurredOn: asOf }, (state) => confirmImport({ importId, strict: true, acceptLeaversReason: null, stagedOn: dayOf(at), today: dayOf(at) }, state));
  while (stream.state.recording) {
    ledger.decide(stream, { at, actor: ACTOR, occurredOn: asOf }, (state) => recordChanges({ importId, changes, size: CHANGES_AT_ONCE }, state));
  }
  remember(directory, workforce, compared.cards);
  return compared.cards;
};

const remember = (directory: KnownDirectory, workforce: Workforce, { posts, persons }: SampleCards): void => {
  const postIds = new Map([...directory.keys.postIds, ...posts.map(({ key, postId }) => [key, postId] as const)]);
  const personIds = new Map([...directory.keys.personIds, ...persons.map(({ employeeNumber, personId }) => [employeeNumber, personId] as const)]);
  directory.keys = { postIds, personIds };
  directory.graph = organizationGraph([...entriesOf(directory.stream.state.posts)].map(([postId, { reportsTo, dottedTo, lineKnown }]) => ({ postId, reportsTo, dottedTo, lineKnown })));
  for (const [personId, person] of entriesOf(directory.stream.state.persons)) {
    if (person.status === 'present' && person.postId !== null) directory.postOf.set(personId, person.postId);
    else directory.postOf.delete(personId);
  }
  for (const employee of workforce.present) employee.personId = personIds.get(employee.number)!;
};
