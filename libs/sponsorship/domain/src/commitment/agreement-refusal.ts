import { addMonths, type IsoDate } from '@vouchsafe/event-schema';
import type { Agreement, Pledge, Side, Term } from '@vouchsafe/sponsorship-contracts';
import type { CommitmentRules } from './commitment-rules.js';
import type { MadeCommitment } from './commitment.js';
import type { PledgeIsClosed, PledgeIsPastItsDay } from './pledges.js';

export type AgreementRejection =
  | { reason: 'TermMustEnd'; latestEnd: IsoDate }
  | { reason: 'TermIsOver'; end: IsoDate }
  | { reason: 'BothSidesMustPledge'; missing: Side }
  | { reason: 'PledgeNamedTwice'; pledgeId: string }
  | { reason: 'DueOutsideTheTerm'; pledgeId: string; term: Term }
  | { reason: 'OnlyASponsorPledgesBehaviours'; pledgeId: string }
  | { reason: 'UnknownBehaviour'; behaviour: string };

export type AmendmentRejection =
  | PledgeIsClosed
  | PledgeIsPastItsDay
  | { reason: 'PledgeIsAnotherPromise'; pledgeId: string }
  | { reason: 'PledgeAsksLessThanWasDone'; pledgeId: string; done: number };

const pledgeRefusal = ({ pledgeId, side, promise, dueOn }: Pledge, term: Term, { behaviours }: CommitmentRules): AgreementRejection | null => {
  if (dueOn < term.start || dueOn > term.end) return { reason: 'DueOutsideTheTerm', pledgeId, term };
  if (promise.kind === 'DELIVERABLE') return null;
  if (side !== 'SPONSOR') return { reason: 'OnlyASponsorPledgesBehaviours', pledgeId };
  return behaviours.has(promise.behaviour) ? null : { reason: 'UnknownBehaviour', behaviour: promise.behaviour };
};

/** What forbids this text, whoever proposes it; null if nothing does.
 * @param pledgedBefore the sides that have pledges already which the text leaves as they are */
export const agreementRefusal = (
  { term, pledges }: Agreement, rules: CommitmentRules, today: IsoDate, pledgedBefore: readonly Side[] = [],
): AgreementRejection | null => {
  const latestEnd = addMonths(term.start, rules.longestTermMonths);
  if (term.end <= term.start || term.end > latestEnd) return { reason: 'TermMustEnd', latestEnd };
  if (term.end < today) return { reason: 'TermIsOver', end: term.end };
  for (const missing of ['SPONSOR', 'PROTEGE'] as const) {
    if (!pledgedBefore.includes(missing) && !pledges.some(({ side }) => side === missing)) return { reason: 'BothSidesMustPledge', missing };
  }
  const named = new Set<string>();
  for (const pledge of pledges) {
    if (named.has(pledge.pledgeId)) return { reason: 'PledgeNamedTwice', pledgeId: pledge.pledgeId };
    named.add(pledge.pledgeId);
    const refusal = pledgeRefusal(pledge, term, rules);
    if (refusal) return refusal;
  }
  return null;
};

const samePromise = (one: Pledge, other: Pledge): boolean => {
  if (one.side !== other.side) return false;
  if (one.promise.kind === 'BEHAVIOUR') return other.promise.kind === 'BEHAVIOUR' && one.promise.behaviour === other.promise.behaviour;
  return other.promise.kind === 'DELIVERABLE' && one.promise.deliverable === other.promise.deliverable;
};

/** What forbids amending to this text. It names the pledges that shall be open from then on, and leaves closed ones alone;
 * an overdue one can be neither changed nor dropped, or an amendment would wash a broken promise away. */
export const amendmentRefusal = (
  made: MadeCommitment, text: Agreement, rules: CommitmentRules, today: IsoDate,
): AgreementRejection | AmendmentRejection | null => {
  const kept = [...made.pledges.values()].filter(({ status }) => status === 'kept').map(({ terms }) => terms.side);
  const refusal = agreementRefusal(text, rules, today, kept);
  if (refusal) return refusal;
  for (const { terms, status, advances } of made.pledges.values()) {
    const { pledgeId, dueOn } = terms;
    const next = text.pledges.find((pledge) => pledge.pledgeId === pledgeId);
    if (status !== 'open') {
      if (next) return { reason: 'PledgeIsClosed', pledgeId, status };
      continue;
    }
    if (next && !samePromise(terms, next)) return { reason: 'PledgeIsAnotherPromise', pledgeId };
    if (dueOn < today && (next?.dueOn !== dueOn || next.times !== terms.times)) return { reason: 'PledgeIsPastItsDay', pledgeId, dueOn };
    if (next && next.times <= advances.length) return { reason: 'PledgeAsksLessThanWasDone', pledgeId, done: advances.length };
  }
  return null;
};
