import { entityId, isoDate } from '@vouchsafe/event-schema';
import { z } from 'zod';
import { evidenceReference } from '../words.js';

/** The four kinds of advocacy (Rosalind Chow, Harvard Business Review, 2021). Tenants add behaviours, never acts. */
export const advocacyAct = z.enum(['AMPLIFY', 'BOOST', 'CONNECT', 'DEFEND']);
export type AdvocacyAct = z.output<typeof advocacyAct>;

/** Behaviour by behaviour, the act that it belongs to. */
export type BehaviourCatalogue = ReadonlyMap<string, AdvocacyAct>;

/** What every organization starts with. */
export const startingBehaviours: BehaviourCatalogue = new Map([
  ['PUBLIC_BACKING', 'AMPLIFY'],
  ['PRAISE_IN_A_FORUM', 'AMPLIFY'],
  ['PASS_ON_RESULTS', 'AMPLIFY'],
  ['RECOMMEND_FOR_ASSIGNMENT', 'BOOST'],
  ['NOMINATE', 'BOOST'],
  ['ENDORSE_FOR_ROLE', 'BOOST'],
  ['JUSTIFY_TIME_OR_BUDGET', 'BOOST'],
  ['OPEN_A_PATH', 'BOOST'],
  ['INTRODUCE', 'CONNECT'],
  ['INVITE_TO_FORUM', 'CONNECT'],
  ['ANSWER_CRITICISM', 'DEFEND'],
  ['SHIELD_FROM_FRICTION', 'DEFEND'],
  ['PROTECT_FROM_COMPETING_PRIORITIES', 'DEFEND'],
]);

export const forum = z.enum([
  'TALENT_REVIEW', 'PROMOTION_ROUND', 'SUCCESSION', 'BUDGET', 'STAFFING', 'LEADERSHIP_MEETING', 'ONE_TO_ONE', 'IN_WRITING', 'OTHER',
]);
export type Forum = z.output<typeof forum>;

const confidential: ReadonlySet<Forum> = new Set<Forum>(['TALENT_REVIEW', 'PROMOTION_ROUND', 'SUCCESSION']);

/** Whether even the fact of an action in this forum is held back from the protégé until the sponsor discloses it. */
export const isConfidential = (where: Forum): boolean => confidential.has(where);

/** Who heard it. */
export const audience = z.enum(['PEERS', 'DECISION_MAKERS', 'LEADERSHIP', 'BOARD', 'CLIENTS', 'OTHER']);
export type Audience = z.output<typeof audience>;

/** How much of the sponsor's standing it cost, in the sponsor's own estimate. */
export const capital = z.enum(['SMALL', 'MEDIUM', 'LARGE']);
export type Capital = z.output<typeof capital>;

/** Who or what attests to an action, other than whoever recorded it. */
export const confirmation = z.enum(['PROTEGE', 'WITNESS', 'DOCUMENT']);
export type Confirmation = z.output<typeof confirmation>;

/** The facts of an action that its sponsor states and may correct. Null always means: not said; it counts as neither yes nor no. */
export const actionFacts = z.object({
  /** The day of the act. It is data because a correction may move it, and must know what it moves; in the event that
   * records the action it equals the `occurredOn` of the metadata, in a correction it is the day now believed. */
  actionOccurredOn: isoDate,
  act: advocacyAct,
  behaviour: entityId,
  forum,
  audience,
  /** Whether the protégé was in the room; null is unknown and no measure may count it as absent. */
  protegePresent: z.boolean().nullable(),
  /** Whether the sponsor speaks from having seen the work. */
  directObservation: z.boolean().nullable(),
  capital: capital.nullable(),
  pledgeId: entityId.nullable(),
  milestoneId: entityId.nullable(),
  evidence: evidenceReference.nullable(),
});
export type ActionFacts = z.output<typeof actionFacts>;
