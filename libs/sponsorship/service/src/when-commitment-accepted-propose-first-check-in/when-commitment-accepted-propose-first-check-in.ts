import { addDays, dayNumber, eventCatalogue, type IsoDate } from '@vouchsafe/event-schema';
import { MAIL, notice } from '@vouchsafe/notifications-contracts';
import { effect, policy } from '@vouchsafe/reactions';
import { CommitmentMade } from '@vouchsafe/sponsorship-contracts';

const SATURDAY = 2; // days since the last Thursday, the first day of 1970

/** The day itself, or the Monday after where it falls on a weekend. */
const workingDay = (day: IsoDate): IsoDate => {
  const since = dayNumber(day) % 7;
  return since === SATURDAY ? addDays(day, 2) : since === SATURDAY + 1 ? addDays(day, 1) : day;
};

/** Both have signed: the two are to meet while the ink is wet. A proposal to both and no more: when they meet is theirs to say.
 * @param daysAfter how many days after the commitment begins the meeting is proposed for, or the working day after */
export const whenCommitmentAcceptedProposeFirstCheckIn = ({ daysAfter = 7 }: { daysAfter?: number } = {}) => policy({
  name: 'when-commitment-accepted-propose-first-check-in',
  reads: eventCatalogue(CommitmentMade),
  react: ({ data: { commitmentId, sponsorId, protegeId, madeOn, term } }) => {
    const day = workingDay(addDays(madeOn < term.start ? term.start : madeOn, daysAfter));
    const about = { what: 'commitment', id: commitmentId } as const;
    return [sponsorId, protegeId].map((to) => effect(MAIL, notice.parse({ to, kind: 'FIRST_CHECK_IN', about, day })));
  },
});
