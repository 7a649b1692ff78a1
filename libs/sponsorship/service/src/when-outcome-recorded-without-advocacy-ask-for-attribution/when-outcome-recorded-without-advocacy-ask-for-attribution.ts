import { addDays, eventCatalogue } from '@vouchsafe/event-schema';
import { MAIL, notice } from '@vouchsafe/notifications-contracts';
import { clearAlarm, effect, forget, policy, remember, setAlarm, type Alarm, type Consequence, type Recall } from '@vouchsafe/reactions';
import { CommitmentMade, OutcomeLinked, OutcomeRecorded, OutcomeRetracted } from '@vouchsafe/sponsorship-contracts';

const AT = 'T08:00:00.000Z';

/** Of a protégé: their sponsors by commitment. Of an outcome: whose it is, and under which commitment it was recorded. */
interface Known { readonly sponsors?: Readonly<Record<string, string>>; readonly personId?: string; readonly commitmentId?: string | null }
interface OfOutcome { readonly outcomeId: string; readonly personId: string }

const ofProtege = (personId: string): string => `protege/${personId}`;
const ofOutcome = (outcomeId: string): string => `outcome/${outcomeId}`;

/** Something happened to a protégé's career, and after a while nobody has said what it rests on: the pair is asked, once. Where the outcome names no
 * commitment only the protégé is; where there never was one, nobody. Whoever leaves is not asked why.
 * @param graceDays days from the recording until it is asked */
export const whenOutcomeRecordedWithoutAdvocacyAskForAttribution = ({ graceDays = 14 }: { graceDays?: number } = {}) => policy({
  name: 'when-outcome-recorded-without-advocacy-ask-for-attribution',
  reads: eventCatalogue(OutcomeRecorded, OutcomeLinked, OutcomeRetracted, CommitmentMade),

  recalls: ({ type, data }) => (type === 'CommitmentMade' ? [ofProtege(data.protegeId)] : [ofOutcome(data.outcomeId)]),

  react: ({ type, data, recordedAt }, recall: Recall<Known>): readonly Consequence[] => {
    switch (type) {
      case 'CommitmentMade': return [remember(ofProtege(data.protegeId), { sponsors: { ...recall(ofProtege(data.protegeId))?.sponsors, [data.commitmentId]: data.sponsorId } })];
      case 'OutcomeRecorded': {
        const { outcomeId, personId, commitmentId, kind } = data;
        if (kind === 'EXIT') return [];
        const at = `${addDays(recordedAt.slice(0, 10), graceDays)}${AT}`;
        return [remember(ofOutcome(outcomeId), { personId, commitmentId }), setAlarm(outcomeId, at, { outcomeId, personId } satisfies OfOutcome)];
      }
      case 'OutcomeLinked': case 'OutcomeRetracted': return [clearAlarm(data.outcomeId), forget(ofOutcome(data.outcomeId))];
    }
  },

  recallsFor: ({ data: { outcomeId, personId } }: Alarm<OfOutcome>) => [ofOutcome(outcomeId), ofProtege(personId)],

  ring: ({ data: { outcomeId, personId } }: Alarm<OfOutcome>, recall) => {
    const outcome = recall(ofOutcome(outcomeId));
    const sponsors = recall(ofProtege(personId))?.sponsors;
    if (!outcome || !sponsors) return [forget(ofOutcome(outcomeId))];
    const sponsor = outcome.commitmentId ? sponsors[outcome.commitmentId] : undefined;
    const ask = (to: string) => effect(MAIL, notice.parse({ to, kind: 'ATTRIBUTION_WANTED', about: { what: 'outcome', id: outcomeId }, day: null }));
    return [forget(ofOutcome(outcomeId)), ask(personId), ...(sponsor ? [ask(sponsor)] : [])];
  },
});
