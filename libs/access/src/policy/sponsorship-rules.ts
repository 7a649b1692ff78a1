import type { Actor } from './actor.js';
import { livingStatuses } from './resource.js';
import { everyRow, ofProgramsTheyLead, related, rule } from './rule.js';
import { allOf, anyOf, is, isOneOf, not } from './where.js';

// Commitments, advocacy, outcomes, reports. The reporting line appears nowhere: a line manager learns nothing from holding one.

const asSponsor = ({ personId }: Actor) => is('sponsorId', personId);
const asProtege = ({ personId }: Actor) => is('protegeId', personId);
const asRecorder = ({ personId }: Actor) => is('recordedBy', personId);
const whileItLives = isOneOf('status', livingStatuses);
const byBothParties = { SPONSOR: asSponsor, PROTEGE: asProtege };
/** A protégé's record is theirs for good. The sponsor reads in it for as long as there is a reason: from the proposal to the end. */
const whileItConcernsThem = {
  SPONSOR: (me: Actor) => allOf(asSponsor(me), isOneOf('status', ['proposed', ...livingStatuses])),
  PROTEGE: asProtege,
};

const asDelegate = ({ personId }: Actor) => related('delegate', { sponsorId: 'sponsorId' }, is('personId', personId));

const mine = ({ personId }: Actor) => is('personId', personId);
const isNoPay = not(is('kind', 'PAY_BAND'));
/** What became of a protégé while this sponsor stood beside them, for as long as the sponsor still does. */
const ofMyProtegeInOurTerm = ({ personId }: Actor) =>
  related('commitment', { protegeId: 'personId' }, allOf(is('sponsorId', personId), whileItLives), { day: 'outcomeOccurredOn', from: 'start', to: 'end' });

export const sponsorshipRules = {
  'commitment:propose': rule('commitment', byBothParties),
  'commitment:sign': rule('commitment', byBothParties),
  'commitment:decline': rule('commitment', byBothParties),
  'commitment:amend': rule('commitment', byBothParties),
  'commitment:pause': rule('commitment', byBothParties),
  'commitment:resume': rule('commitment', byBothParties),
  'commitment:complete': rule('commitment', byBothParties),
  'commitment:withdraw': rule('commitment', byBothParties),
  'pledge:report': rule('commitment', byBothParties),
  'pledge:renegotiate': rule('commitment', byBothParties),
  'pledge:withdraw': rule('commitment', byBothParties),
  // A lead sees pairs, states and dates. The words of an agreement, and what happens under it, belong to the two who made it.
  'commitment:read': rule('commitment', { ...byBothParties, PROGRAM_LEAD: ofProgramsTheyLead }),
  'commitment:read-words': rule('commitment', whileItConcernsThem),
  'commitment:watch': rule('commitment', whileItConcernsThem),

  'delegate:appoint': rule('delegation', { SPONSOR: asSponsor }),
  'delegate:dismiss': rule('delegation', { SPONSOR: asSponsor }),
  'delegate:read': rule('delegation', { SPONSOR: asSponsor }),

  // A delegate is appointed by the sponsor and may hold no role at all; never is it the protégé.
  'advocacy-action:record': rule('advocacy-action', { SPONSOR: asSponsor, anyone: asDelegate }, asProtege),
  // A witness is named by the sponsor and may hold no role at all.
  'advocacy-action:confirm': rule('advocacy-action', {
    PROTEGE: (me) => allOf(asProtege(me), is('disclosed', true)),
    anyone: ({ personId }) => related('witness', { actionId: 'actionId' }, is('personId', personId)),
  }, asRecorder),
  'advocacy-action:dispute': rule('advocacy-action', { PROTEGE: (me) => allOf(asProtege(me), is('disclosed', true)) }, asRecorder),
  'advocacy-action:correct': rule('advocacy-action', { SPONSOR: asSponsor, anyone: (me) => allOf(asRecorder(me), asDelegate(me)) }, asProtege),
  'advocacy-action:retract': rule('advocacy-action', { SPONSOR: asSponsor, anyone: (me) => allOf(asRecorder(me), asDelegate(me)) }, asProtege),
  'advocacy-action:disclose': rule('advocacy-action', { SPONSOR: asSponsor }),
  // Reading ends with the reason for it: once the sponsorship is over, a sponsor reads what they wrote and no more.
  'advocacy-action:read': rule('advocacy-action', {
    SPONSOR: (me) => anyOf(asRecorder(me), allOf(asSponsor(me), whileItLives)),
    PROTEGE: (me) => allOf(asProtege(me), is('disclosed', true)),
  }),

  // Who heard it, what it cost and what proves it is the sponsor's own, also from the protégé whom the action was for.
  'advocacy-action:read-words': rule('advocacy-action', { SPONSOR: (me) => anyOf(asRecorder(me), allOf(asSponsor(me), whileItLives)) }),

  'outcome:record': rule('outcome', { PROTEGE: mine, SPONSOR: ofMyProtegeInOurTerm, PROGRAM_LEAD: ofProgramsTheyLead }),
  // What someone says of their own career is verified by somebody else.
  'outcome:verify': rule('outcome', { PROGRAM_LEAD: ofProgramsTheyLead }, mine),
  'outcome:link': rule('outcome', { PROTEGE: mine, SPONSOR: ofMyProtegeInOurTerm }),
  'outcome:correct': rule('outcome', { PROTEGE: asRecorder, SPONSOR: asRecorder, PROGRAM_LEAD: ofProgramsTheyLead }),
  'outcome:retract': rule('outcome', { PROTEGE: asRecorder, SPONSOR: asRecorder, PROGRAM_LEAD: ofProgramsTheyLead }),
  // A former sponsor goes on reading what they recorded, and could correct it.
  'outcome:read': rule('outcome', { PROTEGE: mine, SPONSOR: (me) => anyOf(asRecorder(me), ofMyProtegeInOurTerm(me)), PROGRAM_LEAD: ofProgramsTheyLead }),
  // What somebody earns is their own, and whoever recorded it knows it. Any other measure goes with the outcome.
  'outcome:read-measure': rule('outcome', {
    PROTEGE: mine,
    SPONSOR: (me) => anyOf(asRecorder(me), allOf(ofMyProtegeInOurTerm(me), isNoPay)),
    PROGRAM_LEAD: (me) => allOf(ofProgramsTheyLead(me), anyOf(asRecorder(me), isNoPay)),
  }),

  // Counts only. Small counts are withheld by the report itself, for every reader alike: see README.md of this folder.
  'program-report:read': rule('program-report', { PROGRAM_LEAD: ofProgramsTheyLead, EXECUTIVE: everyRow, GROUP_EXECUTIVE: everyRow }),
} as const;
