import { entityId, eventCatalogue, eventType, isoDate, type EventOf } from '@vouchsafe/event-schema';
import { z } from 'zod';
import { personId } from '../ids.js';
import { evidenceReference, reason } from '../words.js';
import { actionFacts, confirmation } from './advocacy.js';
import { agreement, side } from './agreement.js';

// A decider folds data and nothing else. Every day that a later decision turns on is therefore data as well (`madeOn`, `pausedOn`,
// `keptOn` …), beside the `occurredOn` that the metadata hold for every event.

const commitment = z.object({ commitmentId: entityId });
const version = z.int().min(1);
const parties = z.object({ programId: entityId, cohortId: entityId.nullable(), sponsorId: personId, protegeId: personId });
const ofPledge = commitment.extend({ pledgeId: entityId });
const ofAction = commitment.extend({ actionId: entityId });
const versioned = commitment.extend({ version }).extend(agreement.shape);

// The agreement

export const CommitmentProposed = eventType('CommitmentProposed', { version: 1, schema: versioned.extend(parties.shape) });

/** A newer text for the same pair, before or after the first was signed. Signatures under older versions count no longer. */
export const AmendmentProposed = eventType('AmendmentProposed', { version: 1, schema: versioned.extend({ proposedBy: side }) });

export const CommitmentSigned = eventType('CommitmentSigned', { version: 1, schema: commitment.extend({ version, side }) });

/** Both have signed the same version: from `madeOn` the sponsorship is active. `chain` says whether the reporting graph was
 * known well enough to rule out that the sponsor stands in the protégé's chain. */
export const CommitmentMade = eventType('CommitmentMade', {
  version: 1,
  schema: versioned.extend(parties.shape).extend({ madeOn: isoDate, chain: z.enum(['CLEAR', 'UNKNOWN']) }),
});

/** Both have signed an amendment. `pledges` are those open from now on; closed ones stay as they were, and an open one that
 * the new text leaves out is withdrawn by an event of its own in the same append. */
export const CommitmentAmended = eventType('CommitmentAmended', { version: 1, schema: versioned });

export const CommitmentDeclined = eventType('CommitmentDeclined', { version: 1, schema: commitment.extend({ version }) });
export const AmendmentDeclined = eventType('AmendmentDeclined', { version: 1, schema: commitment.extend({ version }) });

// Its course. The days of pausing and withdrawing are no longer active ones; the day of resuming is, and so is the last day.

export const CommitmentPaused = eventType('CommitmentPaused', { version: 1, schema: commitment.extend({ pausedOn: isoDate }) });
export const CommitmentResumed = eventType('CommitmentResumed', { version: 1, schema: commitment.extend({ resumedOn: isoDate }) });

/** Neither fault nor reason is asked, so neither is kept. */
export const CommitmentWithdrawn = eventType('CommitmentWithdrawn', { version: 1, schema: commitment.extend({ withdrawnOn: isoDate }) });

/** Every pledge is kept, save those that the other side let go. It still takes actions until its term ends. */
export const CommitmentFulfilled = eventType('CommitmentFulfilled', { version: 1, schema: commitment });

/** Fulfilled no longer: what had kept a pledge was retracted or corrected, or an amendment added a pledge. */
export const CommitmentFulfilmentRevoked = eventType('CommitmentFulfilmentRevoked', { version: 1, schema: commitment });

/** The term is over: completed. */
export const CommitmentEnded = eventType('CommitmentEnded', { version: 1, schema: commitment.extend({ lastDay: isoDate }) });

// Pledges

/** `done` of `times`, this one on `advancedOn`; `actionId` where an advocacy action did it, null where a side reported it. */
export const PledgeAdvanced = eventType('PledgeAdvanced', {
  version: 1,
  schema: ofPledge.extend({ done: z.int().min(1), times: z.int().min(1), advancedOn: isoDate, actionId: entityId.nullable() }),
});

/** `keptOn` is the latest of the days on which it was done, in whatever order these were recorded; `onTime` compares it with the due day. */
export const PledgeKept = eventType('PledgeKept', { version: 1, schema: ofPledge.extend({ keptOn: isoDate, dueOn: isoDate, onTime: z.boolean() }) });

/** The action that had advanced it was retracted or corrected. A kept pledge that is set back is open again. */
export const PledgeSetBack = eventType('PledgeSetBack', { version: 1, schema: ofPledge.extend({ actionId: entityId, done: z.int().min(0) }) });

export const PledgeRenegotiated = eventType('PledgeRenegotiated', {
  version: 1, schema: ofPledge.extend({ times: z.int().min(1).max(100), dueOn: isoDate, renegotiatedBy: side }),
});

/** Who let go of it matters: released by the side it was promised to (or by both) it leaves every count; taken back by its own side it was not kept. */
export const PledgeWithdrawn = eventType('PledgeWithdrawn', { version: 1, schema: ofPledge.extend({ withdrawnBy: z.enum(['SPONSOR', 'PROTEGE', 'BOTH']) }) });

export const PledgeMissed = eventType('PledgeMissed', { version: 1, schema: ofPledge.extend({ dueOn: isoDate }) });

// Advocacy actions

/** `delegateId` is whoever recorded it on the sponsor's behalf; `late` says that it was recorded long after its day. */
export const AdvocacyActionRecorded = eventType('AdvocacyActionRecorded', {
  version: 1, schema: ofAction.extend(actionFacts.shape).extend({ delegateId: personId.nullable(), late: z.boolean() }),
});

/** The sponsor says who was in the room and may attest to it: a role that nobody takes by themselves. */
export const WitnessNamed = eventType('WitnessNamed', { version: 1, schema: ofAction.extend({ witnessId: personId }) });

/** `by` is the kind of attestation; `attestedBy` the person who gave it or brought the document. It also answers a dispute. */
export const AdvocacyActionConfirmed = eventType('AdvocacyActionConfirmed', {
  version: 1, schema: ofAction.extend({ by: confirmation, attestedBy: personId, document: evidenceReference.nullable() }),
});

/** Stands until the action is confirmed again or corrected; until then no measure counts the action as confirmed. */
export const AdvocacyActionDisputed = eventType('AdvocacyActionDisputed', { version: 1, schema: ofAction.extend({ reason }) });

/** The whole facts as now believed, what changed among them, and why. It answers a dispute. */
export const AdvocacyActionCorrected = eventType('AdvocacyActionCorrected', {
  version: 1,
  schema: ofAction.extend(actionFacts.shape).extend({ changed: z.array(actionFacts.keyof()).min(1), reason, late: z.boolean() }),
});

export const AdvocacyActionRetracted = eventType('AdvocacyActionRetracted', { version: 1, schema: ofAction.extend({ reason }) });

/** From here on the protégé may know of an action in a confidential forum. */
export const AdvocacyActionDisclosed = eventType('AdvocacyActionDisclosed', { version: 1, schema: ofAction });

export const commitmentEvents = eventCatalogue(
  CommitmentProposed, AmendmentProposed, CommitmentSigned, CommitmentMade, CommitmentAmended, CommitmentDeclined, AmendmentDeclined,
  CommitmentPaused, CommitmentResumed, CommitmentWithdrawn, CommitmentFulfilled, CommitmentFulfilmentRevoked, CommitmentEnded,
  PledgeAdvanced, PledgeKept, PledgeSetBack, PledgeRenegotiated, PledgeWithdrawn, PledgeMissed,
  AdvocacyActionRecorded, WitnessNamed, AdvocacyActionConfirmed, AdvocacyActionDisputed, AdvocacyActionCorrected, AdvocacyActionRetracted, AdvocacyActionDisclosed,
);
export type CommitmentEvent = EventOf<typeof commitmentEvents>;
