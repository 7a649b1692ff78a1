import { addDays } from '@vouchsafe/event-schema';
import { MAIL, notice } from '@vouchsafe/notifications-contracts';
import { clearAlarm, effect, forget, policy, remember, setAlarm, type Alarm, type Consequence, type Recall } from '@vouchsafe/reactions';
import { commitmentEvents } from '@vouchsafe/sponsorship-contracts';
import { afterEvent, awaitingReminder, reminded, type PledgesToKeep } from './open-pledges.js';

/** In the morning, UTC: a reminder is not worth a night's rest. */
const AT = 'T08:00:00.000Z';

type OfPledge = { commitmentId: string; pledgeId: string };

/** A pledge's day comes near: whoever promised is reminded once, and again only if another day is agreed. Not while the commitment is paused,
 * not of what is kept, and not once the day has passed.
 * @param daysBefore how many days before the day itself */
export const whenPledgeDueSoonRemindItsOwner = ({ daysBefore = 7 }: { daysBefore?: number } = {}) => policy({
  name: 'when-pledge-due-soon-remind-its-owner',
  reads: commitmentEvents,
  recalls: ({ data: { commitmentId } }) => [commitmentId],

  react: (event, recall: Recall<PledgesToKeep>): readonly Consequence[] => {
    const { commitmentId } = event.data;
    const before = recall(commitmentId);
    const after = afterEvent(before, event);
    if (after === before || after === undefined) return [];
    const alarmOf = (pledgeId: string): Consequence => {
      const pledge = after && awaitingReminder(after, pledgeId);
      const key = `${commitmentId}/${pledgeId}`;
      return pledge ? setAlarm(key, `${addDays(pledge.dueOn, -daysBefore)}${AT}`, { commitmentId, pledgeId } satisfies OfPledge) : clearAlarm(key);
    };
    return [after ? remember(commitmentId, after) : forget(commitmentId), ...Object.keys((after ?? before)?.pledges ?? {}).map(alarmOf)];
  },

  recallsFor: ({ data: { commitmentId } }: Alarm<OfPledge>) => [commitmentId],

  ring: ({ data: { commitmentId, pledgeId }, today }: Alarm<OfPledge>, recall) => {
    const known = recall(commitmentId);
    const pledge = known && awaitingReminder(known, pledgeId);
    if (!known || !pledge || pledge.dueOn < today) return [];
    const to = pledge.side === 'SPONSOR' ? known.sponsorId : known.protegeId;
    const mail = notice.parse({ to, kind: 'PLEDGE_DUE_SOON', about: { what: 'commitment', id: commitmentId }, day: pledge.dueOn });
    return [remember(commitmentId, reminded(known, pledgeId)), effect(MAIL, mail)];
  },
});
