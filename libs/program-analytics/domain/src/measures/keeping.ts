import type { Side } from '@vouchsafe/sponsorship-contracts';
import { isWithin } from '../frame.js';
import { measure } from '../measure.js';
import { tellShareOfThings } from '../told.js';

/** Pledges that fell due and were kept or missed, of one side; and how many protégés' commitments they belong to. */
export interface Due { readonly due: number; readonly onTime: number; readonly people: number }

/** K7: both sides, never one alone. Kept late is not on time. */
export const keepingFigures = (sides: Readonly<Record<Side, Due>>) => {
  const side = ({ due, onTime, people }: Due) => tellShareOfThings({ count: onTime, n: due }, people);
  return { sponsors: side(sides.SPONSOR), proteges: side(sides.PROTEGE) };
};

export const keeping = measure('keeping', {
  needs: ['pledges', 'commitments'],
  compute({ pledges, commitments }, frame) {
    const proteges = new Map(commitments.map(({ commitmentId, protegeId }) => [commitmentId, protegeId]));
    const side = (wanted: Side): Due => {
      const due = pledges.filter((pledge) => pledge.side === wanted && (pledge.status === 'kept' || pledge.status === 'missed') && isWithin(frame, pledge.dueOn));
      return { due: due.length, onTime: due.filter(({ status, onTime }) => status === 'kept' && onTime === true).length, people: new Set(due.map(({ commitmentId }) => proteges.get(commitmentId))).size };
    };
    return keepingFigures({ SPONSOR: side('SPONSOR'), PROTEGE: side('PROTEGE') });
  },
});
